using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>
/// What happens on the bus: for whoever looks for a fault. Its words are those of docs/pages.md, and of the keys in JSON.
/// </summary>
internal static class BusPage
{
    private const int MaxHexBytes = 5;

    internal static void Draw(Canvas canvas, BusMonitor bus, long nowMs)
    {
        TextLine line = canvas.Line;
        BusCounters counters = bus.Counters;
        canvas.Text(PageText.BusStarting + (int)bus.Role, 0, 0, Font.Small);
        canvas.TextRight(line.Clear().Add(PageText.Version), Layout.Right, 0, Font.Small);
        canvas.Text(AddCount(Words.AddAge(line.Clear().Add(PageText.Up), nowMs).Add(PageText.Round), counters.Rounds), 0, 1, Font.Small);
        canvas.Text(AddCount(AddCount(line.Clear().Add(PageText.Replies), counters.Replies).Add(PageText.Of), counters.Polls), 0, 2, Font.Small);
        DrawCount(canvas, PageText.Timeouts, counters.Timeouts, 3);
        DrawCount(canvas, PageText.Inconsistent, counters.Inconsistent, 4);
        DrawCount(canvas, PageText.WrongReplies, counters.WrongReplies, 5);
        canvas.Text(AddCount(line.Clear().Add(PageText.Crc), counters.CrcErrors), 0, 6, Font.Small);
        canvas.TextRight(AddCount(line.Clear().Add(PageText.Junk), counters.JunkBytes), Layout.Right, 6, Font.Small);
        DrawLastMessage(canvas, bus.Link);
    }

    private static void DrawCount(Canvas canvas, PageText what, int count, int page)
    {
        canvas.Text(what, 0, page, Font.Small);
        canvas.TextRight(AddCount(canvas.Line.Clear(), count), Layout.Right, page, Font.Small);
    }

    // In four characters: 9999, 999k, 9.9M, 999M.
    private static TextLine AddCount(TextLine line, int count)
    {
        if (count < 10000)
        {
            return line.Add(count, NumberFormat.Whole);
        }

        if (count < 999_500)
        {
            return line.Add(count, NumberFormat.Thousands).Add((byte)'k');
        }

        return line.Add(count, count < 9_950_000 ? NumberFormat.MillionsTenths : NumberFormat.Millions).Add((byte)'M');
    }

    // How the last message that was heard begins.
    private static void DrawLastMessage(Canvas canvas, BusLink link)
    {
        TextLine line = canvas.Line.Clear().Add(PageText.Last);
        for (int i = 0; i < link.LastLength && i < MaxHexBytes; i++)
        {
            line.Add((byte)' ').AddHex(link.LastMessage[i]);
        }

        if (link.LastLength == 0)
        {
            line.Add((byte)' ').Add(Reading.Unknown, NumberFormat.Whole);
        }

        canvas.Text(line, 0, 7, Font.Small);
    }
}
