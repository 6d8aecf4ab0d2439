namespace ValenceNano.Protocol;

/// <summary>
/// Cuts the bytes of both sides of the bus into messages: glued ones apart, cut ones together, junk from between.
/// It begins again at the next whole message and loses none that is whole. Every byte put in comes out once, in order,
/// in a message or in <see cref="MessageKind.Junk"/>, and how the bytes were portioned makes no difference.
/// </summary>
/// <remarks>
/// A message is recognised by its fixed bytes, its length and its CRC, so each byte is normally looked at once, by the
/// CRC. Usage: put bytes in with <see cref="Put"/>, then call <see cref="Next"/> until it returns <see cref="MessageKind.None"/>.
/// Whoever knows to the ms when bytes came does the latter before he puts them in, too: so a burst before them ends in time.
/// </remarks>
/// <param name="delayMs">How much longer than <see cref="BurstGapMs"/> the pause within a message may be, ms: on a network.</param>
public sealed partial class MessageSplitter(int delayMs = 0)
{
    /// <summary>Silence after which the rest of a cut message no longer comes, ms.</summary>
    public const int BurstGapMs = 50;

    /// <summary>The longest run of junk that comes out in one piece, bytes.</summary>
    public const int MaxJunkLength = 128;

    /// <summary>For so many bytes there is always room once all that can come out has, and so for a whole message.</summary>
    public const int MinRoom = 256;

    // Of what stays there are at most a run of junk and a part of a message.
    private const int Capacity = MaxJunkLength + MessageFormat.MaxLength + MinRoom;

    private int _start;
    private int _scan;
    private int _end;
    private bool _burstEnded;
    private long _lastByteMs;

    /// <summary>The bytes that <see cref="MessageStart"/> and <see cref="MessageLength"/> point into.</summary>
    /// <remarks>A field, because an interpreter pays for a property with a call, and whoever looks for bytes asks for it each time.</remarks>
    public readonly byte[] Buffer = new byte[Capacity];

    /// <summary>Where in <see cref="Buffer"/> the last result of <see cref="Next"/> begins; good until bytes are put in.</summary>
    public int MessageStart { get; private set; }

    /// <summary>How long the last result of <see cref="Next"/> is, bytes.</summary>
    public int MessageLength { get; private set; }

    /// <summary>How many bytes were put in and have not come out yet.</summary>
    public int Pending => _end - _start;

    /// <summary>Takes bytes that have come, as far as there is room: <see cref="MinRoom"/> or more when drained.</summary>
    /// <param name="bytes">Where they are.</param>
    /// <param name="offset">The first one.</param>
    /// <param name="count">How many.</param>
    /// <param name="nowMs">When they came, or were looked for, ms.</param>
    /// <returns>The number of bytes taken.</returns>
    public int Put(byte[] bytes, int offset, int count, long nowMs)
    {
        int end = MakeRoom();
        int room = Capacity - end;
        int taken = count < room ? count : room;
        if (taken > 0)
        {
            System.Array.Copy(bytes, offset, Buffer, end, taken);
            Extend(taken, nowMs);
        }

        return taken;
    }

    /// <summary>
    /// Makes room behind the bytes that have not come out, for whoever writes into <see cref="Buffer"/> himself and then calls
    /// <see cref="Extend"/>: <see cref="MinRoom"/> bytes or more when drained.
    /// </summary>
    /// <returns>Where it begins.</returns>
    internal int MakeRoom()
    {
        if (_start > 0)
        {
            int pending = _end - _start;
            System.Array.Copy(Buffer, _start, Buffer, 0, pending);
            _scan -= _start;
            _end = pending;
            _start = 0;
        }

        return _end;
    }

    /// <summary>So many bytes have come, and were put where <see cref="MakeRoom"/> said.</summary>
    internal void Extend(int count, long nowMs)
    {
        _burstEnded = false;
        _lastByteMs = nowMs;
        _end += count;
    }

    /// <summary>
    /// Says that no more bytes come: what is cut off now stays cut off. Call <see cref="Next"/> afterwards until it
    /// returns <see cref="MessageKind.None"/>.
    /// </summary>
    public void EndBurst() => _burstEnded = true;

    /// <summary>
    /// Finds the next message. A run of junk comes out in front of the message that ends it, when the burst ends, or
    /// when it is 128 bytes long.
    /// </summary>
    /// <param name="nowMs">
    /// Now, ms: <see cref="BurstGapMs"/> after the last byte the burst has ended, and what is cut off stays so; also if the
    /// clock was set back.
    /// </param>
    /// <returns>Its kind; <see cref="MessageKind.None"/> if more bytes are needed.</returns>
    public MessageKind Next(long nowMs)
    {
        if (_start == _end)
        {
            return MessageKind.None;
        }

        long silenceMs = nowMs - _lastByteMs;
        _burstEnded |= silenceMs >= BurstGapMs + delayMs || silenceMs < 0;
        while (_scan < _end)
        {
            int available = _end - _scan;
            int length = LengthAt(_scan, available);
            if (length > available && !_burstEnded)
            {
                return MessageKind.None;
            }

            if (length > 0 && length <= available && Crc16.IsGood(Buffer, _scan, length))
            {
                return _scan > _start ? Take(MessageKind.Junk, _scan) : Take(_candidate, _scan + length);
            }

            PassNoise();
            if (_scan - _start == MaxJunkLength)
            {
                return Take(MessageKind.Junk, _scan);
            }
        }

        return _burstEnded && _scan > _start ? Take(MessageKind.Junk, _scan) : MessageKind.None;
    }

    // Goes on to the next byte that may begin a message by what stands behind it, to the last byte, or until a piece of junk is
    // full. Of random bytes one in 23 may: on a line that is never quiet nothing else counts.
    private void PassNoise()
    {
        byte[] b = Buffer;
        byte[] begins = _secondBytes;
        int last = _start + MaxJunkLength;
        last = last < _end ? last : _end - 1;
        int scan = _scan + 1;
        while (scan < last && begins[b[scan + 1]] == 0)
        {
            scan++;
        }

        _scan = scan;
    }

    private MessageKind Take(MessageKind kind, int end)
    {
        MessageStart = _start;
        MessageLength = end - _start;
        _start = end;
        _scan = end;
        return kind;
    }
}
