namespace ValenceNano.Network;

/// <summary>
/// Answers whoever asks for a name (RFC 1035): every name has the product's own address. Only for set-up, where there is no other network
/// that anybody could want.
/// </summary>
public sealed class DnsAnswerer
{
    /// <summary>The longest answer without EDNS, bytes. A question that is longer is none of a browser's.</summary>
    private const int MaxLength = 512;

    private const int HeaderLength = 12;
    private const int MaxLabelLength = 63;

    // In the header: an answer, its errors, and what the question has asked for itself.
    private const int IsAnswer = 0x80;
    private const int OpcodeBits = 0x78;
    private const int WantsRecursion = 0x01;
    private const int NotImplemented = 4;

    private const int TypeA = 1;
    private const int TypeAny = 255;
    private const int ClassInternet = 1;

    // In front of an answer's type: its name is that of the question.
    private const int NameOfQuestion = unchecked((int)0xC0000000) | (HeaderLength << 16);
    private const int KeptS = 60;
    private const int RecordLength = 16;

    private readonly IDatagrams _port;
    private readonly int _address;

    private readonly byte[] _buffer;

    /// <summary>Makes one that has not looked at its port yet.</summary>
    /// <param name="port">Where questions come.</param>
    /// <param name="address">The answer: an IPv4 address, its first number in the highest byte.</param>
    /// <param name="work">For its work within one call, at least 512 bytes that others may have too.</param>
    public DnsAnswerer(IDatagrams port, int address, byte[] work)
    {
        _port = port;
        _address = address;
        _buffer = work;
    }

    /// <summary>Answers one question, if there is one.</summary>
    /// <returns>True: there may be another one.</returns>
    public bool Poll()
    {
        int count = _port.Receive(_buffer);
        if (count == 0)
        {
            return false;
        }

        int length = Answer(count);
        if (length > 0)
        {
            _port.Reply(_buffer, length);
        }

        return true;
    }

    // The question becomes its own answer; 0: it is none, and nothing is said. What comes behind the first question is left out.
    private int Answer(int count)
    {
        byte[] b = _buffer;
        if (count < HeaderLength || (b[2] & IsAnswer) != 0)
        {
            return 0;
        }

        bool isQuery = (b[2] & OpcodeBits) == 0;
        int end = isQuery && b[4] == 0 && b[5] == 1 ? EndOfQuestion(count) : 0;
        if (isQuery && end == 0)
        {
            return 0;
        }

        b[2] = (byte)(IsAnswer | (b[2] & (OpcodeBits | WantsRecursion)));
        b[3] = (byte)(isQuery ? 0 : NotImplemented);
        b[5] = (byte)(isQuery ? 1 : 0);
        for (int i = 6; i < HeaderLength; i++)
        {
            b[i] = 0;
        }

        return isQuery ? AddRecord(end) : HeaderLength;
    }

    // Behind name, type and class; 0: the datagram ends before, or the name points elsewhere.
    private int EndOfQuestion(int count)
    {
        int at = HeaderLength;
        while (at < count && _buffer[at] != 0)
        {
            if (_buffer[at] > MaxLabelLength)
            {
                return 0;
            }

            at += 1 + _buffer[at];
        }

        int end = at + 5;
        return end <= count && end + RecordLength <= MaxLength ? end : 0;
    }

    // A question for anything but an IPv4 address is answered too: there is nothing of that kind.
    private int AddRecord(int end)
    {
        byte[] b = _buffer;
        int type = (b[end - 4] << 8) | b[end - 3];
        if ((type != TypeA && type != TypeAny) || b[end - 2] != 0 || b[end - 1] != ClassInternet)
        {
            return end;
        }

        b[7] = 1;
        Put(end, NameOfQuestion | TypeA);
        Put(end + 4, ClassInternet << 16);
        Put(end + 8, (KeptS << 16) | 4);
        Put(end + 12, _address);
        return end + RecordLength;
    }

    private void Put(int at, int number)
    {
        for (int shift = 24; shift >= 0; shift -= 8)
        {
            _buffer[at++] = (byte)(number >> shift);
        }
    }
}
