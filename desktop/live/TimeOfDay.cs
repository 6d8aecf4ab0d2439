using ValenceNano.Model;

namespace ValenceNano.Desktop;

/// <summary>A computer knows the time of day; the product is told it.</summary>
public static class TimeOfDay
{
    /// <summary>Tells a product which time it is now. It may be told at every turn.</summary>
    /// <param name="monitor">The product.</param>
    /// <param name="nowMs">Now, on its own clock, ms.</param>
    public static void Tell(Monitor monitor, long nowMs)
    {
        DateTimeOffset now = DateTimeOffset.Now;
        monitor.Logbook.Wall.Set(now.ToUnixTimeMilliseconds(), (int)now.Offset.TotalMinutes, nowMs);
    }
}
