using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// What is wrong with a battery, the worst first. In parentheses the unit of <see cref="Alarm.Value"/> and
/// <see cref="Alarm.Limit"/>, and on which side of the limit the value is. Rules and texts stand in tables of this order.
/// </summary>
public enum AlarmKind
{
    /// <summary>A cell group's voltage is too high (mV, above).</summary>
    CellHigh,

    /// <summary>A cell group's voltage is too low (mV, below).</summary>
    CellLow,

    /// <summary>A cell group is too hot (deg C, above).</summary>
    CellHot,

    /// <summary>A cell group is charged while too cold (deg C, below).</summary>
    CellColdCharging,

    /// <summary>The circuit board is too hot (deg C, above).</summary>
    BoardHot,

    /// <summary>The battery no longer answers, though current flowed when it last did (no value).</summary>
    BatteryLost,

    /// <summary>The state of charge is low (permille, below).</summary>
    SocLow,

    /// <summary>Highest and lowest cell group are far apart at little current (mV, above).</summary>
    CellSpread,

    /// <summary>
    /// The mean cell-group voltage at rest is outside of what it can be at the state of charge that the battery says
    /// (by how many mV, above).
    /// </summary>
    SocDisagrees,

    /// <summary>
    /// Several of its last replies contradict themselves (above): 2 for each, less 1 for each poll since that went
    /// otherwise.
    /// </summary>
    RepliesInconsistent,
}
