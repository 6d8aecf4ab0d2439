namespace ValenceNano.Protocol;

/// <summary>
/// What was sent lately. On a bus whose transceiver goes on receiving while it sends (/RE not joined to DE) it comes back, and
/// must not be taken for the words of another master.
/// </summary>
/// <param name="delayMs">By how much later than on a cable it may come, ms.</param>
internal sealed class SentMessages(int delayMs)
{
    /// <summary>How long an echo may take where nothing is known to delay it, ms.</summary>
    public const int EchoMs = 200;

    // As many as discovery sends in that time, and more.
    private const int Capacity = 16;

    // Of each its CRC with its length above it: another message has the same by a chance of one in 65536. And when it was sent, of which the
    // lower half is enough for a difference.
    private readonly int[] _marks = new int[Capacity];
    private readonly int[] _sentMs = new int[Capacity];
    private int _next;
    private int _count;

    /// <summary>When the last one was sent, ms; long ago before the first.</summary>
    public long LastMs { get; private set; } = long.MinValue / 2;

    /// <summary>Remembers a message.</summary>
    public void Add(byte[] message, int length, long nowMs)
    {
        _marks[_next] = MarkOf(message, length);
        _sentMs[_next] = (int)nowMs;
        LastMs = nowMs;
        _next = (_next + 1) % Capacity;
        _count = _count < Capacity ? _count + 1 : Capacity;
    }

    /// <summary>
    /// Tells whether a whole message is the echo of one that was sent, by its CRC and in time. Each is an echo once, and echoes come
    /// in the order of sending: those before it have none any more.
    /// </summary>
    /// <param name="message">What was heard.</param>
    /// <param name="length">Its length, bytes.</param>
    /// <param name="afterMs">It has come later than this, ms: a caller that comes late may find an echo that came in time.</param>
    public bool TakeEcho(byte[] message, int length, long afterMs)
    {
        for (; _count > 0; _count--)
        {
            int oldest = (_next + Capacity - _count) % Capacity;
            if ((int)afterMs - _sentMs[oldest] < EchoMs + delayMs && _marks[oldest] == MarkOf(message, length))
            {
                _count--;
                return true;
            }
        }

        return false;
    }

    private static int MarkOf(byte[] message, int length) => (length << 16) | (message[length - 1] << 8) | message[length - 2];
}
