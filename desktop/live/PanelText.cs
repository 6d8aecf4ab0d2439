using ValenceNano.Display;

namespace ValenceNano.Desktop;

/// <summary>Texts of the panel's fonts as strings.</summary>
public static class PanelText
{
    /// <summary>The characters that these bytes are drawn as.</summary>
    public static string Of(ReadOnlySpan<byte> text)
    {
        Span<char> characters = stackalloc char[text.Length];
        for (int i = 0; i < text.Length; i++)
        {
            characters[i] = text[i] switch
            {
                Glyph.Degree => '°',
                Glyph.Ohm => 'Ω',
                Glyph.Up => '↑',
                Glyph.Down => '↓',
                Glyph.Left => '←',
                Glyph.Right => '→',
                Glyph.FilledDot => '●',
                Glyph.EmptyDot => '○',
                byte ascii => (char)ascii,
            };
        }

        return new string(characters);
    }
}
