namespace ValenceNano.Display;

/// <summary>A fixed-width font: where in <see cref="Art.Table"/> its glyphs are.</summary>
/// <remarks>
/// A glyph is <see cref="Pages"/> rows of <see cref="Columns"/> columns, the upper row first; the glyphs follow one another. The gap to
/// the next cell, one column, is not in the table: text is drawn where all is dark. The fields are public because an interpreter pays
/// for a property with a call.
/// </remarks>
public sealed class Font
{
    /// <summary>Columns of a cell, the gap to the next one included.</summary>
    public readonly int Width;

    /// <summary>Pages that a cell is high.</summary>
    public readonly int Pages;

    /// <summary>Columns of a glyph.</summary>
    internal readonly int Columns;

    /// <summary>Bytes of a glyph in the table.</summary>
    internal readonly int Size;

    /// <summary>Where in the table the first glyph begins.</summary>
    internal readonly int Start;

    /// <summary>For each byte the number of its glyph. Fonts of the same characters share it.</summary>
    internal readonly byte[] Numbers;

    /// <summary>Makes a font; the parameters are the fields of their names.</summary>
    internal Font(int start, int width, int pages, byte[] numbers)
    {
        Width = width;
        Pages = pages;
        Columns = width - 1;
        Size = Columns * pages;
        Start = start;
        Numbers = numbers;
    }

    /// <summary>The <see cref="Numbers"/> of a font.</summary>
    /// <param name="first">The byte that the first glyph is for.</param>
    /// <param name="count">How many glyphs there are.</param>
    /// <param name="missing">The number of the glyph that stands for a byte which the font does not have.</param>
    internal static byte[] Number(int first, int count, int missing)
    {
        var numbers = new byte[256];
        for (int i = 0; i < numbers.Length; i++)
        {
            int glyph = i - first;
            numbers[i] = (byte)(glyph >= 0 && glyph < count ? glyph : missing);
        }

        return numbers;
    }
}
