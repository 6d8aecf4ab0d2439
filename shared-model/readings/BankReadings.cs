using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>The readings of all batteries together.</summary>
internal static class BankReadings
{
    /// <summary>As <see cref="Readings.Fetch"/>, but for those of <see cref="EnergyReadings"/>.</summary>
    public static void Fetch(Bank bank, BatteryList batteries, AlarmList alarms, WallClock wall, long[] values)
    {
        bool isLive = bank.LiveCount > 0;
        int powerMw = bank.PowerMw;
        values[(int)ReadingId.LastSeen] = LastSeen(batteries, wall);
        values[(int)ReadingId.Batteries] = bank.BatteryCount;
        values[(int)ReadingId.Live] = bank.LiveCount;
        values[(int)ReadingId.Soc] = bank.SocPermille;
        values[(int)ReadingId.SocInDoubt] = !isLive ? Reading.Unknown : alarms.IsAnyInDoubt ? 1 : 0;
        values[(int)ReadingId.Voltage] = bank.VoltageMv;
        values[(int)ReadingId.Current] = bank.CurrentMa;
        values[(int)ReadingId.Power] = powerMw;
        values[(int)ReadingId.ChargePower] = powerMw == Reading.Unknown || powerMw > 0 ? powerMw : 0;
        values[(int)ReadingId.DischargePower] = powerMw == Reading.Unknown ? powerMw : powerMw < 0 ? -powerMw : 0;
        values[(int)ReadingId.CellMax] = bank.CellMaxMv;
        values[(int)ReadingId.CellMin] = bank.CellMinMv;
        values[(int)ReadingId.CellSpread] = isLive ? bank.CellMaxMv - bank.CellMinMv : Reading.Unknown;
        values[(int)ReadingId.Remaining] = bank.RemainingMah;
        values[(int)ReadingId.ToEmpty] = bank.ToEmptyMinutes;
        values[(int)ReadingId.ToFull] = bank.ToFullMinutes;
        values[(int)ReadingId.Problem] = alarms.Worst(null) != null ? 1 : 0;
    }

    // When the newest values of any battery came.
    private static long LastSeen(BatteryList batteries, WallClock wall)
    {
        long newestMs = -1;
        for (int i = 0; wall.IsKnown && i < batteries.Count; i++)
        {
            Battery battery = batteries[i];
            if (battery.HasValues && battery.ValuesMs > newestMs)
            {
                newestMs = battery.ValuesMs;
            }
        }

        return newestMs >= 0 ? wall.UtcMs(newestMs) : Reading.Unknown;
    }
}
