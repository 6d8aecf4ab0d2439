namespace ValenceNano.Display;

/// <summary>
/// The fixed-width fonts, each a number that says all of it: in its last eight bits the columns of a cell, the gap to the next one
/// included; in the four above them the pages that it is high; above those where in <see cref="Art.Table"/> its first glyph begins.
/// </summary>
/// <remarks>
/// A glyph is as many rows of columns as the cell has pages, the upper row first; the glyphs follow one another. The gap, one column, is not in
/// the table: text is drawn where all is dark.
/// </remarks>
public enum Font
{
    /// <summary>5x7 letters in cells of 6x8, one page: ASCII 32 to 126 and what <see cref="Glyph"/> names.</summary>
    Small = (Art.Small << 12) | 0x106,

    /// <summary>Bold letters in cells of 8x16, two pages: the same characters as <see cref="Small"/>.</summary>
    Middle = (Art.Middle << 12) | 0x208,

    /// <summary>Digits in cells of 24x32, four pages. Whatever is no digit is drawn as a minus sign.</summary>
    Big = (Art.Big << 12) | 0x418,
}
