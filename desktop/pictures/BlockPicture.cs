using System.Text;

namespace ValenceNano.Desktop;

/// <summary>
/// Draws a panel with characters. A panel is 1024 bytes in the SSD1306's layout: 8 pages of 128 columns, each byte 8 pixels
/// of a column, the lowest bit on top.
/// </summary>
public static class BlockPicture
{
    /// <summary>Columns of a panel, pixels.</summary>
    public const int Width = 128;

    /// <summary>Rows of a panel, pixels.</summary>
    public const int Height = 64;

    // Two pixels above each other make one character.
    private const string HalfBlocks = " ▀▄█";

    // The bits of a braille character's 2x4 dots, column by column.
    private static readonly int[] BrailleDots = [0x01, 0x02, 0x04, 0x40, 0x08, 0x10, 0x20, 0x80];

    /// <summary>Tells whether a pixel is lit.</summary>
    public static bool IsLit(ReadOnlySpan<byte> panel, int x, int y) => (panel[(y / 8 * Width) + x] & (1 << (y % 8))) != 0;

    /// <summary>32 lines of 128 characters: exact pixels.</summary>
    public static string[] HalfBlockLines(ReadOnlySpan<byte> panel)
    {
        string[] lines = new string[Height / 2];
        var line = new StringBuilder(Width);
        for (int row = 0; row < lines.Length; row++)
        {
            line.Clear();
            for (int x = 0; x < Width; x++)
            {
                int dots = (IsLit(panel, x, 2 * row) ? 1 : 0) | (IsLit(panel, x, (2 * row) + 1) ? 2 : 0);
                line.Append(HalfBlocks[dots]);
            }

            lines[row] = line.ToString();
        }

        return lines;
    }

    /// <summary>16 lines of 64 braille characters: exact pixels too, for a narrow terminal.</summary>
    public static string[] BrailleLines(ReadOnlySpan<byte> panel)
    {
        string[] lines = new string[Height / 4];
        var line = new StringBuilder(Width / 2);
        for (int row = 0; row < lines.Length; row++)
        {
            line.Clear();
            for (int column = 0; column < Width / 2; column++)
            {
                line.Append(Braille(panel, 2 * column, 4 * row));
            }

            lines[row] = line.ToString();
        }

        return lines;
    }

    private static char Braille(ReadOnlySpan<byte> panel, int x, int y)
    {
        int dots = 0;
        for (int i = 0; i < BrailleDots.Length; i++)
        {
            dots |= IsLit(panel, x + (i / 4), y + (i % 4)) ? BrailleDots[i] : 0;
        }

        return (char)(0x2800 + dots);
    }
}
