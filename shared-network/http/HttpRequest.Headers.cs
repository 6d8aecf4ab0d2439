namespace ValenceNano.Network;

/// <summary>Of the header lines what is needed here. All others are passed over.</summary>
public sealed partial class HttpRequest
{
    /// <summary>What is said of a body that is far too long anyway.</summary>
    public const int HugeBody = 1 << 28;

    private const int EncodedFlag = 1;
    private const int JsonFlag = 2;
    private const int CloseFlag = 4;
    private const int KeepFlag = 8;
    private const int Version11Flag = 16;
    private const int MethodAt = 8;
    private const int RouteAt = 16;
    private const int ByteMask = 0xFF;

    // One field for all that is small, and one for each part of the buffer: on the device every field takes 12 bytes.
    private int _flags;
    private int _host;
    private int _origin;
    private int _match;

    /// <summary>Where the value of Host begins.</summary>
    public int HostStart => BufferPart.Start(_host);

    /// <summary>Its length in bytes; -1: there is none.</summary>
    public int HostLength => BufferPart.Length(_host);

    /// <summary>Where the value of Origin begins.</summary>
    public int OriginStart => BufferPart.Start(_origin);

    /// <summary>Its length in bytes; -1: there is none.</summary>
    public int OriginLength => BufferPart.Length(_origin);

    /// <summary>Where the value of If-None-Match begins.</summary>
    public int MatchStart => BufferPart.Start(_match);

    /// <summary>Its length in bytes; -1: there is none.</summary>
    public int MatchLength => BufferPart.Length(_match);

    /// <summary>Length of the body in bytes, 0..<see cref="HugeBody"/>; -1: nothing is said of one.</summary>
    public int BodyLength { get; private set; }

    /// <summary>The body comes in a way that does not tell its length first.</summary>
    public bool IsBodyEncoded => (_flags & EncodedFlag) != 0;

    /// <summary>The body is JSON.</summary>
    public bool IsJson => (_flags & JsonFlag) != 0;

    // HTTP/1.0 must ask for a connection that is kept.
    private bool AsksToClose => (_flags & CloseFlag) != 0;

    private bool AsksToKeep => (_flags & KeepFlag) != 0;

    private void ClearHeaders()
    {
        _host = _origin = _match = BufferPart.None;
        BodyLength = -1;
        _flags = 0;
    }

    // Takes one line, without its end. False: it is no header, or it contradicts one before.
    private bool TakeHeader(byte[] buffer, int start, int end)
    {
        // The end of the line ends the search too: it is a control character.
        int colon = start;
        int code = buffer[colon];
        while (code > ' ' && code != ':')
        {
            code = buffer[++colon];
        }

        if (code != ':' || colon == start)
        {
            return false;
        }

        return TakeNamed(buffer, start, colon - start, Trim(buffer, colon + 1, end));
    }

    // The lengths of the names tell all but a few lines apart.
    private bool TakeNamed(byte[] buffer, int name, int length, int value)
    {
        switch (length)
        {
            case 4:
                return !Ascii.IsText(WebText.Host, buffer, name, length) || TakeOnce(ref _host, value);
            case 6:
                return !Ascii.IsText(WebText.Origin, buffer, name, length) || TakeOnce(ref _origin, value);
            case 10:
                TakeConnection(buffer, Ascii.IsText(WebText.Connection, buffer, name, length), value);
                return true;
            case 12:
                _flags |= Ascii.IsText(WebText.ContentType, buffer, name, length) && IsJsonType(buffer, value) ? JsonFlag : 0;
                return true;
            case 13:
                _match = Ascii.IsText(WebText.IfNoneMatch, buffer, name, length) ? value : _match;
                return true;
            case 14:
                return !Ascii.IsText(WebText.ContentLength, buffer, name, length) || TakeLength(buffer, value);
            case 17:
                _flags |= Ascii.IsText(WebText.TransferEncoding, buffer, name, length) ? EncodedFlag : 0;
                return true;
            default:
                return true;
        }
    }

    private static int Trim(byte[] buffer, int start, int end)
    {
        while (start < end && buffer[start] <= ' ')
        {
            start++;
        }

        while (end > start && buffer[end - 1] <= ' ')
        {
            end--;
        }

        return BufferPart.Of(start, end - start);
    }

    private static bool TakeOnce(ref int part, int value)
    {
        bool isFirst = part == BufferPart.None;
        part = value;
        return isFirst;
    }

    private void TakeConnection(byte[] buffer, bool isIt, int value)
    {
        if (isIt)
        {
            int start = BufferPart.Start(value);
            int length = BufferPart.Length(value);
            _flags |= Ascii.IsText(WebText.Close, buffer, start, length) ? CloseFlag : 0;
            _flags |= Ascii.IsText(WebText.KeepAlive, buffer, start, length) ? KeepFlag : 0;
        }
    }

    private static bool IsJsonType(byte[] buffer, int value)
    {
        int start = BufferPart.Start(value);
        int count = BufferPart.Length(value);
        int length = WebTexts.Length(WebText.JsonType);
        return Ascii.Begins(WebText.JsonType, buffer, start, count)
            && (count == length || buffer[start + length] == ';' || buffer[start + length] == ' ');
    }

    private bool TakeLength(byte[] buffer, int value)
    {
        int number = 0;
        int start = BufferPart.Start(value);
        int end = start + BufferPart.Length(value);
        for (int i = start; i < end; i++)
        {
            if (!Ascii.IsDigit(buffer[i]))
            {
                return false;
            }

            number = number >= HugeBody / 10 ? HugeBody : (number * 10) + buffer[i] - '0';
        }

        bool isFirst = BodyLength < 0;
        BodyLength = number;
        return isFirst && end > start;
    }
}
