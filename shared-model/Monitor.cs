using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// The product without panel and network: bus, batteries, bank and alarms. A head gives it a port and a clock, calls
/// <see cref="Poll"/>, and shows what it finds here.
/// </summary>
public sealed class Monitor
{
    /// <summary>Makes a monitor that has not touched the bus yet.</summary>
    /// <exception cref="System.ArgumentException">The settings are out of range or contradict one another.</exception>
    public Monitor(IBusPort port, MonitorSettings settings)
    {
        Bus = new BusMonitor(port, settings.PollIntervalMs, settings.Start, settings.DeviceNumber);
        Bank = new Bank(Bus.Batteries, settings.Wiring, settings.CapacityMah);
        Alarms = new AlarmList(Bus.Batteries, settings.Limits);
    }

    /// <summary>The bus, and the batteries on it.</summary>
    public BusMonitor Bus { get; }

    /// <summary>The batteries together.</summary>
    public Bank Bank { get; }

    /// <summary>What is wrong.</summary>
    public AlarmList Alarms { get; }

    /// <summary>Takes what has arrived, does what is due on the bus, and judges what is new.</summary>
    /// <param name="nowMs">Time since start-up, ms: all times are on this clock, and it is shown as such.</param>
    /// <returns>When to call again at the latest, ms.</returns>
    public long Poll(long nowMs)
    {
        long dueMs = Bus.Poll(nowMs);
        if (Bank.Update(nowMs))
        {
            Alarms.Update(nowMs);
        }

        return dueMs;
    }
}
