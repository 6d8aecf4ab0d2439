namespace ValenceNano.Display;

/// <summary>Makes the texts that are drawn. On the device a string literal allocates each time it is executed, a table does not.</summary>
public static class Label
{
    /// <summary>
    /// The bytes that the fonts draw for <paramref name="text"/>. It allocates: it is for <c>static readonly byte[]</c> initialisers,
    /// in any type, since it reads no static itself.
    /// </summary>
    /// <param name="text">ASCII 32 to 126 and <c>° Ω ↑ ↓ ← → ● ○</c>; everything else becomes a question mark.</param>
    public static byte[] Of(string text)
    {
        var bytes = new byte[text.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = ByteOf(text[i]);
        }

        return bytes;
    }

    /// <summary>The string that a drawn text is: what <see cref="Of"/> was given. It allocates: it is for a head that tells in text.</summary>
    public static string Read(TextLine line)
    {
        var characters = new char[line.Length];
        for (int i = 0; i < characters.Length; i++)
        {
            characters[i] = CharacterOf(line.Text[i]);
        }

        return new string(characters);
    }

    private static byte ByteOf(char character)
    {
        return character switch
        {
            >= ' ' and <= '~' => (byte)character,
            '°' => Glyph.Degree,
            'Ω' => Glyph.Ohm,
            '↑' => Glyph.Up,
            '↓' => Glyph.Down,
            '←' => Glyph.Left,
            '→' => Glyph.Right,
            '●' => Glyph.FilledDot,
            '○' => Glyph.EmptyDot,
            _ => (byte)'?',
        };
    }

    private static char CharacterOf(byte code)
    {
        return code switch
        {
            Glyph.Degree => '°',
            Glyph.Ohm => 'Ω',
            Glyph.Up => '↑',
            Glyph.Down => '↓',
            Glyph.Left => '←',
            Glyph.Right => '→',
            Glyph.FilledDot => '●',
            Glyph.EmptyDot => '○',
            _ => (char)code,
        };
    }
}
