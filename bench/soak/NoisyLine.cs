using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>A line that is never quiet: random bytes at its full speed.</summary>
internal sealed class NoisyLine(VirtualWire wire, Random random)
{
    private const long ByteNs = 86_806;
    private const long AheadUs = 500_000;

    private readonly byte[] _chunk = new byte[1152];
    private long _fromUs;
    private long _endUs;

    /// <summary>Begins.</summary>
    public void Begin(long nowMs, long endMs)
    {
        _fromUs = nowMs * 1000;
        _endUs = endMs * 1000;
        Step(nowMs);
    }

    /// <summary>Goes on, for half a second from now.</summary>
    public void Step(long nowMs)
    {
        int left = Left();
        while (left > 0 && _fromUs < (nowMs * 1000) + AheadUs)
        {
            random.NextBytes(_chunk);
            _fromUs = wire.Transmit(null, _chunk.AsSpan(0, Math.Min(left, _chunk.Length)), _fromUs);
            left = Left();
        }
    }

    /// <summary>When <see cref="Step"/> wants to be called, ms.</summary>
    public long DueMs => (_fromUs - (AheadUs / 2)) / 1000;

    private int Left() => (int)((_endUs - _fromUs) * 1000 / ByteNs);
}
