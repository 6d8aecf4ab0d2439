namespace ValenceNano.Network;

/// <summary>Of the header lines of a request what is needed here. All others are passed over.</summary>
public sealed class HttpHeaders
{
    /// <summary>What is said of a body that is far too long anyway.</summary>
    public const int HugeBody = 1 << 28;

    private const int EncodedFlag = 1;
    private const int JsonFlag = 2;
    private const int CloseFlag = 4;
    private const int KeepFlag = 8;

    // One field for all that is so or not: on the device each takes 12 bytes.
    private int _flags;

    // The value of the line that is looked at.
    private int _start;
    private int _length;

    /// <summary>Where the value of Host begins.</summary>
    public int HostStart { get; private set; }

    /// <summary>Its length in bytes; -1: there is none.</summary>
    public int HostLength { get; private set; }

    /// <summary>Where the value of Origin begins.</summary>
    public int OriginStart { get; private set; }

    /// <summary>Its length in bytes; -1: there is none.</summary>
    public int OriginLength { get; private set; }

    /// <summary>Where the value of If-None-Match begins.</summary>
    public int MatchStart { get; private set; }

    /// <summary>Its length in bytes; 0: there is none.</summary>
    public int MatchLength { get; private set; }

    /// <summary>Length of the body in bytes, 0..<see cref="HugeBody"/>; -1: nothing is said of one.</summary>
    public int BodyLength { get; private set; }

    /// <summary>The body comes in a way that does not tell its length first.</summary>
    public bool IsBodyEncoded => (_flags & EncodedFlag) != 0;

    /// <summary>The body is JSON.</summary>
    public bool IsJson => (_flags & JsonFlag) != 0;

    /// <summary>The connection is to end behind the answer.</summary>
    public bool AsksToClose => (_flags & CloseFlag) != 0;

    /// <summary>The connection is to be kept, as HTTP/1.0 must ask for.</summary>
    public bool AsksToKeep => (_flags & KeepFlag) != 0;

    /// <summary>Makes it the headers of a request that has none.</summary>
    public void Clear()
    {
        HostLength = -1;
        OriginLength = -1;
        MatchLength = 0;
        BodyLength = -1;
        _flags = 0;
    }

    /// <summary>Takes one line, without its end.</summary>
    /// <returns>False: it is no header, or it contradicts one before.</returns>
    public bool Take(byte[] buffer, int start, int end)
    {
        int colon = start;
        while (colon < end && buffer[colon] > ' ' && buffer[colon] != ':')
        {
            colon++;
        }

        if (colon == end || colon == start || buffer[colon] != ':')
        {
            return false;
        }

        Trim(buffer, colon + 1, end);
        return TakeNamed(buffer, start, colon - start);
    }

    // The lengths of the names tell all but a few lines apart.
    private bool TakeNamed(byte[] buffer, int name, int length)
    {
        switch (length)
        {
            case 4:
                return !Ascii.IsText(WebText.Host, buffer, name, length) || TakeHost();
            case 6:
                return !Ascii.IsText(WebText.Origin, buffer, name, length) || TakeOrigin();
            case 10:
                TakeConnection(buffer, Ascii.IsText(WebText.Connection, buffer, name, length));
                return true;
            case 12:
                _flags |= Ascii.IsText(WebText.ContentType, buffer, name, length) && IsJsonType(buffer) ? JsonFlag : 0;
                return true;
            case 13:
                TakeMatch(Ascii.IsText(WebText.IfNoneMatch, buffer, name, length));
                return true;
            case 14:
                return !Ascii.IsText(WebText.ContentLength, buffer, name, length) || TakeLength(buffer);
            case 17:
                _flags |= Ascii.IsText(WebText.TransferEncoding, buffer, name, length) ? EncodedFlag : 0;
                return true;
            default:
                return true;
        }
    }

    private void Trim(byte[] buffer, int start, int end)
    {
        while (start < end && buffer[start] <= ' ')
        {
            start++;
        }

        while (end > start && buffer[end - 1] <= ' ')
        {
            end--;
        }

        _start = start;
        _length = end - start;
    }

    private bool TakeHost()
    {
        bool isFirst = HostLength < 0;
        HostStart = _start;
        HostLength = _length;
        return isFirst;
    }

    private bool TakeOrigin()
    {
        bool isFirst = OriginLength < 0;
        OriginStart = _start;
        OriginLength = _length;
        return isFirst;
    }

    private void TakeMatch(bool isIt)
    {
        if (isIt)
        {
            MatchStart = _start;
            MatchLength = _length;
        }
    }

    private void TakeConnection(byte[] buffer, bool isIt)
    {
        if (isIt)
        {
            _flags |= Ascii.IsText(WebText.Close, buffer, _start, _length) ? CloseFlag : 0;
            _flags |= Ascii.IsText(WebText.KeepAlive, buffer, _start, _length) ? KeepFlag : 0;
        }
    }

    private bool IsJsonType(byte[] buffer)
    {
        int length = WebTexts.Length(WebText.JsonType);
        return Ascii.Begins(WebText.JsonType, buffer, _start, _length)
            && (_length == length || buffer[_start + length] == ';' || buffer[_start + length] == ' ');
    }

    private bool TakeLength(byte[] buffer)
    {
        int value = 0;
        for (int i = _start; i < _start + _length; i++)
        {
            if (!Ascii.IsDigit(buffer[i]))
            {
                return false;
            }

            value = value >= HugeBody / 10 ? HugeBody : (value * 10) + buffer[i] - '0';
        }

        bool isFirst = BodyLength < 0;
        BodyLength = value;
        return isFirst && _length > 0;
    }
}
