using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>
/// What happens on the bus: for whoever looks for a fault. Its words are those of docs/pages.md, and of the keys in JSON.
/// </summary>
internal static class BusPage
{
    /// <summary>The version of the product, the same that all assemblies have.</summary>
    internal const string Version = "0.1.0";

    private const int MaxHexBytes = 5;

    // By BusRole.
    private static readonly string[] _roles = ["Bus starting", "Bus listener", "Bus master"];
    private static readonly string _version = Version;
    private static readonly string _up = "up ";
    private static readonly string _round = ", round ";
    private static readonly string _replies = "replies ";
    private static readonly string _of = " of ";
    private static readonly string _timeouts = "timeouts";
    private static readonly string _inconsistent = "inconsistent";
    private static readonly string _wrongReplies = "wrong replies";
    private static readonly string _crc = "CRC ";
    private static readonly string _junk = "junk ";
    private static readonly string _last = "last";

    internal static void Draw(Canvas canvas, BusMonitor bus, long nowMs)
    {
        TextLine line = canvas.Line;
        BusCounters counters = bus.Counters;
        canvas.Text(_roles[(int)bus.Role], 0, 0, canvas.Small);
        canvas.TextRight(line.Clear().Add(_version), Layout.Right, 0, canvas.Small);
        canvas.Text(AddCount(Words.AddAge(line.Clear().Add(_up), nowMs).Add(_round), counters.Rounds), 0, 1, canvas.Small);
        canvas.Text(AddCount(AddCount(line.Clear().Add(_replies), counters.Replies).Add(_of), counters.Polls), 0, 2, canvas.Small);
        DrawCount(canvas, _timeouts, counters.Timeouts, 3);
        DrawCount(canvas, _inconsistent, counters.Inconsistent, 4);
        DrawCount(canvas, _wrongReplies, counters.WrongReplies, 5);
        canvas.Text(AddCount(line.Clear().Add(_crc), counters.CrcErrors), 0, 6, canvas.Small);
        canvas.TextRight(AddCount(line.Clear().Add(_junk), counters.JunkBytes), Layout.Right, 6, canvas.Small);
        DrawLastMessage(canvas, bus.Link);
    }

    private static void DrawCount(Canvas canvas, string what, int count, int page)
    {
        canvas.Text(what, 0, page, canvas.Small);
        canvas.TextRight(AddCount(canvas.Line.Clear(), count), Layout.Right, page, canvas.Small);
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
        TextLine line = canvas.Line.Clear().Add(_last);
        for (int i = 0; i < link.LastLength && i < MaxHexBytes; i++)
        {
            line.Add((byte)' ').AddHex(link.LastMessage[i]);
        }

        if (link.LastLength == 0)
        {
            line.Add((byte)' ').Add(Reading.Unknown, NumberFormat.Whole);
        }

        canvas.Text(line, 0, 7, canvas.Small);
    }
}
