using ValenceNano.Model;
using ValenceNano.Display;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>What the product draws, as strings.</summary>
public static class LineText
{
    /// <summary>The string that a drawn text is: what <see cref="Label.Of"/> would be given for it.</summary>
    public static string Of(TextLine line) =>
        string.Create(line.Length, line, static (text, line) =>
        {
            for (int i = 0; i < text.Length; i++)
            {
                byte code = line.Text[i];
                text[i] = code < Glyph.Degree ? (char)code : Glyph.BehindAscii[code - Glyph.Degree];
            }
        });
}
