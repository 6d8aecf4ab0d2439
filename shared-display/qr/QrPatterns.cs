using System;

namespace ValenceNano.Display;

/// <summary>
/// What a QR code has besides its data: the three finders, the timing lines, the alignment pattern, the format; and the masks. A row
/// is one number, the module in column x its bit x, 1 for dark.
/// </summary>
internal static class QrPatterns
{
    /// <summary>The row and the column of the timing lines.</summary>
    public const int TimingLine = 6;

    private const int FinderSize = 7;
    private const int AlignmentSize = 5;

    // Finder, separator, and the format or what is kept free for it.
    private const int CornerSize = 9;
    private const int FarCornerSize = 8;

    // Where the alignment pattern begins, from the side's end; the smallest version has none.
    private const int AlignmentFromEnd = 9;
    private const int SmallestSize = 21;

    // Row by row, the first in the lowest bits.
    private const long Finder = 0x7FL | 0x41L << 7 | 0x5DL << 14 | 0x5DL << 21 | 0x5DL << 28 | 0x41L << 35 | 0x7FL << 42;
    private const long Alignment = 0x1FL | 0x11L << 5 | 0x15L << 10 | 0x11L << 15 | 0x1FL << 20;

    // Ones at each sixth place: what repeats every six columns, times this, is a row.
    private const long EverySixth = 0x41041041041;

    /// <summary>Draws the patterns of a code; all else in <paramref name="rows"/> becomes light.</summary>
    /// <param name="size">Modules along its side.</param>
    /// <param name="rows">Where to.</param>
    public static void Draw(int size, long[] rows)
    {
        Array.Clear(rows, 0, rows.Length);
        for (int i = 0; i < size; i += 2)
        {
            rows[TimingLine] |= 1L << i;
            rows[i] |= 1 << TimingLine;
        }

        Draw(Finder, FinderSize, rows, 0, 0);
        Draw(Finder, FinderSize, rows, 0, size - FinderSize);
        Draw(Finder, FinderSize, rows, size - FinderSize, 0);
        if (size > SmallestSize)
        {
            Draw(Alignment, AlignmentSize, rows, size - AlignmentFromEnd, size - AlignmentFromEnd);
        }
    }

    /// <summary>The columns of a row that hold data and no pattern, a bit each; bits beyond the code's side are 0.</summary>
    public static long DataColumns(int row, int size)
    {
        if (row == TimingLine)
        {
            return 0;
        }

        long near = (1 << CornerSize) - 1;
        long patterns = row < CornerSize ? near | (long)0xFF << (size - FarCornerSize) : row >= size - FarCornerSize ? near : 1 << TimingLine;
        int alignment = size - AlignmentFromEnd;
        if (size > SmallestSize && row >= alignment && row < alignment + AlignmentSize)
        {
            patterns |= (long)0x1F << alignment;
        }

        return ~patterns & ((1L << size) - 1);
    }

    /// <summary>Writes the format, twice: level L and the mask, with their own error correction, and the module that is always dark.</summary>
    public static void WriteFormat(int mask, int size, long[] rows)
    {
        int format = Format(mask);
        for (int i = 0; i < 15; i++)
        {
            long bit = (format >> i) & 1;
            Write(bit, rows, i < 6 ? i : i < 8 ? i + 1 : 8, i < 8 ? 8 : i == 8 ? 7 : 14 - i);
            Write(bit, rows, i < 8 ? 8 : size - 15 + i, i < 8 ? size - 1 - i : 8);
        }

        Write(1, rows, size - 8, 8);
    }

    /// <summary>A row of a mask, 0..7: the columns whose modules it turns over (ISO/IEC 18004, table 10).</summary>
    public static long MaskRow(int mask, int row)
    {
        long six = 0;
        for (int column = 0; column < 6; column++)
        {
            if (IsTurned(mask, row, column))
            {
                six |= 1L << column;
            }
        }

        return six * EverySixth;
    }

    private static bool IsTurned(int mask, int row, int column)
    {
        int product = row * column;
        switch (mask)
        {
            case 0:
                return (row + column) % 2 == 0;
            case 1:
                return row % 2 == 0;
            case 2:
                return column % 3 == 0;
            case 3:
                return (row + column) % 3 == 0;
            case 4:
                return ((row / 2) + (column / 3)) % 2 == 0;
            case 5:
                return (product % 2) + (product % 3) == 0;
            case 6:
                return ((product % 2) + (product % 3)) % 2 == 0;
            default:
                return (((row + column) % 2) + (product % 3)) % 2 == 0;
        }
    }

    // Five bits, and behind them the rest of their division by x^10 + x^8 + x^5 + x^4 + x^2 + x + 1.
    private static int Format(int mask)
    {
        const int LevelL = 1;
        int data = (LevelL << 3) | mask;
        int rest = data << 10;
        for (int i = 4; i >= 0; i--)
        {
            if ((rest >> (i + 10) & 1) != 0)
            {
                rest ^= 0x537 << i;
            }
        }

        return ((data << 10) | rest) ^ 0x5412;
    }

    private static void Write(long bit, long[] rows, int row, int column) =>
        rows[row] = (rows[row] & ~(1L << column)) | (bit << column);

    private static void Draw(long pattern, int side, long[] rows, int row, int column)
    {
        long line = (1L << side) - 1;
        for (int i = 0; i < side; i++, pattern >>= side)
        {
            rows[row + i] = (rows[row + i] & ~(line << column)) | ((pattern & line) << column);
        }
    }
}
