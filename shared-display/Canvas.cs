using System;

namespace ValenceNano.Display;

/// <summary>
/// Draws on a <see cref="PageBuffer"/>: cells (texts, numbers, icons) by page, shapes by pixel row. Columns are 0 to 127 from the
/// left, rows 0 to 63 and pages 0 to 7 from the top. What lies outside is left out; of a text, whole characters are.
/// </summary>
/// <remarks>
/// Cells are copied, about 30 IL instructions for each page of a character. A shape costs next to nothing where it fills whole
/// pages, and about 18 instructions for each column of each page that it fills in part: a line across the panel is 2,300.
/// Nothing is allocated after construction.
/// </remarks>
public partial class Canvas
{
    /// <summary>The value of a number that is not known. It is drawn as <c>--</c>.</summary>
    public const int Unknown = int.MinValue;

    /// <summary>5x7 letters in cells of 6x8, one page: ASCII 32 to 126 and what <see cref="Glyph"/> names.</summary>
    public readonly Font Small = new Font(SmallFont.Table, 6, 1, ' ', '?' - ' ');

    /// <summary>Bold letters in cells of 8x16, two pages: the same characters as <see cref="Small"/>.</summary>
    public readonly Font Middle = new Font(MiddleFont.Table, 8, 2, ' ', '?' - ' ');

    /// <summary>Digits in cells of 24x32, four pages. Whatever is no digit is drawn as a minus sign.</summary>
    public readonly Font Big = new Font(BigDigits.Table, 24, 4, '0', 10);

    private const int Columns = PageBuffer.Columns;
    private const int Pages = PageBuffer.Pages;

    private readonly PageBuffer _buffer;
    private readonly byte[] _picture;
    private readonly Digits _digits = new Digits();

    /// <summary>Draws on <paramref name="buffer"/>. Not in a static initialiser: it reads the fonts' tables.</summary>
    public Canvas(PageBuffer buffer)
    {
        _buffer = buffer;
        _picture = buffer.Picture;
    }

    /// <summary>Makes the whole picture dark.</summary>
    public void Clear()
    {
        Covering(0, 0, Columns, PageBuffer.Rows, Mark.Erasure);
        _buffer.Clear();
    }

    /// <summary>Draws a text and answers the column after it.</summary>
    public int Text(byte[] text, int column, int page, Font font)
    {
        return Text(text, 0, text.Length, column, page, font);
    }

    /// <summary>Draws <paramref name="count"/> bytes of a text, from <paramref name="from"/> on, and answers the column after it.</summary>
    public int Text(byte[] text, int from, int count, int column, int page, Font font)
    {
        int width = font.Width;
        int end = column + count * width;
        Covering(column, page << 3, end - column, font.Pages << 3, Mark.Cell);
        for (; column < 0 && count > 0; column += width, count--)
        {
            from++;
        }

        while (count > 0 && column + count * width > Columns)
        {
            count--;
        }

        if (count > 0)
        {
            for (int row = 0; row < font.Pages; row++)
            {
                CopyGlyphs(text, from, from + count, column, page + row, font, row * width);
            }
        }

        return end;
    }

    /// <summary>Draws a text that ends left of the column <paramref name="right"/>, and answers the column where it begins.</summary>
    public int TextRight(byte[] text, int right, int page, Font font)
    {
        int column = right - text.Length * font.Width;
        Text(text, 0, text.Length, column, page, font);
        return column;
    }

    /// <summary>Draws a number and answers the column after it.</summary>
    /// <param name="value">The number in its own unit, or <see cref="Unknown"/>.</param>
    /// <param name="format">Its decimals.</param>
    /// <param name="column">Where it begins.</param>
    /// <param name="page">Its upper page.</param>
    /// <param name="font">One of this canvas's fonts; the big digits have no decimal point.</param>
    public int Number(int value, NumberFormat format, int column, int page, Font font)
    {
        int from = _digits.Write(value, format);
        return Text(_digits.Text, from, Digits.Size - from, column, page, font);
    }

    /// <summary>Draws a number that ends left of the column <paramref name="right"/>, and answers the column where it begins.</summary>
    public int NumberRight(int value, NumberFormat format, int right, int page, Font font)
    {
        int from = _digits.Write(value, format);
        int column = right - (Digits.Size - from) * font.Width;
        Text(_digits.Text, from, Digits.Size - from, column, page, font);
        return column;
    }

    /// <summary>Draws one of <see cref="Icons"/> and answers the column after it.</summary>
    public int Icon(byte[] icon, int width, int column, int page)
    {
        int pages = icon.Length / width;
        Covering(column, page << 3, width, pages << 3, Mark.Cell);
        int skip = column < 0 ? -column : 0;
        int count = (column + width > Columns ? Columns - column : width) - skip;
        for (int row = 0; row < pages && count > 0; row++)
        {
            int at = page + row;
            if (at >= 0 && at < Pages)
            {
                Array.Copy(icon, row * width + skip, _picture, at * Columns + column + skip, count);
                _buffer.Touched |= 1 << at;
            }
        }

        return column + width;
    }

    /// <summary>
    /// Comes once before each thing is drawn, with the pixels that it covers, not clipped. The canvas itself allows everything; one
    /// that checks a page's layout overrides it.
    /// </summary>
    protected virtual void Covering(int column, int row, int width, int height, Mark mark)
    {
    }

    private void CopyGlyphs(byte[] text, int from, int end, int column, int page, Font font, int skip)
    {
        if (page < 0 || page >= Pages)
        {
            return;
        }

        byte[] picture = _picture;
        byte[] table = font.Table;
        int width = font.Width;
        int size = width * font.Pages;
        int first = font.First;
        int glyphs = font.Count;
        int at = page * Columns + column;
        for (; from < end; from++)
        {
            int glyph = text[from] - first;
            if ((uint)glyph >= (uint)glyphs)
            {
                glyph = font.Missing;
            }

            Array.Copy(table, glyph * size + skip, picture, at, width);
            at += width;
        }

        _buffer.Touched |= 1 << page;
    }
}
