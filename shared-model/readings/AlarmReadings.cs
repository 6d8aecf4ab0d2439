namespace ValenceNano.Model;

/// <summary>The readings of one raised alarm.</summary>
internal static class AlarmReadings
{
    private const int First = (int)ReadingId.AlarmBattery;

    /// <summary>As <see cref="Readings.Fetch"/>.</summary>
    public static void Fetch(Alarm alarm, long[] values, long nowMs)
    {
        bool hasLimit = AlarmTable.HasLimit(alarm.Kind);
        values[0] = alarm.Battery == null ? Reading.Unknown : alarm.Battery.Number;
        values[(int)ReadingId.AlarmCell - First] = alarm.Cell > 0 ? alarm.Cell : Reading.Unknown;
        values[(int)ReadingId.AlarmSeverity - First] = (int)alarm.Severity - (int)AlarmSeverity.Warning;
        values[(int)ReadingId.AlarmValue - First] = hasLimit ? alarm.Value : Reading.Unknown;
        values[(int)ReadingId.AlarmLimit - First] = hasLimit ? alarm.Limit : Reading.Unknown;
        values[(int)ReadingId.AlarmSeen - First] = alarm.IsAcknowledged ? 1 : 0;
        values[(int)ReadingId.AlarmOver - First] = alarm.IsOver ? 1 : 0;
        values[(int)ReadingId.AlarmOverTime - First] = alarm.IsOver ? nowMs - alarm.OverSinceMs : Reading.Unknown;
    }
}
