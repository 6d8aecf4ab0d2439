using System;

namespace ValenceNano.Display;

/// <summary>
/// The next picture, and the one that the panel has. Drawing touches only the next one; <see cref="Flush"/> sends what differs.
/// <para>
/// A byte is eight pixels, one above the other, the lowest bit on top; 128 of them are a page, eight pages the picture: the
/// SSD1306's own layout.
/// </para>
/// <para>
/// Whoever draws need not know what was there before: clear, draw the whole page anew whenever one of its values may have changed,
/// and flush. Of each page drawn on since the last flush, the columns from the first to the last difference are sent, in steps of
/// eight. So one new digit sends a few columns of as many pages as it is high, the same picture again sends nothing, a page turn
/// sends all that changed, and a loop that drew nothing does not even look.
/// </para>
/// </summary>
public sealed class PageBuffer
{
    /// <summary>Columns of a page, 0 at the left.</summary>
    public const int Columns = 128;

    /// <summary>Pages of the picture, 0 at the top.</summary>
    public const int Pages = 8;

    /// <summary>Pixel rows of the picture, 0 at the top.</summary>
    public const int Rows = 64;

    /// <summary>The next picture: the byte at <c>page * 128 + column</c> is eight pixels, bit 0 on top.</summary>
    public byte[] Picture { get; } = new byte[Columns * Pages];

    private const int AllPages = 0xFF;

    // Bit n: page n was drawn on, or failed to be sent, since it was last sent.
    private int _touched = AllPages;

    // One comparison of two 64-bit reads does for eight columns: a fifth of what byte by byte costs an interpreter.
    private const int Step = 8;

    private readonly byte[] _shown = new byte[Columns * Pages];

    // Bit n: nobody knows what the panel has on page n. At power-up its memory is noise.
    private int _unknown = AllPages;

    /// <summary>Makes every pixel of the next picture dark.</summary>
    public void Clear()
    {
        Array.Clear(Picture, 0, Columns * Pages);
        _touched = AllPages;
    }

    /// <summary>Pages were drawn on, a bit each: the next <see cref="Flush"/> looks at them.</summary>
    internal void Touch(int pages) => _touched |= pages;

    /// <summary>Call it when the panel was started anew: the next <see cref="Flush"/> sends the whole picture.</summary>
    public void ForgetPanel()
    {
        _unknown = AllPages;
        _touched = AllPages;
    }

    /// <summary>Sends what the panel does not have yet.</summary>
    /// <returns>False when the panel did not take it; the rest is sent by the next call.</returns>
    public bool Flush(IPanel panel)
    {
        int touched = _touched;
        for (int page = 0; touched != 0; page++, touched >>= 1)
        {
            if ((touched & 1) != 0 && !FlushPage(panel, page))
            {
                return false;
            }
        }

        return true;
    }

    private bool FlushPage(IPanel panel, int page)
    {
        int start = page * Columns;
        int first = start;
        int end = start + Columns;
        int bit = 1 << page;
        if ((_unknown & bit) == 0)
        {
            first = FirstDifference(start, end);
            end = first == end ? end : EndOfDifference(end);
        }

        if (first < end)
        {
            // Until the panel has taken all, part of it may have arrived.
            _unknown |= bit;
            if (!panel.Write(Picture, page, first - start, end - first))
            {
                return false;
            }

            _unknown &= ~bit;
            Array.Copy(Picture, first, _shown, first, end - first);
        }

        _touched &= ~bit;
        return true;
    }

    private int FirstDifference(int at, int end)
    {
        byte[] next = Picture;
        byte[] shown = _shown;
        while (at < end && BitConverter.ToInt64(next, at) == BitConverter.ToInt64(shown, at))
        {
            at += Step;
        }

        return at;
    }

    private int EndOfDifference(int end)
    {
        byte[] next = Picture;
        byte[] shown = _shown;
        while (BitConverter.ToInt64(next, end - Step) == BitConverter.ToInt64(shown, end - Step))
        {
            end -= Step;
        }

        return end;
    }
}
