namespace ValenceNano.Protocol;

/// <summary>How long the message is that may begin at a place, by what is there of it.</summary>
public sealed partial class MessageSplitter
{
    // By the second byte of a message: 1 if one can begin with the byte before it. Noise is passed over by this alone.
    private static readonly byte[] _secondBytes = MakeSecondBytes();

    private MessageKind _candidate;

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

    private static byte[] MakeSecondBytes()
    {
        var table = new byte[256];
        table[MessageFormat.ReadFunction] = table[MessageFormat.ReadFunction | MessageFormat.RefusedBit] = 1;
        table[MessageFormat.ReadInputFunction] = table[MessageFormat.ReadInputFunction | MessageFormat.RefusedBit] = 1;
        table[MessageFormat.WriteFunction] = table[MessageFormat.WriteFunction | MessageFormat.RefusedBit] = 1;
        table[MessageFormat.RoundCommand] = table[MessageFormat.SlotPollCommand] = table[MessageFormat.SerialCommand] = 1;
        table[MessageFormat.AssignCommand] = table[MessageFormat.AssignedCommand] = 1;
        return table;
    }
}
