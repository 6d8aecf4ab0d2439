using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>The readings of one battery.</summary>
internal static class BatteryReadings
{
    /// <summary>As <see cref="Readings.Fetch"/>, but for those of <see cref="EnergyReadings"/>.</summary>
    public static void Fetch(Battery battery, AlarmList alarms, WallClock wall, long[] values, long nowMs)
    {
        int busId = battery.BusId;
        values[(int)ReadingId.Number] = battery.Number;
        values[(int)ReadingId.BusId] = busId > 0 ? busId : Reading.Unknown;
        values[(int)ReadingId.State] = (int)battery.State;
        values[(int)ReadingId.Problem] = alarms.Worst(battery) != null ? 1 : 0;
        if (!battery.HasValues)
        {
            for (int id = (int)ReadingId.Age; id <= (int)ReadingId.Broken; id++)
            {
                values[id] = Reading.Unknown;
            }

            return;
        }

        values[(int)ReadingId.Age] = battery.AgeMs(nowMs);
        values[(int)ReadingId.LastSeen] = wall.IsKnown ? wall.UtcMs(battery.ValuesMs) : Reading.Unknown;
        values[(int)ReadingId.SocInDoubt] = alarms.IsInDoubt(battery) ? 1 : 0;
        ReplyReadings.Fetch(battery.Values, values);
    }
}
