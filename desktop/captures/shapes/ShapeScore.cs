using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>How much sense a shape makes of a sample: what of its bytes is whole messages.</summary>
public sealed class ShapeScore : IMessageWriter
{
    /// <summary>Fewer foreign messages may be of chance, among so many shapes that are tried.</summary>
    private const int MinForeign = 3;

    private int _known;
    private int _knownBytes;
    private int _foreign;
    private int _foreignBytes;

    /// <summary>Whole messages that can be no chance.</summary>
    public int Messages => _known + (_foreign >= MinForeign ? _foreign : 0);

    /// <summary>Bytes in them.</summary>
    public int MessageBytes => _knownBytes + (_foreign >= MinForeign ? _foreignBytes : 0);

    /// <summary>Bytes in no message.</summary>
    public int JunkBytes { get; private set; }

    /// <summary>Lines that had bytes.</summary>
    public int Lines { get; set; }

    /// <summary>Lines that had none, and were not blank.</summary>
    public int BadLines { get; set; }

    /// <summary>At least half of the lines, but blank ones, had bytes, and something is whole.</summary>
    public bool IsOfMostLines => Messages > 0 && BadLines <= Lines;

    /// <inheritdoc/>
    public void Write(BusMessage message)
    {
        int length = message.Bytes.Length;
        switch (message.Kind)
        {
            case MessageKind.Junk:
                JunkBytes += length;
                break;
            case MessageKind.Refused or MessageKind.OtherRead or MessageKind.OtherWrite or MessageKind.OtherReply:
                _foreign++;
                _foreignBytes += length;
                break;
            default:
                _known++;
                _knownBytes += length;
                break;
        }
    }

    /// <summary>Tells whether this makes more sense than another score: more in messages, else less junk.</summary>
    public bool IsBetterThan(ShapeScore other) =>
        MessageBytes != other.MessageBytes ? MessageBytes > other.MessageBytes : Messages > 0 && JunkBytes < other.JunkBytes;
}
