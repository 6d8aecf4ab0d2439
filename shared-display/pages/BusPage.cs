using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>What happens on the bus: for whoever looks for a fault.</summary>
internal static class BusPage
{
    /// <summary>The version of the product, the same that all assemblies have.</summary>
    internal const string Version = "0.1.0";

    private const int CountsPage = 3;
    private const int LeftRight = 57;
    private const int RightColumn = 64;
    private const int MaxHexBytes = 7;

    // By BusRole.
    private static readonly byte[][] _roles = Label.All("Bus starting|Bus listener|Bus master");
    private static readonly byte[][] _counts = Label.All("polls|heard|CRC|quiet|odd|wrong|junk|round");
    private static readonly byte[] _up = Label.Of("up ");
    private static readonly byte[] _version = Label.Of(Version);

    internal static void Draw(Canvas canvas, BusMonitor bus, long nowMs)
    {
        TextLine line = canvas.Line;
        canvas.Text(_roles[(int)bus.Role], 0, 0, canvas.Small);
        canvas.TextRight(line.Clear().Add(_version), Layout.Right, 0, canvas.Small);
        canvas.Text(Words.AddAge(line.Clear().Add(_up), nowMs), 0, 1, canvas.Small);
        BusCounters counters = bus.Counters;
        DrawCounts(canvas, 0, counters.Polls, counters.Replies);
        DrawCounts(canvas, 1, counters.CrcErrors, counters.Timeouts);
        DrawCounts(canvas, 2, counters.Inconsistent, counters.WrongReplies);
        DrawCounts(canvas, 3, counters.JunkBytes, counters.Rounds);
        DrawLastMessage(canvas, bus.Link);
    }

    private static void DrawCounts(Canvas canvas, int row, int left, int right)
    {
        int page = CountsPage + row;
        canvas.Text(_counts[2 * row], 0, page, canvas.Small);
        canvas.TextRight(AddCount(canvas.Line.Clear(), left), LeftRight, page, canvas.Small);
        canvas.Text(_counts[2 * row + 1], RightColumn, page, canvas.Small);
        canvas.TextRight(AddCount(canvas.Line.Clear(), right), Layout.Right, page, canvas.Small);
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

    private static void DrawLastMessage(Canvas canvas, BusLink link)
    {
        TextLine line = canvas.Line.Clear();
        for (int i = 0; i < link.LastLength && i < MaxHexBytes; i++)
        {
            if (i > 0)
            {
                line.Add((byte)' ');
            }

            line.AddHex(link.LastMessage[i]);
        }

        canvas.Text(line, 0, 7, canvas.Small);
    }
}
