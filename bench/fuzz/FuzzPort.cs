using ValenceNano.Protocol;

namespace ValenceNano.Bench;

/// <summary>
/// A bus port whose bytes are put in by hand and come out in portions of any size, and which notes what is sent. It
/// allocates nothing while the product calls it, and turns a poll that would never end into an exception.
/// </summary>
internal sealed class FuzzPort(Random random) : IBusPort
{
    /// <summary>Reads in one poll that bring nothing: more than a few mean that it turns in circles.</summary>
    private const int MaxEmptyReads = 64;

    // One discovery or poll window can end in a poll, and the next begin.
    private const int MaxRequests = 2;

    private readonly byte[] _waiting = new byte[1 << 16];
    private int _start;
    private int _end;
    private int _arrived;
    private int _emptyReads;

    /// <summary>What was sent in this poll, one behind the other.</summary>
    public readonly byte[] Sent = new byte[MaxRequests * MessageFormat.MaxRequestLength];

    /// <summary>Length of <see cref="Sent"/>.</summary>
    public int SentLength { get; private set; }

    /// <summary>Bytes that have not arrived yet.</summary>
    public int Waiting => _end - _arrived;

    /// <summary>Puts bytes on their way.</summary>
    public void Put(byte[] bytes)
    {
        if (_end + bytes.Length > _waiting.Length)
        {
            _waiting.AsSpan(_start, _end - _start).CopyTo(_waiting);
            _end -= _start;
            _arrived -= _start;
            _start = 0;
        }

        // More than a poll can leave unread is lost, as in a UART.
        int count = Math.Min(bytes.Length, _waiting.Length - _end);
        bytes.AsSpan(0, count).CopyTo(_waiting.AsSpan(_end));
        _end += count;
    }

    /// <summary>Lets so many bytes arrive, and a new poll begin.</summary>
    public void BeginPoll(int arriving)
    {
        _arrived = Math.Min(_end, _arrived + arriving);
        _emptyReads = 0;
        SentLength = 0;
    }

    /// <inheritdoc/>
    public void Write(byte[] buffer, int offset, int count)
    {
        Require.That(SentLength + count <= Sent.Length, $"more than {MaxRequests} messages in one poll");
        Buffer.BlockCopy(buffer, offset, Sent, SentLength, count);
        SentLength += count;
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        int available = Math.Min(count, _arrived - _start);
        if (available == 0 || random.Next(8) == 0)
        {
            Require.That(++_emptyReads < MaxEmptyReads, $"{MaxEmptyReads} reads in vain in one poll");
            return 0;
        }

        int taken = random.Next(1, available + 1);
        Buffer.BlockCopy(_waiting, _start, buffer, offset, taken);
        _start += taken;
        return taken;
    }
}
