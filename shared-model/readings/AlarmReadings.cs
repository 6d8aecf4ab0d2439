namespace ValenceNano.Model;

/// <summary>The readings of one raised alarm.</summary>
internal static class AlarmReadings
{
    /// <summary>As <see cref="Readings.Get"/>.</summary>
    public static long Get(Alarm alarm, ReadingId id, long nowMs)
    {
        switch (id)
        {
            case ReadingId.AlarmBattery:
                return alarm.Battery == null ? Reading.Unknown : alarm.Battery.Number;
            case ReadingId.AlarmCell:
                return alarm.Cell > 0 ? alarm.Cell : Reading.Unknown;
            case ReadingId.AlarmSeverity:
                return (int)alarm.Severity - (int)AlarmSeverity.Warning;
            case ReadingId.AlarmValue:
                return AlarmTable.HasLimit(alarm.Kind) ? alarm.Value : Reading.Unknown;
            case ReadingId.AlarmLimit:
                return AlarmTable.HasLimit(alarm.Kind) ? alarm.Limit : Reading.Unknown;
            case ReadingId.AlarmSeen:
                return alarm.IsAcknowledged ? 1 : 0;
            case ReadingId.AlarmOver:
                return alarm.IsOver ? 1 : 0;
            case ReadingId.AlarmOverTime:
                return alarm.IsOver ? nowMs - alarm.OverSinceMs : Reading.Unknown;
            default:
                return Reading.Unknown;
        }
    }
}
