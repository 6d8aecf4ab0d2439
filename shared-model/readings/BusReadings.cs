using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>The readings of what happens on the bus, and for how long the display has looked at it.</summary>
internal static class BusReadings
{
    private const int MinuteMs = 60000;

    /// <summary>As <see cref="Readings.Get"/>.</summary>
    public static long Get(BusCounters counters, ReadingId id, long nowMs)
    {
        switch (id)
        {
            case ReadingId.Polls:
                return counters.Polls;
            case ReadingId.Replies:
                return counters.Replies;
            case ReadingId.Timeouts:
                return counters.Timeouts;
            case ReadingId.CrcErrors:
                return counters.CrcErrors;
            case ReadingId.WrongReplies:
                return counters.WrongReplies;
            case ReadingId.Refused:
                return counters.Refused;
            case ReadingId.OtherReplies:
                return counters.OtherReplies;
            case ReadingId.Inconsistent:
                return counters.Inconsistent;
            case ReadingId.JunkBytes:
                return counters.JunkBytes;
            case ReadingId.Rounds:
                return counters.Rounds;
            case ReadingId.Assigned:
                return counters.Assigned;
            case ReadingId.Renumbered:
                return counters.Renumbered;
            case ReadingId.Yielded:
                return counters.Yielded;
            case ReadingId.Uptime:
                return nowMs / MinuteMs;
            default:
                return Reading.Unknown;
        }
    }
}
