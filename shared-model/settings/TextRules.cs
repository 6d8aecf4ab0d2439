namespace ValenceNano.Model;

/// <summary>What a text must be to be a setting.</summary>
public static class TextRules
{
    /// <summary>Tells whether there are no control characters in it.</summary>
    public static bool IsPlain(byte[] text, int offset, int count)
    {
        int at = offset;
        while (at < offset + count && text[at] >= ' ' && text[at] != 0x7F)
        {
            at++;
        }

        return at == offset + count;
    }
}
