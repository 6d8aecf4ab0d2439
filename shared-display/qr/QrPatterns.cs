using System;

namespace ValenceNano.Display;

/// <summary>
/// What a QR code has besides its data: the three finders, the timing lines, the alignment pattern, the format; and the masks. A row
/// is one number, the module in column x its bit x, 1 for dark.
/// </summary>
internal sealed class QrPatterns
{
    /// <summary>The row and the column of the timing lines.</summary>
    public const int TimingLine = 6;

    private const int FinderSize = 7;

    // Finder, separator, and the format or what is kept free for it.
    private const int CornerSize = 9;
    private const int FarCornerSize = 8;
    private const int AlignmentSize = 5;

    private static readonly byte[] Finder = { 0x7F, 0x41, 0x5D, 0x5D, 0x5D, 0x41, 0x7F };
    private static readonly byte[] Alignment = { 0x1F, 0x11, 0x15, 0x11, 0x1F };

    // Ones at each sixth place: what repeats every six columns, times this, is a row.
    private const long EverySixth = 0x41041041041;

    // By row: the modules that are patterns.
    private readonly long[] _patterns = new long[QrCode.MaxSize];
    private int _size;

    /// <summary>Makes the patterns of a version, 1..4, and draws them; all else in <paramref name="rows"/> becomes light.</summary>
    public void Begin(int version, long[] rows)
    {
        _size = 17 + (4 * version);
        Array.Clear(rows, 0, rows.Length);
        Array.Clear(_patterns, 0, _patterns.Length);
        long far = (long)0xFF << (_size - FarCornerSize);
        long near = (1 << CornerSize) - 1;
        for (int row = 0; row < _size; row++)
        {
            bool isLow = row >= _size - FarCornerSize;
            _patterns[row] = row < CornerSize ? near | far : isLow ? near : 1 << TimingLine;
        }

        _patterns[TimingLine] = -1;
        DrawTiming(rows);
        Draw(Finder, rows, 0, 0);
        Draw(Finder, rows, 0, _size - FinderSize);
        Draw(Finder, rows, _size - FinderSize, 0);
        if (version > 1)
        {
            AddAlignment(rows, _size - CornerSize);
        }
    }

    /// <summary>Tells whether a module belongs to a pattern, and so holds no data.</summary>
    public bool IsPattern(int row, int column) => ((_patterns[row] >> column) & 1) != 0;

    /// <summary>The columns of a row that hold data, a bit each; bits beyond the code's side are 0.</summary>
    public long DataColumns(int row) => ~_patterns[row] & ((1L << _size) - 1);

    /// <summary>Writes the format, twice: level L and the mask, with their own error correction, and the module that is always dark.</summary>
    public void AddFormat(int mask, long[] rows)
    {
        int format = Format(mask);
        for (int i = 0; i < 15; i++)
        {
            long bit = (format >> i) & 1;
            int row = i < 6 ? i : i < 8 ? i + 1 : 8;
            int column = i < 8 ? 8 : i == 8 ? 7 : 14 - i;
            rows[row] |= bit << column;
            if (i < 8)
            {
                rows[8] |= bit << (_size - 1 - i);
            }
            else
            {
                rows[_size - 15 + i] |= bit << 8;
            }
        }

        rows[_size - 8] |= 1 << 8;
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

    private void DrawTiming(long[] rows)
    {
        for (int i = 0; i < _size; i += 2)
        {
            rows[TimingLine] |= 1L << i;
            rows[i] |= 1 << TimingLine;
        }
    }

    private void AddAlignment(long[] rows, int at)
    {
        for (int i = 0; i < AlignmentSize; i++)
        {
            _patterns[at + i] |= (long)0x1F << at;
        }

        Draw(Alignment, rows, at, at);
    }

    private static void Draw(byte[] pattern, long[] rows, int row, int column)
    {
        long under = ~(((1L << pattern.Length) - 1) << column);
        for (int i = 0; i < pattern.Length; i++)
        {
            rows[row + i] = (rows[row + i] & under) | ((long)pattern[i] << column);
        }
    }
}
