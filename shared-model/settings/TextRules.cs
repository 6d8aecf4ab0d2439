namespace ValenceNano.Model;

/// <summary>What a text must be to be a setting.</summary>
public static class TextRules
{
    private const int Broken = 0;

    /// <summary>Tells whether it is well-formed UTF-8 without control characters: what JSON and MQTT may have in a text.</summary>
    public static bool IsPlain(byte[] text, int offset, int count)
    {
        int end = offset + count;
        int at = offset;
        while (at < end)
        {
            int length = CharacterLength(text, at, end);
            if (length == Broken)
            {
                return false;
            }

            at += length;
        }

        return true;
    }

    // How many bytes the character at a place has. The shortest form only, no halves of a pair, nothing above U+10FFFF (RFC 3629), and no
    // control characters of either kind.
    private static int CharacterLength(byte[] text, int at, int end)
    {
        int first = text[at];
        if (first < 0x80)
        {
            return first >= ' ' && first != 0x7F ? 1 : Broken;
        }

        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || at + length > end)
        {
            return Broken;
        }

        for (int i = 1; i < length; i++)
        {
            if ((text[at + i] & 0xC0) != 0x80)
            {
                return Broken;
            }
        }

        return IsSecondInRange(first, text[at + 1]) ? length : Broken;
    }

    private static bool IsSecondInRange(int first, int second) => first switch
    {
        // Control characters, U+0080 to U+009F.
        0xC2 => second >= 0xA0,
        0xE0 => second >= 0xA0,
        0xED => second < 0xA0,
        0xF0 => second >= 0x90,
        0xF4 => second < 0x90,
        _ => true,
    };
}
