using System;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

// Boxes, bars, and a battery and how full it is.
public partial class Canvas
{
    /// <summary>A column of <see cref="Curve"/> in which there is nothing.</summary>
    public const byte NoRow = 0xFF;

    // A bar is five rows high, and what it leaves of its scale is a line in their middle.
    private const byte BarBits = 0x3E;
    private const byte LineBits = 0x08;

    // Where a battery's level is: what the art leaves inside the case, but for a gap of one pixel.
    private const int LevelLeft = 3;
    private const int LevelWidth = 14;
    private const int LevelRows = 20;
    private const int LevelEnd = 28;
    private const int QuestionMarkLeft = 7;

    /// <summary>
    /// Lights every pixel of a box of 1x1 or more, which must be inside the panel. In the pages that it touches all its columns must be
    /// alike before, as they are where all is dark: what the first one becomes is copied to the others.
    /// </summary>
    public void Box(int column, int row, int width, int height)
    {
        Covering(column, row, width, height, isBox: true);
        Light(column, row, width, height);
    }

    /// <summary>Draws a lying bar, one page high, and behind it the line that is its scale.</summary>
    /// <param name="length">How long it is, 0 to <paramref name="width"/> columns.</param>
    /// <param name="width">Columns of bar and line together.</param>
    /// <param name="column">Its left column.</param>
    /// <param name="page">Its page.</param>
    public void Bar(int length, int width, int column, int page)
    {
        Covering(column, page << 3, width, 8, isBox: false);
        column += Origin;
        if (column >= 0 && column + width <= Columns)
        {
            int at = page * Columns + column;
            _buffer.Touch(1 << page);
            Fill(at, BarBits, length);
            Fill(at + length, LineBits, width - length);
        }
    }

    /// <summary>
    /// Draws a standing battery, 20 columns and four pages, as high as a big digit, and the level in it. It must be inside the panel.
    /// </summary>
    /// <param name="permille">0 to 1000; below is empty, above is full, and so <see cref="Reading.Unknown"/> is empty.</param>
    /// <param name="column">Its left column.</param>
    /// <param name="page">Its upper page.</param>
    public void Battery(int permille, int column, int page)
    {
        Icon(Icons.Battery, column, page);
        int rows = 0;
        if (permille > 0)
        {
            rows = permille < 1000 ? (LevelRows * permille + 500) / 1000 : LevelRows;
        }

        Light(column + LevelLeft, (page << 3) + LevelEnd - rows, LevelWidth, rows);
    }

    /// <summary>Draws the same battery with a question mark in place of its level. It must be inside the panel.</summary>
    public void BatteryInDoubt(int column, int page)
    {
        Icon(Icons.Battery, column, page);
        // As Text does.
        int at = Line.Length;
        Line.Text[at] = (byte)'?';
        CopyGlyphs(Line.Text, at, at + 1, column + Origin + QuestionMarkLeft, page + 1, Font.Middle);
    }

    /// <summary>
    /// Draws a curve: in each column one pixel, and those that join it with the column before. It must be inside the panel.
    /// </summary>
    /// <param name="rows">By column the row of its pixel, or <see cref="NoRow"/>.</param>
    /// <param name="count">How many columns.</param>
    /// <param name="column">The leftmost.</param>
    public void Curve(byte[] rows, int count, int column)
    {
        byte[] picture = _picture;
        int first = column + Origin;
        int touched = 0;
        int before = NoRow;
        for (int i = 0; i < count; i++)
        {
            int row = rows[i];
            if (row != NoRow)
            {
                int top = before < row ? before + 1 : row;
                int bottom = before > row && before != NoRow ? before - 1 : row;
                Covering(column + i, top, 1, bottom - top + 1, isBox: true);
                for (int lit = top; lit <= bottom; lit++)
                {
                    int at = (lit >> 3) * Columns + first + i;
                    picture[at] = (byte)(picture[at] | 1 << (lit & 7));
                    touched |= 1 << (lit >> 3);
                }
            }

            before = row;
        }

        _buffer.Touch(touched);
    }

    private void Light(int column, int row, int width, int height)
    {
        byte[] picture = _picture;
        for (int end = row + height; row < end; row = (row | 7) + 1)
        {
            int page = row >> 3;
            int bits = 0xFF << (row & 7);
            if (end < (page + 1) << 3)
            {
                bits &= (1 << (end & 7)) - 1;
            }

            _buffer.Touch(1 << page);
            int at = page * Columns + column + Origin;
            Fill(at, picture[at] | bits, width);
        }
    }

    // Columns of a page with the same bits.
    private void Fill(int at, int bits, int width)
    {
        if (width == 0)
        {
            return;
        }

        byte[] picture = _picture;
        picture[at] = (byte)bits;
        for (int done = 1, left = width - 1; left > 0; left -= done, done += done)
        {
            Array.Copy(picture, at, picture, at + done, left < done ? left : done);
        }
    }
}
