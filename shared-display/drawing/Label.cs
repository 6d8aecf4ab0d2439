namespace ValenceNano.Display;

/// <summary>
/// Makes texts as bytes: those of more than ASCII, and those of which single characters are wanted. Others are drawn as strings. These
/// methods allocate, and are for <c>static readonly</c> initialisers, in any type, since they read no static themselves.
/// </summary>
public static class Label
{
    /// <summary>The bytes that the fonts draw for <paramref name="text"/>.</summary>
    /// <param name="text">ASCII 32 to 126 and <see cref="Glyph.BehindAscii"/>; everything else becomes a question mark.</param>
    public static byte[] Of(string text)
    {
        var bytes = new byte[text.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = ByteOf(text[i]);
        }

        return bytes;
    }

    private static byte ByteOf(char character)
    {
        if (character >= ' ' && character <= '~')
        {
            return (byte)character;
        }

        int place = Glyph.BehindAscii.IndexOf(character);
        return (byte)(place < 0 ? '?' : Glyph.Degree + place);
    }
}
