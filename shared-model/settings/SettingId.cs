namespace ValenceNano.Model;

/// <summary>
/// All that an owner may set, but the names of batteries (<see cref="BatteryNames"/>). A member is the setting's row in
/// <see cref="SettingTable"/>; kept records know it by its key, so that the order is free.
/// </summary>
public enum SettingId
{
    /// <summary>What the page and the topics call this display.</summary>
    DeviceName,

    /// <summary>How the batteries are wired together, a <see cref="BankWiring"/>.</summary>
    Wiring,

    /// <summary>Capacity of one battery as its label has it, Ah.</summary>
    Capacity,

    /// <summary>The state of charge that counts as empty for the time left, %.</summary>
    Floor,

    /// <summary>Over how long the current is averaged for the time left, minutes.</summary>
    TimeWindow,

    /// <summary>From one poll of a battery to the next, ms.</summary>
    PollInterval,

    /// <summary>From one look with the wake load to the next, minutes.</summary>
    WakeEvery,

    /// <summary>What the panel rests on, a <see cref="RestPage"/>.</summary>
    RestPage,

    /// <summary>Without a press or a change for so long the panel goes dark, minutes; 0: never.</summary>
    BlankAfter,

    /// <summary>A cell group above this is a warning, mV.</summary>
    CellHighWarn,

    /// <summary>A cell group above this is an alarm, mV.</summary>
    CellHighAlarm,

    /// <summary>A cell group below this is a warning, mV.</summary>
    CellLowWarn,

    /// <summary>A cell group below this is an alarm, mV.</summary>
    CellLowAlarm,

    /// <summary>A cell group above this is a warning, deg C.</summary>
    CellHotWarn,

    /// <summary>A cell group above this is an alarm, deg C.</summary>
    CellHotAlarm,

    /// <summary>Charging with a cell group below this is an alarm, deg C.</summary>
    ChargeCold,

    /// <summary>A board above this is a warning, deg C.</summary>
    BoardHotWarn,

    /// <summary>A board above this is an alarm, deg C.</summary>
    BoardHotAlarm,

    /// <summary>More than this between highest and lowest cell group is a warning, mV.</summary>
    SpreadWarn,

    /// <summary>The spread is judged only below this current, mA either way.</summary>
    SpreadMaxCurrent,

    /// <summary>A state of charge below this is a warning, %.</summary>
    SocLowWarn,

    /// <summary>A state of charge below this is an alarm, %.</summary>
    SocLowAlarm,

    /// <summary>How long a condition must be there before it is raised, and be gone before it ends, ms.</summary>
    AlarmAfter,

    /// <summary>Whether the page is served: 0 off, 1 on.</summary>
    Web,

    /// <summary>Whether values are published: 0 off, 1 on.</summary>
    Mqtt,

    /// <summary>The broker's name or address.</summary>
    MqttHost,

    /// <summary>The broker's port.</summary>
    MqttPort,

    /// <summary>Who we are to the broker.</summary>
    MqttUser,

    /// <summary>The password for that.</summary>
    MqttPassword,

    /// <summary>What every topic begins with.</summary>
    MqttPrefix,

    /// <summary>How many there are.</summary>
    Count,
}
