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

    /// <summary>For each byte where in the table its glyph begins.</summary>
    internal readonly ushort[] Offsets = new ushort[256];

    /// <param name="start">Where in the table the first glyph begins.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="width">Columns of a cell.</param>
    /// <param name="pages">Pages of a cell.</param>
    /// <param name="first">The byte that the first glyph is for.</param>
    /// <param name="missing">The number of the glyph that stands for a byte which the font does not have.</param>
    internal Font(int start, int count, int width, int pages, int first, int missing)
    {
        Width = width;
        Pages = pages;
        Columns = width - 1;
        for (int i = 0; i < Offsets.Length; i++)
        {
            int glyph = i - first;
            Offsets[i] = (ushort)(start + Columns * pages * (glyph >= 0 && glyph < count ? glyph : missing));
        }
    }
}
