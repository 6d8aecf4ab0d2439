using System;

namespace ValenceNano.Protocol;

/// <summary>
/// What was sent lately. On a bus whose transceiver goes on receiving while it sends (/RE not joined to DE) it comes back, and
/// must not be taken for the words of another master.
/// </summary>
internal sealed class SentMessages
{
    /// <summary>How long an echo may take, ms: one over the network has made its way twice.</summary>
    public const int EchoMs = 200;

    // As many as discovery sends in that time, and more.
    private const int Capacity = 16;

    private readonly byte[] _bytes = new byte[Capacity * MessageFormat.MaxRequestLength];
    private readonly int[] _lengths = new int[Capacity];
    private readonly long[] _sentMs = new long[Capacity];
    private int _next;
    private int _count;

    /// <summary>When the last one was sent, ms; long ago before the first.</summary>
    public long LastMs { get; private set; } = long.MinValue / 2;

    /// <summary>Remembers a message, <see cref="MessageFormat.MaxRequestLength"/> bytes at most.</summary>
    public void Add(byte[] message, int length, long nowMs)
    {
        Array.Copy(message, 0, _bytes, _next * MessageFormat.MaxRequestLength, length);
        _lengths[_next] = length;
        _sentMs[_next] = nowMs;
        LastMs = nowMs;
        _next = (_next + 1) % Capacity;
        _count = _count < Capacity ? _count + 1 : Capacity;
    }

    /// <summary>
    /// Tells whether a message is the echo of one that was sent, byte by byte and in time. Each is an echo once, and echoes come
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
            if (afterMs - _sentMs[oldest] < EchoMs && _lengths[oldest] == length && IsAt(oldest, message, length))
            {
                _count--;
                return true;
            }
        }

        return false;
    }

    private bool IsAt(int place, byte[] message, int length)
    {
        int offset = place * MessageFormat.MaxRequestLength;
        int i = 0;
        while (i < length && _bytes[offset + i] == message[i])
        {
            i++;
        }

        return i == length;
    }
}
