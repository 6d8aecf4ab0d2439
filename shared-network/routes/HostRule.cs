using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>
/// Under which names the product answers. A page from elsewhere can give its own name the product's address, and would then be taken by the
/// browser for the product's page (DNS rebinding): such a name is not answered.
/// </summary>
internal static class HostRule
{
    /// <summary>Tells whether a Host is an IP address, <c>localhost</c>, or one of the product's own names with or without a suffix.</summary>
    /// <param name="buffer">Where it stands.</param>
    /// <param name="start">Its first byte.</param>
    /// <param name="count">Its length, with the port if it has one.</param>
    /// <param name="name">The product's name in the network, lower case; an empty one if it has none.</param>
    /// <param name="settings">They have the name that its owner has given it, if so.</param>
    public static bool IsOwn(byte[] buffer, int start, int count, byte[] name, Settings settings)
    {
        if (count > 0 && buffer[start] == '[')
        {
            return IsAddressInBrackets(buffer, start, start + count);
        }

        int colon = Ascii.Find((byte)':', buffer, start, start + count);
        int length = colon < 0 ? count : colon - start;
        return (colon < 0 || IsPort(buffer, colon + 1, start + count))
            && (IsAddress(buffer, start, start + length)
                || Ascii.IsText(WebText.Localhost, buffer, start, length)
                || IsName(buffer, start, length, name, name.Length)
                || IsGivenName(buffer, start, length, settings));
    }

    /// <summary>Tells whether the Origin of a request is the page that its Host has.</summary>
    public static bool IsSameOrigin(byte[] buffer, HttpRequest request)
    {
        int start = request.OriginStart;
        int count = request.OriginLength;
        int scheme = Ascii.Begins(WebText.HttpScheme, buffer, start, count) ? WebTexts.Length(WebText.HttpScheme)
            : Ascii.Begins(WebText.HttpsScheme, buffer, start, count) ? WebTexts.Length(WebText.HttpsScheme)
            : 0;
        return scheme > 0 && count - scheme == request.HostLength && Ascii.IsSame(buffer, start + scheme, request.HostStart, request.HostLength);
    }

    private static bool IsGivenName(byte[] buffer, int start, int count, Settings settings)
    {
        byte[] name = FlashText.Scratch;
        int length = settings.CopyText(SettingId.DeviceName, name, 0);
        for (int i = 0; i < length; i++)
        {
            name[i] = (byte)Ascii.Lower(name[i]);
        }

        return IsName(buffer, start, count, name, length);
    }

    private static bool IsName(byte[] buffer, int start, int count, byte[] name, int length) =>
        length > 0 && Ascii.Begins(name, length, buffer, start, count) && (count == length || buffer[start + length] == '.');

    private static bool IsPort(byte[] buffer, int start, int end)
    {
        int at = start;
        while (at < end && Ascii.IsDigit(buffer[at]))
        {
            at++;
        }

        return at == end && at > start;
    }

    // Four numbers with points between them. One above 255 is no address, but no name that could be owned either.
    private static bool IsAddress(byte[] buffer, int start, int end)
    {
        int points = 0;
        int digits = 0;
        for (int i = start; i < end; i++)
        {
            int code = buffer[i];
            if (code >= '0' && code <= '9' && digits < 3)
            {
                digits++;
            }
            else if (code == '.' && digits > 0)
            {
                points++;
                digits = 0;
            }
            else
            {
                return false;
            }
        }

        return points == 3 && digits > 0;
    }

    // Of IPv6; which one does not matter.
    private static bool IsAddressInBrackets(byte[] buffer, int start, int end)
    {
        int close = Ascii.Find((byte)']', buffer, start, end);
        for (int i = start + 1; i < close; i++)
        {
            int code = Ascii.Lower(buffer[i]);
            if (!Ascii.IsDigit(code) && code != ':' && code != '.' && (code < 'a' || code > 'f'))
            {
                return false;
            }
        }

        bool hasPort = close + 1 < end;
        return close > start + 1 && (!hasPort || (buffer[close + 1] == ':' && IsPort(buffer, close + 2, end)));
    }
}
