using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>
/// One line for each thing that happens, for the log of a service: the role on the bus, a battery found, asleep, lost and back, an alarm
/// raised and over. Nothing happens, nothing is written.
/// </summary>
/// <param name="name">Stands in front of each line.</param>
/// <param name="write">Takes a line.</param>
public sealed class EventLog(string name, Action<string> write)
{
    private readonly BatteryEvents _batteries = new();
    private readonly AlarmEvents _alarms = new();
    private string _role = "";
    private int _revision = -1;

    /// <summary>Looks what is new; call it after each turn.</summary>
    public void Look(Monitor monitor)
    {
        string role = RoleText.Of(monitor.Bus);
        if (role != _role)
        {
            _role = role;
            Write(role);
        }

        if (_revision != monitor.Bus.Batteries.Revision)
        {
            _revision = monitor.Bus.Batteries.Revision;
            _batteries.Look(monitor.Bus.Batteries, Write);
            _alarms.Look(monitor.Alarms, Write);
        }
    }

    private void Write(string line) => write($"{name}: {line}");
}
