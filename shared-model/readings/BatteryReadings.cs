using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>The readings of one battery.</summary>
internal static class BatteryReadings
{
    /// <summary>As <see cref="Readings.Get"/>.</summary>
    /// <param name="battery">Which.</param>
    /// <param name="values">Its last values; null: there are none.</param>
    /// <param name="alarms">For what is wrong with it.</param>
    /// <param name="id">As there.</param>
    /// <param name="item">As there.</param>
    /// <param name="nowMs">As there.</param>
    public static long Get(Battery battery, Telemetry values, AlarmList alarms, ReadingId id, int item, long nowMs)
    {
        switch (id)
        {
            case ReadingId.Number:
                return battery.Number;
            case ReadingId.BusId:
                return battery.BusId > 0 ? battery.BusId : Reading.Unknown;
            case ReadingId.Problem:
                return alarms.Worst(battery) != null ? 1 : 0;
            case ReadingId.State:
                return (int)battery.State;
        }

        if (values == null)
        {
            return Reading.Unknown;
        }

        switch (id)
        {
            case ReadingId.Age:
                return battery.AgeMs(nowMs);
            case ReadingId.SocInDoubt:
                return alarms.IsRaised(battery, AlarmKind.SocDisagrees) ? 1 : 0;
            case ReadingId.Power:
                return Power(values);
            case ReadingId.ChargePower:
                return Power(values) > 0 ? Power(values) : 0;
            case ReadingId.DischargePower:
                return Power(values) < 0 ? -Power(values) : 0;
            case ReadingId.CellSpread:
                return values.CellMaxMv - values.CellMinMv;
            case ReadingId.TemperatureMax:
                return values.CellMaxC;
            default:
                return ReplyReadings.Get(values, id, item);
        }
    }

    private static long Power(Telemetry values) => (long)values.VoltageMv * values.CurrentMa / 1000;
}
