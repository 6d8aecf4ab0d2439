namespace ValenceNano.Desktop;

/// <summary>Times of a clock, over any number of midnights.</summary>
public sealed class ClockLineTime : ILineTime
{
    private const long MsPerDay = 24 * 60 * 60 * 1000;

    private long? _firstMs;
    private long _lastMs;
    private long _midnightsMs;

    /// <inheritdoc/>
    public string Name => "clock times";

    /// <inheritdoc/>
    public int StepMs { get; private set; } = 1;

    /// <inheritdoc/>
    public long? Read(ReadOnlySpan<byte> text, out int first, out int behind)
    {
        if (!ClockTime.TryFind(text, out ClockTime time))
        {
            first = behind = 0;
            return null;
        }

        first = time.Start;
        behind = time.End;
        StepMs = time.StepMs;
        return SinceFirst(time);
    }

    // Without a date a clock that goes back by more than half a day has passed midnight.
    private long SinceFirst(ClockTime time)
    {
        long nowMs = time.MsOfDay + (time.Day * MsPerDay ?? _midnightsMs);
        if (time.Day == null && nowMs < _lastMs - (MsPerDay / 2))
        {
            _midnightsMs += MsPerDay;
            nowMs += MsPerDay;
        }

        _lastMs = nowMs;
        _firstMs ??= nowMs;
        return nowMs - _firstMs.Value;
    }
}
