using ValenceNano.Model;
using ValenceNano.Display;

namespace ValenceNano.HostTests.Display;

/// <summary>A page drawn on the strict canvas, and compared with its picture.</summary>
internal static class PagePicture
{
    /// <summary>Fails if the page of that kind is not <c>Pictures/page-NAME.txt</c>, or could not be moved on the panel.</summary>
    public static void Check(string name, Rig rig, PageKind page, int batteryIndex = -1)
    {
        string[] lines = Draw(rig, page, batteryIndex, origin: 0, out PageBuffer buffer);
        TextPicture.Check("page-" + name, buffer);

        string[] moved = Draw(rig, page, batteryIndex, Canvas.MaxOrigin, out _);
        Assert.Equal(lines.Select(line => ".." + line[..^Canvas.MaxOrigin]), moved);
    }

    private static string[] Draw(Rig rig, PageKind page, int batteryIndex, int origin, out PageBuffer buffer)
    {
        buffer = new PageBuffer();
        var canvas = new StrictCanvas(buffer, isPage: true) { Origin = origin };
        PanelDisplay display = rig.Display;
        new PageBook(display.Monitor).Draw(canvas, page, batteryIndex, beat: true, rig.NowMs);
        canvas.CheckLastRow();
        return TextPicture.Lines(buffer);
    }
}
