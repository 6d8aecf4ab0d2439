namespace ValenceNano.Protocol;

/// <summary>A rule for each <see cref="AlarmKind"/>, made from limits that have been checked.</summary>
internal sealed class AlarmRules
{
    /// <summary>The kinds that are judged from values, and so end with them; bits as in <see cref="BatteryWatch.Open"/>.</summary>
    public const int OfValues = ~((1 << (int)AlarmKind.BatteryLost) | (1 << (int)AlarmKind.RepliesInconsistent));

    /// <summary>More <see cref="BatteryWatch.Contradictions"/> are told: two replies in a row make 4.</summary>
    private const int MaxContradictions = 3;

    public readonly AlarmRule CellHigh;
    public readonly AlarmRule CellLow;
    public readonly AlarmRule CellHot;
    public readonly AlarmRule CellColdCharging;
    public readonly AlarmRule BoardHot;
    public readonly AlarmRule BatteryLost;
    public readonly AlarmRule SocLow;
    public readonly AlarmRule CellSpread;
    public readonly AlarmRule SocDisagrees;
    public readonly AlarmRule RepliesInconsistent;

    public AlarmRules(AlarmLimits l)
    {
        int ms = l.MinimumMs;
        CellHigh = AlarmRule.Above(AlarmKind.CellHigh, l.CellHighWarnMv, l.CellHighAlarmMv, l.CellHysteresisMv, ms);
        CellLow = AlarmRule.Below(AlarmKind.CellLow, l.CellLowWarnMv, l.CellLowAlarmMv, l.CellHysteresisMv, ms);
        CellHot = AlarmRule.Above(AlarmKind.CellHot, l.CellHotWarnC, l.CellHotAlarmC, l.TemperatureHysteresisC, ms);
        CellColdCharging = AlarmRule.Below(
            AlarmKind.CellColdCharging, l.ChargingMinC, l.ChargingMinC, l.TemperatureHysteresisC, ms);
        BoardHot = AlarmRule.Above(AlarmKind.BoardHot, l.BoardHotWarnC, l.BoardHotAlarmC, l.TemperatureHysteresisC, ms);
        SocLow = AlarmRule.Below(
            AlarmKind.SocLow, l.SocLowWarnPermille, l.SocLowAlarmPermille, l.SocHysteresisPermille, ms);
        CellSpread = AlarmRule.WarnAbove(AlarmKind.CellSpread, l.SpreadWarnMv, l.SpreadHysteresisMv, ms);
        SocDisagrees = AlarmRule.WarnAbove(AlarmKind.SocDisagrees, 0, l.SocDisagreesHysteresisMv, l.SocDisagreesMs);

        // These two have had their time before they are true.
        BatteryLost = AlarmRule.Above(AlarmKind.BatteryLost, 0, 0, 0, 0);
        RepliesInconsistent = AlarmRule.WarnAbove(AlarmKind.RepliesInconsistent, MaxContradictions, MaxContradictions, 0);
    }
}
