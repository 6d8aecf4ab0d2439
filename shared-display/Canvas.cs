using System;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>
/// Draws on a <see cref="PageBuffer"/>: cells (texts, numbers, icons) by page, shapes by pixel row. Columns are 0 to 127 from the
/// left, rows 0 to 63 and pages 0 to 7 from the top. What lies outside is left out; of a text, whole characters are.
/// </summary>
/// <remarks>
/// In IL instructions: a character is 20, or 32 if it is two pages high, a call 90 more. An icon is 100, and 20 for each page that it
/// is high. A shape is 100 to 250 for each page that it touches, where the columns under it are alike; else 18 for each column.
/// Inverting always is 17 for each column. Nothing is allocated after construction.
/// </remarks>
public partial class Canvas
{
    /// <summary>5x7 letters in cells of 6x8, one page: ASCII 32 to 126 and what <see cref="Glyph"/> names.</summary>
    public readonly Font Small = new Font(SmallFont.Table, 6, 1, ' ', '?' - ' ');

    /// <summary>Bold letters in cells of 8x16, two pages: the same characters as <see cref="Small"/>.</summary>
    public readonly Font Middle = new Font(MiddleFont.Table, 8, 2, ' ', '?' - ' ');

    /// <summary>Digits in cells of 24x32, four pages. Whatever is no digit is drawn as a minus sign.</summary>
    public readonly Font Big = new Font(BigDigits.Table, 24, 4, '0', 10);

    /// <summary>The furthest that <see cref="Origin"/> may be, columns. A page keeps so many free at its right.</summary>
    public const int MaxOrigin = 2;

    /// <summary>How far to the right of its column everything is drawn, 0 to <see cref="MaxOrigin"/>: moves a page on the panel.</summary>
    public int Origin;

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
        column += Origin;
        if (column >= 0 && column + count * width <= Columns)
        {
            CopyGlyphs(text, from, from + count, column, page, font);
            return end;
        }

        for (; column < 0 && count > 0; column += width, count--)
        {
            from++;
        }

        while (count > 0 && column + count * width > Columns)
        {
            count--;
        }

        CopyGlyphs(text, from, from + count, column, page, font);
        return end;
    }

    /// <summary>Draws a text that ends left of the column <paramref name="right"/>, and answers the column where it begins.</summary>
    public int TextRight(byte[] text, int right, int page, Font font)
    {
        int column = right - text.Length * font.Width;
        Text(text, 0, text.Length, column, page, font);
        return column;
    }

    /// <summary>Draws a text and answers the column after it.</summary>
    public int Text(TextLine line, int column, int page, Font font)
    {
        return Text(line.Text, 0, line.Length, column, page, font);
    }

    /// <summary>Draws a text that ends left of the column <paramref name="right"/>, and answers the column where it begins.</summary>
    public int TextRight(TextLine line, int right, int page, Font font)
    {
        int column = right - line.Length * font.Width;
        Text(line.Text, 0, line.Length, column, page, font);
        return column;
    }

    /// <summary>Draws a number and answers the column after it.</summary>
    /// <param name="value">The number in its own unit, or <see cref="Reading.Unknown"/>, which is drawn as <c>--</c>.</param>
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
        CopyColumns(icon, 0, width, column, page, pages);
        return column + width;
    }

    /// <summary>Draws columns of a picture one page high, from <paramref name="from"/> on, and answers the column after them.</summary>
    public int Strip(byte[] picture, int from, int count, int column, int page)
    {
        Covering(column, page << 3, count, 8, Mark.Cell);
        CopyColumns(picture, from, count, column, page, 1);
        return column + count;
    }

    /// <summary>
    /// Comes once before each thing is drawn, with the pixels that it covers, not clipped. The canvas itself allows everything; one
    /// that checks a page's layout overrides it.
    /// </summary>
    protected virtual void Covering(int column, int row, int width, int height, Mark mark)
    {
    }
}
