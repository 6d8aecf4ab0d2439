using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>
/// One message of the bus, or one run of junk, with the values in it and the time it began. The object is reused. A value that
/// messages of this kind do not have means nothing.
/// </summary>
public sealed class BusMessage
{
    private readonly byte[] _bytes = new byte[MessageFormat.MaxLength];
    private int _length;

    /// <summary>What it is; never <see cref="MessageKind.None"/> once taken.</summary>
    public MessageKind Kind { get; private set; }

    /// <summary>When its first byte came, ms; null where it is not known.</summary>
    public long? TimeMs { get; private set; }

    /// <summary>All of its bytes, the CRC among them.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>What a reader should know of it beyond its bytes; null: nothing.</summary>
    public string? Remark { get; set; }

    /// <summary>The values of a <see cref="MessageKind.Data"/>.</summary>
    public Telemetry Values { get; } = new();

    /// <summary>The serial of a <see cref="MessageKind.Serial"/> or <see cref="MessageKind.Assign"/>, 12 bytes.</summary>
    public ReadOnlySpan<byte> Serial => Bytes.Slice(MessageFormat.ManagementBody, MessageFormat.SerialLength);

    /// <summary>The slot of a <see cref="MessageKind.SlotPoll"/>, 0..255: the bus has six.</summary>
    public int Slot => Bytes[MessageFormat.ManagementBody];

    /// <summary>Whom an assignment, its answer, a read, a write or their answers are about, 0..255.</summary>
    public int BusId => Kind switch
    {
        MessageKind.Assign => Bytes[MessageFormat.AssignBusId],
        MessageKind.Assigned => Bytes[MessageFormat.ManagementBody],
        _ => Bytes[0],
    };

    /// <summary>
    /// The register of a <see cref="MessageKind.Write"/>, <see cref="MessageKind.Written"/> or
    /// <see cref="MessageKind.OtherRead"/>, 0..0xFFFF.
    /// </summary>
    public int Register => Word(MessageFormat.WriteRegister);

    /// <summary>The Modbus function of a read, a write or an answer to one; of a refusal the one that is refused.</summary>
    public int Function => Bytes[1] & ~MessageFormat.RefusedBit;

    /// <summary>The reason of a <see cref="MessageKind.Refused"/>, 1..11.</summary>
    public int Code => Bytes[MessageFormat.RefusalCode];

    /// <summary>How many registers a <see cref="MessageKind.OtherRead"/> asks for, 1..125.</summary>
    public int Count => Word(MessageFormat.ReadCount);

    /// <summary>The value of a <see cref="MessageKind.Write"/>, 0..0xFFFF.</summary>
    public int Value => Word(MessageFormat.WriteValue);

    /// <summary>Makes this object the message that stands in a buffer, 255 bytes at most.</summary>
    public void Take(MessageKind kind, byte[] buffer, int start, int length, long? timeMs)
    {
        Kind = kind;
        TimeMs = timeMs;
        Remark = null;
        _length = length;
        Array.Copy(buffer, start, _bytes, 0, length);
        if (kind == MessageKind.Data)
        {
            Values.Decode(_bytes);
        }
    }

    private int Word(int offset) => (Bytes[offset] << 8) | Bytes[offset + 1];
}
