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
    /// <summary>For the text that is being put together: one line for all that draw here.</summary>
    public TextLine Line { get; }

    /// <summary>The furthest that <see cref="Origin"/> may be, columns. A page keeps so many free at its right.</summary>
    public const int MaxOrigin = 2;

    /// <summary>How far to the right of its column everything is drawn, 0 to <see cref="MaxOrigin"/>: moves a page on the panel.</summary>
    public int Origin { get; set; }

    private const int Columns = PageBuffer.Columns;

    // By byte the number of its glyph in the small and in the middle font.
    private readonly byte[] _numbers = new byte[256];

    private readonly PageBuffer _buffer;
    private readonly byte[] _picture;

    /// <summary>Draws on <paramref name="buffer"/>, with a line of its own.</summary>
    public Canvas(PageBuffer buffer)
        : this(buffer, new TextLine())
    {
    }

    /// <summary>Draws on <paramref name="buffer"/>.</summary>
    /// <param name="buffer">On what.</param>
    /// <param name="line">For its texts, as others may have it while nothing is drawn.</param>
    public Canvas(PageBuffer buffer, TextLine line)
    {
        Line = line;
        _buffer = buffer;
        _picture = buffer.Picture;
        for (int i = 0; i < _numbers.Length; i++)
        {
            int number = i - ' ';
            _numbers[i] = (byte)(number >= 0 && number < Glyph.Count ? number : '?' - ' ');
        }
    }

    /// <summary>Makes the whole picture dark.</summary>
    public virtual void Clear()
    {
        _buffer.Clear();
    }

    /// <summary>Draws one of the fixed texts and answers the column after it.</summary>
    internal int Text(PageText text, int column, int page, Font font)
    {
        // Behind what stands in the line, which stays as it is.
        TextLine line = Line;
        int from = line.Length;
        return Text(line.Text, from, PageTexts.Copy(text, line.Text, from), column, page, font);
    }

    /// <summary>Draws fixed texts that follow one another, in the small font, one below the other.</summary>
    /// <param name="first">The first.</param>
    /// <param name="count">How many.</param>
    /// <param name="page">The page of the first.</param>
    internal void Lines(PageText first, int count, int page)
    {
        for (int i = 0; i < count; i++)
        {
            Text(first + i, 0, page + i, Font.Small);
        }
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
        Text(line, right - line.Length * ((int)font & FontSize.WidthMask), page, font);
    }

    /// <summary>Draws <paramref name="count"/> bytes of a text, from <paramref name="from"/> on, and answers the column after it.</summary>
    public int Text(byte[] text, int from, int count, int column, int page, Font font)
    {
        int width = (int)font & FontSize.WidthMask;
        Covering(column, page << 3, count * width, ((int)font >> FontSize.PagesShift & FontSize.PagesMask) << 3, isBox: false);
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
        int width = (int)font & FontSize.WidthMask;
        int columns = width - 1;
        int rows = (int)font >> FontSize.PagesShift & FontSize.PagesMask;
        int glyphs = (int)font >> FontSize.StartShift;
        byte[] picture = _picture;
        byte[] table = Art.Table;
        byte[] numbers = _numbers;
        _buffer.Touch(((1 << rows) - 1) << page);
        int start = page * Columns + column;
        if (rows == 1)
        {
            for (; from < end; from++, start += width)
            {
                Array.Copy(table, glyphs + numbers[text[from]] * columns, picture, start, columns);
            }
        }

        int size = columns * rows;
        bool isBig = font == Font.Big;
        for (int skip = 0; rows > 1; rows -= 2, skip += 2 * columns, start += 2 * Columns)
        {
            for (int i = from, at = start; i < end; i++, at += width)
            {
                int number = numbers[text[i]];
                int glyph = glyphs + skip + (isBig ? Glyph.BigOf(number) : number) * size;
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

        _buffer.Touch(((1 << pages) - 1) << page);
        for (int at = page * Columns + column; pages > 0; pages--, from += width, at += Columns)
        {
            Array.Copy(source, from, _picture, at, width);
        }
    }
}
