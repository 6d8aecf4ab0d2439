namespace ValenceNano.Display;

/// <summary>What the number of a <see cref="Font"/> says. Where every instruction counts, the constants stand in place of the methods.</summary>
public static class FontSize
{
    internal const int WidthMask = 0xFF;
    internal const int PagesShift = 8;
    internal const int PagesMask = 0xF;
    internal const int StartShift = 12;

    /// <summary>Columns of a cell, the gap to the next one included.</summary>
    public static int Width(this Font font) => (int)font & WidthMask;

    /// <summary>Pages that a cell is high.</summary>
    public static int Pages(this Font font) => (int)font >> PagesShift & PagesMask;
}
