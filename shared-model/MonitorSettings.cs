using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>What an owner may set of a <see cref="Monitor"/>. The fields' own values are the defaults.</summary>
public sealed class MonitorSettings
{
    /// <summary>From one poll of a battery to the next, 250..60000 ms.</summary>
    public int PollIntervalMs = BusMaster.DefaultPollIntervalMs;

    /// <summary>How the bus is begun with: listen first, speak at once, or never speak.</summary>
    public BusRole Start = BusRole.Starting;

    /// <summary>
    /// Another one for each device, so that of two displays on one bus one speaks first; 0: no other is expected.
    /// </summary>
    public int DeviceNumber;

    /// <summary>How the batteries are wired together.</summary>
    public BankWiring Wiring = BankWiring.Parallel;

    /// <summary>Capacity of one battery, mAh.</summary>
    public int CapacityMah = Bank.DefaultCapacityMah;

    /// <summary>Without a press or a change for so long the panel goes dark, minutes; 0: never.</summary>
    public int BlankAfterMinutes;

    /// <summary>From where values are bad.</summary>
    public AlarmLimits Limits = new();
}
