namespace ValenceNano.Model;

/// <summary>The time of day, where somebody has told it; the product's own clock only knows how long it has run.</summary>
public sealed class WallClock
{
    private const long DayMs = 86400000;

    private long _localAtZeroMs;
    private long _utcAtZeroMs;

    /// <summary>Somebody has told it.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Sets it.</summary>
    /// <param name="utcMs">The time in UTC, ms since 1 January 1970.</param>
    /// <param name="offsetMinutes">Local time less UTC, minutes.</param>
    /// <param name="nowMs">When that is, on the clock of the program.</param>
    public void Set(long utcMs, int offsetMinutes, long nowMs)
    {
        _utcAtZeroMs = utcMs - nowMs;
        _localAtZeroMs = utcMs + offsetMinutes * 60000L - nowMs;
        IsKnown = true;
    }

    /// <summary>The local day, days since 1 January 1970; means nothing while <see cref="IsKnown"/> is false.</summary>
    public int Day(long nowMs) => (int)((_localAtZeroMs + nowMs) / DayMs);

    /// <summary>How long ago a day began, as <see cref="Day"/> has it, ms; negative: it has not. Means nothing while <see cref="IsKnown"/> is false.</summary>
    public long SinceMs(int day, long nowMs) => _localAtZeroMs + nowMs - (day * DayMs);

    /// <summary>The time in UTC, ms since 1 January 1970; means nothing while <see cref="IsKnown"/> is false.</summary>
    public long UtcMs(long nowMs) => _utcAtZeroMs + nowMs;
}
