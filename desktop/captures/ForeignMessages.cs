using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>
/// Decides whether to believe in Modbus messages that are not of the data. Their forms are so many that noise makes one of 15
/// million bytes: behind a long run of junk one is believed only if something else came of its bus id too.
/// </summary>
public sealed class ForeignMessages
{
    /// <summary>A run of junk of so many bytes is noise; two acknowledgements at once make nine at most.</summary>
    private const int NoiseLength = 16;

    private readonly bool[] _isKnown = new bool[256];
    private readonly bool[] _asksForOther = new bool[256];
    private int _junk;

    /// <summary>Tells what a stretch of bytes is, in the order of the capture.</summary>
    /// <returns>The kind, or <see cref="MessageKind.Junk"/> if it is not believed.</returns>
    public MessageKind Judge(MessageKind kind, byte[] buffer, int start, int length)
    {
        int busId = buffer[start];
        switch (kind)
        {
            case MessageKind.Junk:
                _junk += length;
                return kind;
            case MessageKind.Refused or MessageKind.OtherRead or MessageKind.OtherWrite or MessageKind.OtherReply:
                if (_junk >= NoiseLength && !_isKnown[busId])
                {
                    _junk += length;
                    return MessageKind.Junk;
                }

                NoteRequest(kind, buffer, start, busId);
                break;
            case MessageKind.Read:
                _asksForOther[busId] = false;
                break;
            case MessageKind.Data when _asksForOther[busId]:
                kind = MessageKind.OtherReply;
                break;
            case MessageKind.Assigned:
                _isKnown[buffer[start + MessageFormat.ManagementBody]] = true;
                break;
            default:
                break;
        }

        _junk = 0;
        _isKnown[busId] = busId is not MessageFormat.Everyone and not MessageFormat.Management;
        return kind;
    }

    // As many registers as the data has, but others: the reply looks like the data and is none.
    private void NoteRequest(MessageKind kind, byte[] buffer, int start, int busId)
    {
        if (kind == MessageKind.OtherRead)
        {
            _asksForOther[busId] = buffer[start + 1] == MessageFormat.ReadFunction
                && buffer[start + MessageFormat.ReadCount + 1] == MessageFormat.DataRegisterCount;
        }
    }
}
