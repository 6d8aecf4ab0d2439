namespace ValenceNano.Model;

/// <summary>The readings of all batteries together.</summary>
internal static class BankReadings
{
    /// <summary>As <see cref="Readings.Get"/>.</summary>
    public static long Get(Bank bank, AlarmList alarms, ReadingId id)
    {
        switch (id)
        {
            case ReadingId.Problem:
                return alarms.Worst(null) != null ? 1 : 0;
            case ReadingId.Batteries:
                return bank.BatteryCount;
            case ReadingId.Live:
                return bank.LiveCount;
            case ReadingId.Soc:
                return bank.SocPermille;
            case ReadingId.SocInDoubt:
                return bank.LiveCount == 0 ? Reading.Unknown : alarms.IsRaised(null, AlarmKind.SocDisagrees) ? 1 : 0;
            case ReadingId.Voltage:
                return bank.VoltageMv;
            case ReadingId.Current:
                return bank.CurrentMa;
            case ReadingId.Power:
                return bank.PowerMw;
            case ReadingId.ChargePower:
                return bank.PowerMw >= 0 || bank.PowerMw == Reading.Unknown ? bank.PowerMw : 0;
            case ReadingId.DischargePower:
                return bank.PowerMw == Reading.Unknown ? Reading.Unknown : bank.PowerMw < 0 ? -bank.PowerMw : 0;
            case ReadingId.CellMin:
                return bank.CellMinMv;
            case ReadingId.CellMax:
                return bank.CellMaxMv;
            case ReadingId.CellSpread:
                return bank.LiveCount > 0 ? bank.CellMaxMv - bank.CellMinMv : Reading.Unknown;
            case ReadingId.Remaining:
                return bank.RemainingMah;
            case ReadingId.ToEmpty:
                return bank.ToEmptyMinutes;
            case ReadingId.ToFull:
                return bank.ToFullMinutes;
            default:
                return Reading.Unknown;
        }
    }
}
