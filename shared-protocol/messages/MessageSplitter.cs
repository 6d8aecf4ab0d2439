namespace ValenceNano.Protocol;

/// <summary>
/// Cuts the bytes of both sides of the bus into messages: glued ones apart, cut ones together, junk from between.
/// It begins again at the next whole message and loses none that is whole. Every byte put in comes out once, in order,
/// in a message or in <see cref="MessageKind.Junk"/>, and how the bytes were portioned makes no difference.
/// </summary>
/// <remarks>
/// A message is recognised by its fixed bytes, its length and its CRC, so each byte is normally looked at once, by the
/// CRC. Usage: put bytes in with <see cref="ReadFrom"/>, then call <see cref="Next"/> until it
/// returns <see cref="MessageKind.None"/>. When the line has been silent, call <see cref="EndBurst"/> and drain again.
/// </remarks>
public sealed class MessageSplitter
{
    /// <summary>Silence after which the rest of a cut message no longer comes, ms.</summary>
    public const int BurstGapMs = 50;

    /// <summary>The longest run of junk that comes out in one piece, bytes.</summary>
    public const int MaxJunkLength = 128;

    // Behind the longest junk and the longest part of a message there is always room for a whole message.
    private const int Capacity = 512;

    private int _start;
    private int _scan;
    private int _end;
    private bool _burstEnded;
    private MessageKind _candidate;

    /// <summary>The bytes that <see cref="MessageStart"/> and <see cref="MessageLength"/> point into.</summary>
    public readonly byte[] Buffer = new byte[Capacity];

    /// <summary>Where in <see cref="Buffer"/> the last result of <see cref="Next"/> begins; good until bytes are put in.</summary>
    public int MessageStart;

    /// <summary>How long the last result of <see cref="Next"/> is, bytes.</summary>
    public int MessageLength;

    /// <summary>How many bytes were put in and have not come out yet, 0..511.</summary>
    public int Pending;

    /// <summary>Takes what the port has, as far as there is room; after draining there is room for 130 or more.</summary>
    /// <returns>The number of bytes taken; 0 if nothing has arrived.</returns>
    public int ReadFrom(IBusPort port)
    {
        if (_start > 0)
        {
            MakeRoom();
        }

        int count = port.Read(Buffer, _end, Capacity - _end);
        if (count > 0)
        {
            _burstEnded = false;
            _end += count;
            Pending += count;
        }

        return count;
    }

    /// <summary>
    /// Says that the line was silent for <see cref="BurstGapMs"/>, or that no more bytes come: what is cut off now stays
    /// cut off. Call <see cref="Next"/> afterwards until it returns <see cref="MessageKind.None"/>.
    /// </summary>
    public void EndBurst() => _burstEnded = true;

    /// <summary>
    /// Finds the next message. A run of junk comes out in front of the message that ends it, when the burst ends, or
    /// when it is 128 bytes long.
    /// </summary>
    /// <returns>Its kind; <see cref="MessageKind.None"/> if more bytes are needed.</returns>
    public MessageKind Next()
    {
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

            _scan++;
            if (_scan - _start == MaxJunkLength)
            {
                return Take(MessageKind.Junk, _scan);
            }
        }

        return _burstEnded && _scan > _start ? Take(MessageKind.Junk, _scan) : MessageKind.None;
    }

    private MessageKind Take(MessageKind kind, int end)
    {
        MessageStart = _start;
        MessageLength = end - _start;
        Pending -= MessageLength;
        _start = end;
        _scan = end;
        return kind;
    }

    private void MakeRoom()
    {
        if (Pending > 0)
        {
            System.Array.Copy(Buffer, _start, Buffer, 0, Pending);
        }

        _scan -= _start;
        _end = Pending;
        _start = 0;
    }

    // The length of the message that may begin here (and its kind in _candidate), 0 if none can. Where too few bytes
    // are there to tell, a length greater than what is available.
    private int LengthAt(int at, int available)
    {
        byte[] b = Buffer;
        int first = b[at];
        if (first > MessageFormat.MaxBusId && first != MessageFormat.Management)
        {
            return 0;
        }

        if (available < 3)
        {
            return 3;
        }

        if (first == MessageFormat.Everyone)
        {
            _candidate = MessageKind.Reset;
            return Matches(at, available, MessageFormat.ResetRegister, 0);
        }

        if (first == MessageFormat.Management)
        {
            int length = ManagementLength(b[at + 1]);
            return b[at + 2] == length ? length : 0;
        }

        switch (b[at + 1])
        {
            case MessageFormat.ReadFunction:
            case MessageFormat.ReadInputFunction:
                return ReadLength(at, available);
            case MessageFormat.WriteFunction:
                return WriteLength(at, available);
            case MessageFormat.ReadFunction | MessageFormat.RefusedBit:
            case MessageFormat.ReadInputFunction | MessageFormat.RefusedBit:
            case MessageFormat.WriteFunction | MessageFormat.RefusedBit:
                _candidate = MessageKind.Refused;
                return b[at + 2] != 0 && b[at + 2] <= MessageFormat.MaxRefusalCode ? MessageFormat.RefusedLength : 0;
            default:
                return 0;
        }
    }

    private int ManagementLength(int command)
    {
        switch (command)
        {
            case MessageFormat.RoundCommand:
                _candidate = MessageKind.Round;
                return MessageFormat.ShortLength;
            case MessageFormat.SlotPollCommand:
                _candidate = MessageKind.SlotPoll;
                return MessageFormat.ShortLength;
            case MessageFormat.AssignedCommand:
                _candidate = MessageKind.Assigned;
                return MessageFormat.ShortLength;
            case MessageFormat.SerialCommand:
                _candidate = MessageKind.Serial;
                return MessageFormat.SerialMessageLength;
            case MessageFormat.AssignCommand:
                _candidate = MessageKind.Assign;
                return MessageFormat.AssignLength;
            default:
                return 0;
        }
    }

    // A request to read, and its reply: what is the high byte of a register in the one is the count of bytes in the other.
    // Where both may be meant the shorter one is tried first, so that how the bytes are portioned makes no difference.
    private int ReadLength(int at, int available)
    {
        int byteCount = Buffer[at + 2];
        bool mayBeReply = byteCount != 0 && (byteCount & 1) == 0 && byteCount <= 2 * MessageFormat.MaxReadCount;
        if (!mayBeReply)
        {
            return MayBeCount(at, available, MessageFormat.MaxReadCount) ? RequestLength(at, available) : 0;
        }

        int replyLength = byteCount + MessageFormat.ReplyOverhead;
        if (replyLength < MessageFormat.RequestLength && (available < replyLength || Crc16.IsGood(Buffer, at, replyLength)))
        {
            return ReplyLength(at, replyLength);
        }

        if (MayBeCount(at, available, MessageFormat.MaxReadCount)
            && (available < MessageFormat.RequestLength || Crc16.IsGood(Buffer, at, MessageFormat.RequestLength)))
        {
            return RequestLength(at, available);
        }

        return replyLength < MessageFormat.RequestLength ? 0 : ReplyLength(at, replyLength);
    }

    private int RequestLength(int at, int available)
    {
        _candidate = Buffer[at + 1] == MessageFormat.ReadFunction
            && Matches(at, available, MessageFormat.DataRegister, MessageFormat.DataRegisterCount) != 0
            ? MessageKind.Read
            : MessageKind.OtherRead;
        return MessageFormat.RequestLength;
    }

    private int ReplyLength(int at, int length)
    {
        _candidate = length == MessageFormat.DataLength && Buffer[at + 1] == MessageFormat.ReadFunction
            ? MessageKind.Data
            : MessageKind.OtherReply;
        return length;
    }

    // A request for these registers: the five bytes behind its bus id, as far as they have come.
    private int Matches(int at, int available, int register, int count)
    {
        byte[] b = Buffer;
        bool matches = b[at + 1] == MessageFormat.ReadFunction
            && b[at + 2] == register >> 8
            && (available < 4 || b[at + 3] == (register & 0xFF))
            && (available < 5 || b[at + 4] == count >> 8)
            && (available < 6 || b[at + 5] == (count & 0xFF));
        return matches ? MessageFormat.RequestLength : 0;
    }

    // Tells whether the fifth and sixth byte, as far as they have come, can be a number of registers.
    private bool MayBeCount(int at, int available, int max)
    {
        byte[] b = Buffer;
        return available < 5 || (b[at + 4] == 0 && (available < 6 || (b[at + 5] != 0 && b[at + 5] <= max)));
    }

    // A write and its acknowledgement begin alike; behind six bytes comes a byte count or a CRC.
    private int WriteLength(int at, int available)
    {
        byte[] b = Buffer;
        if (!MayBeCount(at, available, MessageFormat.MaxWriteCount))
        {
            return 0;
        }

        bool isOfOne = available < 6 || b[at + 5] == 1;
        _candidate = isOfOne ? MessageKind.Written : MessageKind.OtherReply;
        if (available < MessageFormat.RequestLength || Crc16.IsGood(b, at, MessageFormat.RequestLength))
        {
            return MessageFormat.RequestLength;
        }

        int byteCount = 2 * b[at + 5];
        _candidate = isOfOne ? MessageKind.Write : MessageKind.OtherWrite;
        return b[at + 6] == byteCount ? byteCount + MessageFormat.WriteOverhead : 0;
    }
}
