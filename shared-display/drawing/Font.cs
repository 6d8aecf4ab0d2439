namespace ValenceNano.Display;

/// <summary>A fixed-width font: its table and how to find a glyph in it.</summary>
/// <remarks>
/// A glyph is <see cref="Pages"/> rows of <see cref="Width"/> columns, the upper row first; the glyphs follow one another. Its fields
/// are public because an interpreter pays for a property with a call.
/// </remarks>
public sealed class Font
{
    /// <summary>Columns of a cell, the gap to the next one included.</summary>
    public readonly int Width;

    /// <summary>Pages that a cell is high.</summary>
    public readonly int Pages;

    internal readonly byte[] Table;
    internal readonly int Size;

    /// <summary>For each byte where in <see cref="Table"/> its glyph begins.</summary>
    internal readonly ushort[] Offsets = new ushort[256];

    /// <param name="table">The glyphs, <paramref name="width"/> times <paramref name="pages"/> bytes each.</param>
    /// <param name="width">Columns of a cell.</param>
    /// <param name="pages">Pages of a cell.</param>
    /// <param name="first">The byte that the first glyph is for.</param>
    /// <param name="missing">The number of the glyph that stands for a byte which the font does not have.</param>
    internal Font(byte[] table, int width, int pages, int first, int missing)
    {
        Table = table;
        Width = width;
        Pages = pages;
        Size = width * pages;
        int count = table.Length / Size;
        for (int i = 0; i < Offsets.Length; i++)
        {
            int glyph = i - first;
            Offsets[i] = (ushort)(Size * (glyph >= 0 && glyph < count ? glyph : missing));
        }
    }
}
