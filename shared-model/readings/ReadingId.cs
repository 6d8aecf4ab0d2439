namespace ValenceNano.Model;

/// <summary>
/// All that the product knows and shows, in the order in which it is written. A member is the reading's row in
/// <see cref="ReadingTable"/>; its value is nothing to be kept over a restart. Those of the bank and of batteries come first, and among them what a
/// battery must have answered to be known, from <see cref="Age"/> to <see cref="Broken"/>.
/// </summary>
public enum ReadingId
{
    /// <summary>The battery's serial, 12 raw bytes as 24 hex digits, lower case.</summary>
    SerialHex,

    /// <summary>The serial as text; bytes outside of 0x20..0x7E as <c>\xNN</c>.</summary>
    Serial,

    /// <summary>The battery's number on the screen, 1..16.</summary>
    Number,

    /// <summary>The name that the owner gave the battery.</summary>
    Name,

    /// <summary>Its address on the bus, 2..247.</summary>
    BusId,

    /// <summary>A <see cref="Protocol.BatteryState"/>.</summary>
    State,

    /// <summary>How old its values are, ms.</summary>
    Age,

    /// <summary>When its values came; of the bank the newest ones. Known where the time of day is.</summary>
    LastSeen,

    /// <summary>How many batteries are known.</summary>
    Batteries,

    /// <summary>How many of them are live.</summary>
    Live,

    /// <summary>State of charge, 0..1000 permille.</summary>
    Soc,

    /// <summary>Whether the state of charge disagrees with the cells' voltages.</summary>
    SocInDoubt,

    /// <summary>Voltage, mV.</summary>
    Voltage,

    /// <summary>Current, mA, charging positive.</summary>
    Current,

    /// <summary>The second current of a reply, mA, charging positive: a slower average (guess).</summary>
    Current2,

    /// <summary>Power, mW, charging positive.</summary>
    Power,

    /// <summary>Power while charging, mW; 0 while discharging.</summary>
    ChargePower,

    /// <summary>Power while discharging, mW, positive; 0 while charging.</summary>
    DischargePower,

    /// <summary>Voltage of each cell group, mV.</summary>
    CellVoltage,

    /// <summary>Highest cell-group voltage, mV.</summary>
    CellMax,

    /// <summary>Lowest cell-group voltage, mV.</summary>
    CellMin,

    /// <summary>Between highest and lowest cell group, mV.</summary>
    CellSpread,

    /// <summary>Temperature of each cell group, deg C.</summary>
    CellTemperature,

    /// <summary>Temperature of the hottest cell group, deg C.</summary>
    TemperatureMax,

    /// <summary>Temperatures of the circuit board, deg C.</summary>
    BoardTemperature,

    /// <summary>Whether the reply agrees with itself.</summary>
    Consistent,

    /// <summary>Which <see cref="Protocol.ReplyRules"/> the reply breaks.</summary>
    Broken,

    /// <summary>Charge that is left, mAh.</summary>
    Remaining,

    /// <summary>Until empty at the present mean current, minutes.</summary>
    ToEmpty,

    /// <summary>Until full at the present mean current, minutes.</summary>
    ToFull,

    /// <summary>Charge taken in since the counters began, mAh.</summary>
    ChargeIn,

    /// <summary>Charge given since the counters began, mAh.</summary>
    ChargeOut,

    /// <summary>Energy taken in since the counters began, mWh.</summary>
    EnergyIn,

    /// <summary>Energy given since the counters began, mWh.</summary>
    EnergyOut,

    /// <summary>How much of the time since the counters began was seen, permille.</summary>
    Coverage,

    /// <summary>Capacity as measured, mAh.</summary>
    CapacityMeasured,

    /// <summary>How much of that measurement's time was seen, permille.</summary>
    CapacityCoverage,

    /// <summary>Whether the battery was not emptied, so that the real capacity is larger.</summary>
    CapacityIsMinimum,

    /// <summary>The battery with the weak cell group, 1..16.</summary>
    WeakBattery,

    /// <summary>The cell group that ends charge or discharge first, 1..4.</summary>
    WeakCell,

    /// <summary>Whether anything is wrong, a warning or an alarm, that is not over.</summary>
    Problem,

    /// <summary>The worst of it in words; of what <see cref="AlarmText"/> lists one by one.</summary>
    ProblemText,

    /// <summary>Requests for data, of each battery.</summary>
    Polls,

    /// <summary>Whole data replies of the battery that was asked.</summary>
    Replies,

    /// <summary>Requests to which nothing came.</summary>
    Timeouts,

    /// <summary>Requests to which something came, but no whole message.</summary>
    CrcErrors,

    /// <summary>Replies of a battery that was not asked.</summary>
    WrongReplies,

    /// <summary>Refusals of the battery that was asked.</summary>
    Refused,

    /// <summary>Whole replies of the battery that was asked, of another length.</summary>
    OtherReplies,

    /// <summary>Replies that contradict themselves.</summary>
    Inconsistent,

    /// <summary>Bytes that belong to no whole message.</summary>
    JunkBytes,

    /// <summary>Discovery rounds.</summary>
    Rounds,

    /// <summary>Acknowledged assignments of a bus id.</summary>
    Assigned,

    /// <summary>Times all batteries had to say again who they are.</summary>
    Renumbered,

    /// <summary>Times another master was given way.</summary>
    Yielded,

    /// <summary>For how long the display has run, minutes: it begins anew with each restart.</summary>
    Uptime,

    /// <summary>The battery that an alarm is about, 1..16.</summary>
    AlarmBattery,

    /// <summary>The cell group that it is about, 1..4.</summary>
    AlarmCell,

    /// <summary>Its <see cref="Model.AlarmKind"/>.</summary>
    AlarmKind,

    /// <summary>How bad it is: 0 a warning, 1 an alarm.</summary>
    AlarmSeverity,

    /// <summary>The value that is or was beyond the limit, in <see cref="AlarmUnit"/>.</summary>
    AlarmValue,

    /// <summary>That limit.</summary>
    AlarmLimit,

    /// <summary>The unit of both.</summary>
    AlarmUnit,

    /// <summary>The alarm in words.</summary>
    AlarmText,

    /// <summary>Whether somebody has acknowledged it.</summary>
    AlarmSeen,

    /// <summary>Whether the condition has ended.</summary>
    AlarmOver,

    /// <summary>For how long it has ended, ms.</summary>
    AlarmOverTime,

    /// <summary>How many there are.</summary>
    Count,
}
