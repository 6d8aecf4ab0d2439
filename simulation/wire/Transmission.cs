namespace ValenceNano.Simulation;

/// <summary>Bytes that one sender puts on the wire without a pause.</summary>
internal sealed class Transmission
{
    private const long ByteNs = 10L * 1_000_000_000 / 115_200;

    private byte[] _bytes = new byte[64];
    private int _count;
    private int _next;

    public IWireListener? Sender { get; private set; }

    public long StartUs { get; private set; }

    /// <summary>At least one of its bits was turned.</summary>
    public bool IsCorrupt { get; set; }

    /// <summary>Another spoke at the same time.</summary>
    public bool HasCollided { get; set; }

    public bool IsOver => _next == _count;

    public byte NextByte => _bytes[_next];

    public long NextStartUs => StartUs + (_next * ByteNs / 1000);

    public long NextEndUs => StartUs + ((_next + 1) * ByteNs / 1000);

    public long EndUs => StartUs + (_count * ByteNs / 1000);

    public void Begin(IWireListener? sender, ReadOnlySpan<byte> bytes, long startUs)
    {
        if (bytes.Length > _bytes.Length)
        {
            _bytes = new byte[bytes.Length];
        }

        bytes.CopyTo(_bytes);
        _count = bytes.Length;
        _next = 0;
        Sender = sender;
        IsCorrupt = false;
        HasCollided = false;
        StartUs = startUs;
    }

    public void Advance() => _next++;
}
