using System;

namespace ValenceNano.Display;

// What all cells come down to: columns copied from tables into the picture, as far as they are inside.
public partial class Canvas
{
    // Of a font two pages high both rows are copied with one look at each character: a quarter less to interpret.
    private void CopyGlyphs(byte[] text, int from, int end, int column, int page, Font font)
    {
        int width = font.Width;
        int rows = font.Pages;
        int skip = 0;
        if (page < 0)
        {
            skip = -page * width;
            rows += page;
            page = 0;
        }

        if (page + rows > Pages)
        {
            rows = Pages - page;
        }

        if (rows <= 0)
        {
            return;
        }

        _buffer.Touched |= ((1 << rows) - 1) << page;
        byte[] picture = _picture;
        byte[] table = font.Table;
        ushort[] offsets = font.Offsets;
        int start = page * Columns + column;
        for (; rows > 1; rows -= 2, skip += 2 * width, start += 2 * Columns)
        {
            for (int i = from, at = start; i < end; i++, at += width)
            {
                int glyph = offsets[text[i]] + skip;
                Array.Copy(table, glyph, picture, at, width);
                Array.Copy(table, glyph + width, picture, at + Columns, width);
            }
        }

        if (rows == 1)
        {
            for (; from < end; from++, start += width)
            {
                Array.Copy(table, offsets[text[from]] + skip, picture, start, width);
            }
        }
    }

    private void CopyColumns(byte[] source, int from, int width, int column, int page, int pages)
    {
        column += Origin;
        int count = width;
        if (column < 0)
        {
            from -= column;
            count += column;
            column = 0;
        }

        if (column + count > Columns)
        {
            count = Columns - column;
        }

        if (page < 0)
        {
            from -= page * width;
            pages += page;
            page = 0;
        }

        if (page + pages > Pages)
        {
            pages = Pages - page;
        }

        if (count <= 0 || pages <= 0)
        {
            return;
        }

        _buffer.Touched |= ((1 << pages) - 1) << page;
        byte[] picture = _picture;
        for (int at = page * Columns + column; pages > 0; pages--, from += width, at += Columns)
        {
            Array.Copy(source, from, picture, at, count);
        }
    }
}
