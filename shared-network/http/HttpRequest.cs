namespace ValenceNano.Network;

/// <summary>
/// The head of a request: what it asks for, and where in its buffer the few things stand that are needed of it. Nothing is
/// copied, so the buffer must stay as it is until they have been looked at.
/// </summary>
public sealed partial class HttpRequest
{
    // Where the next byte to be looked at stands, and the line that it is in. The request line begins at 0.
    private int _at;
    private int _line;
    private int _path;

    /// <summary>What is asked for.</summary>
    public RequestMethod Method => (RequestMethod)((_flags >> MethodAt) & ByteMask);

    /// <summary>Where the path begins, at its slash.</summary>
    public int PathStart => BufferPart.Start(_path);

    /// <summary>Its length in bytes; a query is no part of it.</summary>
    public int PathLength => BufferPart.Length(_path);

    /// <summary>True: the answer may come in chunks, which HTTP/1.0 does not know.</summary>
    public bool IsVersion11 => (_flags & Version11Flag) != 0;

    /// <summary>Length of the whole head in bytes; good when it is complete.</summary>
    public int HeadLength => _line + 2;

    /// <summary>Which of its paths the service took it for.</summary>
    public int Route => _flags >> RouteAt;

    /// <summary>The service says which of its paths it is.</summary>
    public void SetRoute(int route) => _flags |= route << RouteAt;

    /// <summary>Makes it a request of which nothing has come.</summary>
    public void Clear()
    {
        _at = 0;
        _line = 0;
        ClearHeaders();
    }

    /// <summary>Goes on where the call before has ended.</summary>
    /// <param name="buffer">The request from its first byte on; it must have one byte behind <paramref name="end"/>, which is overwritten.</param>
    /// <param name="end">How many bytes of it are there.</param>
    public HttpProgress Take(byte[] buffer, int end)
    {
        // Any control character ends the search, so it needs no other end.
        buffer[end] = 0;
        while (true)
        {
            // Four at once: each byte that comes passes here.
            int i = _at;
            while (buffer[i] >= ' ' && buffer[i + 1] >= ' ' && buffer[i + 2] >= ' ' && buffer[i + 3] >= ' ')
            {
                i += 4;
            }

            while (buffer[i] >= ' ' || buffer[i] == '\t')
            {
                i++;
            }

            _at = i;
            if (i >= end - 1)
            {
                bool canBeLineEnd = i == end || buffer[i] == '\r';
                return canBeLineEnd ? HttpProgress.Partial : HttpProgress.Broken;
            }

            if (buffer[i] != '\r' || buffer[i + 1] != '\n')
            {
                return HttpProgress.Broken;
            }

            if (i == _line)
            {
                return IsWhole() ? HttpProgress.Complete : HttpProgress.Broken;
            }

            bool isGood = _line == 0 ? TakeRequestLine(buffer, i) : TakeHeader(buffer, _line, i);
            if (!isGood)
            {
                return HttpProgress.Broken;
            }

            _at = i + 2;
            _line = _at;
        }
    }

    /// <summary>False: the connection ends behind the answer.</summary>
    public bool KeepsAlive => IsVersion11 ? !AsksToClose : AsksToKeep;

    // An empty line alone is no request, and HTTP/1.1 wants a Host.
    private bool IsWhole() => _line > 0 && (HostLength >= 0 || !IsVersion11);

    private bool TakeRequestLine(byte[] buffer, int end)
    {
        int methodEnd = Ascii.Find((byte)' ', buffer, 0, end);
        int pathEnd = PathEnd(buffer, methodEnd + 1);
        int targetEnd = buffer[pathEnd] == '?' ? Ascii.Find((byte)' ', buffer, pathEnd, end) : pathEnd;
        bool isTarget = targetEnd >= 0 && buffer[targetEnd] == ' ' && buffer[methodEnd + 1] == '/';
        if (methodEnd < 1 || !isTarget || !TakeVersion(buffer, targetEnd + 1, end))
        {
            return false;
        }

        _flags |= (int)MethodOf(buffer, methodEnd) << MethodAt;
        int path = methodEnd + 1;
        _path = BufferPart.Of(path, pathEnd - path);
        return true;
    }

    // At the query's question mark, a blank or a tab, or the end of the line, which is a control character too.
    private static int PathEnd(byte[] buffer, int start)
    {
        int at = start;
        int code = buffer[at];
        while (code > ' ' && code != '?')
        {
            code = buffer[++at];
        }

        return at;
    }

    private bool TakeVersion(byte[] buffer, int start, int end)
    {
        int minor = buffer[end - 1];
        _flags |= minor == '1' ? Version11Flag : 0;
        return (minor == '0' || minor == '1') && WebTexts.Is(WebText.AnyVersion, buffer, start, end - 1 - start);
    }

    private static RequestMethod MethodOf(byte[] buffer, int length)
    {
        return WebTexts.Is(WebText.Get, buffer, 0, length) ? RequestMethod.Get
            : WebTexts.Is(WebText.Head, buffer, 0, length) ? RequestMethod.Head
            : WebTexts.Is(WebText.Put, buffer, 0, length) ? RequestMethod.Put
            : WebTexts.Is(WebText.Post, buffer, 0, length) ? RequestMethod.Post
            : RequestMethod.Other;
    }
}
