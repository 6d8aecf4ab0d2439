namespace ValenceNano.Desktop;

/// <summary>When the bytes that wait in a splitter came, run by run: it gives back bytes in the order they were put in.</summary>
public sealed class PendingTimes
{
    // Bounded by the splitter: it holds at most 255 bytes back, and each run has one at least.
    private readonly Queue<(long? TimeMs, int Length)> _runs = new();
    private int _takenOfFirst;

    /// <summary>Bytes go in, one or more.</summary>
    public void Put(long? timeMs, int length) => _runs.Enqueue((timeMs, length));

    /// <summary>Bytes come out, no more than went in.</summary>
    /// <returns>When the first of them went in, ms; null if that is not known.</returns>
    public long? Take(int length)
    {
        long? timeMs = _runs.Peek().TimeMs;
        _takenOfFirst += length;
        while (_runs.TryPeek(out (long? TimeMs, int Length) first) && _takenOfFirst >= first.Length)
        {
            _takenOfFirst -= first.Length;
            _runs.Dequeue();
        }

        return timeMs;
    }
}
