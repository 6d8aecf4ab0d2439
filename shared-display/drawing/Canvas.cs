using System;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>
/// Draws on a <see cref="PageBuffer"/>: texts, icons and bars by page, boxes by pixel row. Columns are 0 to 127 from the left, rows
/// 0 to 63 and pages 0 to 7 from the top. Rows and pages must be inside. Of a text that stands out of the panel the characters that
/// are not wholly inside are left out; an icon or a bar is drawn wholly or not at all.
/// </summary>
/// <remarks>
/// In IL instructions: a character is 24, or 36 if it is two pages high, a call 100 more. An icon is 60, and 13 for each page that it
/// is high; a bar is 80. A box is 60 for each page that it touches, and 20 each time its width doubles. Nothing is allocated after
/// construction.
/// </remarks>
public partial class Canvas
{
    /// <summary>5x7 letters in cells of 6x8, one page: ASCII 32 to 126 and what <see cref="Glyph"/> names.</summary>
    public readonly Font Small;

    /// <summary>Bold letters in cells of 8x16, two pages: the same characters as <see cref="Small"/>.</summary>
    public readonly Font Middle;

    /// <summary>Digits in cells of 24x32, four pages. Whatever is no digit is drawn as a minus sign.</summary>
    public readonly Font Big = new Font(Art.Big, 24, 4, Font.Number('0', count: 11, missing: 10));

    /// <summary>For the text that is being put together: one line for all that draw here.</summary>
    public readonly TextLine Line = new TextLine();

    /// <summary>The furthest that <see cref="Origin"/> may be, columns. A page keeps so many free at its right.</summary>
    public const int MaxOrigin = 2;

    /// <summary>How far to the right of its column everything is drawn, 0 to <see cref="MaxOrigin"/>: moves a page on the panel.</summary>
    public int Origin;

    private const int Columns = PageBuffer.Columns;

    // The characters of a text that is drawn as it is: as many as there are cells of the small font.
    private readonly byte[] _label = new byte[(Columns / 6) + 1];

    private readonly PageBuffer _buffer;
    private readonly byte[] _picture;

    // The bits of a bar in as many columns as the panel has, and behind them those of the line that it leaves.
    private readonly byte[] _bars = new byte[2 * Columns];

    /// <summary>Draws on <paramref name="buffer"/>.</summary>
    public Canvas(PageBuffer buffer)
    {
        byte[] letters = Font.Number(' ', Glyph.Count, missing: '?' - ' ');
        Small = new Font(Art.Small, 6, 1, letters);
        Middle = new Font(Art.Middle, 8, 2, letters);
        _buffer = buffer;
        _picture = buffer.Picture;
        for (int i = 0; i < _bars.Length; i++)
        {
            _bars[i] = i < Columns ? BarBits : LineBits;
        }
    }

    /// <summary>Makes the whole picture dark.</summary>
    public virtual void Clear()
    {
        _buffer.Clear();
    }

    /// <summary>Draws a text of ASCII and answers the column after it.</summary>
    /// <param name="text">As for <see cref="Ascii.Copy"/>; at most as many characters as the panel has room for.</param>
    /// <param name="column">Its first column.</param>
    /// <param name="page">Its upper page.</param>
    /// <param name="font">In which font.</param>
    public int Text(string text, int column, int page, Font font)
    {
        return Text(_label, 0, Ascii.Copy(text, _label, 0), column, page, font);
    }

    /// <summary>Draws a text and answers the column after it.</summary>
    public int Text(byte[] text, int column, int page, Font font)
    {
        return Text(text, 0, text.Length, column, page, font);
    }

    /// <summary>Draws a text and answers the column after it.</summary>
    public int Text(TextLine line, int column, int page, Font font)
    {
        return Text(line.Text, 0, line.Length, column, page, font);
    }

    /// <summary>Draws a text that ends left of the column <paramref name="right"/>.</summary>
    public void TextRight(TextLine line, int right, int page, Font font)
    {
        Text(line, right - line.Length * font.Width, page, font);
    }

    /// <summary>Draws <paramref name="count"/> bytes of a text, from <paramref name="from"/> on, and answers the column after it.</summary>
    public int Text(byte[] text, int from, int count, int column, int page, Font font)
    {
        int width = font.Width;
        Covering(column, page << 3, count * width, font.Pages << 3, isBox: false);
        int end = from + count;
        int after = column + count * width;
        column += Origin;
        for (; column < 0; column += width)
        {
            from++;
        }

        for (int right = after + Origin; right > Columns; right -= width)
        {
            end--;
        }

        CopyGlyphs(text, from, end, column, page, font);
        return after;
    }

    /// <summary>Draws one of <see cref="Icons"/>.</summary>
    public void Icon(int icon, int column, int page)
    {
        byte[] art = Art.Table;
        CopyColumns(art, icon + 2, art[icon], column, page, art[icon + 1]);
    }

    /// <summary>
    /// Comes once before each thing is drawn, with the pixels that it covers, not clipped: a box, or cells drawn where all is dark. The
    /// canvas itself allows everything; one that checks a page's layout overrides it.
    /// </summary>
    protected virtual void Covering(int column, int row, int width, int height, bool isBox)
    {
    }

    // Of a font two pages high both rows are copied with one look at each character: a quarter less to interpret.
    private void CopyGlyphs(byte[] text, int from, int end, int column, int page, Font font)
    {
        int width = font.Width;
        int columns = font.Columns;
        int rows = font.Pages;
        byte[] picture = _picture;
        byte[] table = Art.Table;
        byte[] numbers = font.Numbers;
        int glyphs = font.Start;
        int size = font.Size;
        _buffer.Touched |= ((1 << rows) - 1) << page;
        int start = page * Columns + column;
        if (rows == 1)
        {
            for (; from < end; from++, start += width)
            {
                Array.Copy(table, glyphs + numbers[text[from]] * size, picture, start, columns);
            }
        }

        for (int skip = 0; rows > 1; rows -= 2, skip += 2 * columns, start += 2 * Columns)
        {
            for (int i = from, at = start; i < end; i++, at += width)
            {
                int glyph = glyphs + numbers[text[i]] * size + skip;
                Array.Copy(table, glyph, picture, at, columns);
                Array.Copy(table, glyph + columns, picture, at + Columns, columns);
            }
        }
    }

    private void CopyColumns(byte[] source, int from, int width, int column, int page, int pages)
    {
        Covering(column, page << 3, width, pages << 3, isBox: false);
        column += Origin;
        if (column < 0 || column + width > Columns)
        {
            return;
        }

        _buffer.Touched |= ((1 << pages) - 1) << page;
        for (int at = page * Columns + column; pages > 0; pages--, from += width, at += Columns)
        {
            Array.Copy(source, from, _picture, at, width);
        }
    }
}
