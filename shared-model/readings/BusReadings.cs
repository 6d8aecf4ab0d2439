using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>The readings of what happens on the bus, and for how long the display has looked at it.</summary>
internal static class BusReadings
{
    private const int First = (int)ReadingId.Polls;
    private const int MinuteMs = 60000;

    /// <summary>As <see cref="Readings.Fetch"/>.</summary>
    public static void Fetch(BusCounters counters, long[] values, long nowMs)
    {
        values[0] = counters.Polls;
        values[(int)ReadingId.Replies - First] = counters.Replies;
        values[(int)ReadingId.Timeouts - First] = counters.Timeouts;
        values[(int)ReadingId.CrcErrors - First] = counters.CrcErrors;
        values[(int)ReadingId.WrongReplies - First] = counters.WrongReplies;
        values[(int)ReadingId.Refused - First] = counters.Refused;
        values[(int)ReadingId.OtherReplies - First] = counters.OtherReplies;
        values[(int)ReadingId.Inconsistent - First] = counters.Inconsistent;
        values[(int)ReadingId.JunkBytes - First] = counters.JunkBytes;
        values[(int)ReadingId.Rounds - First] = counters.Rounds;
        values[(int)ReadingId.Assigned - First] = counters.Assigned;
        values[(int)ReadingId.Renumbered - First] = counters.Renumbered;
        values[(int)ReadingId.Yielded - First] = counters.Yielded;
        values[(int)ReadingId.Uptime - First] = nowMs / MinuteMs;
    }
}
