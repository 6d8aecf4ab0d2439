using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>No battery is known: what goes on, and what to do.</summary>
internal static class SearchingPage
{
    private const int FirstPage = 4;

    internal static void Draw(Canvas canvas, BusMonitor bus)
    {
        BusCounters counters = bus.Counters;
        if (bus.Role == BusRole.Master)
        {
            canvas.Text(PageText.Searching, 0, 0, Font.Middle);
            canvas.Text(canvas.Line.Clear().Add(PageText.NoBatteryRound).Add(counters.Rounds, NumberFormat.Whole), 0, 2, Font.Small);
            DrawAdvice(canvas);
        }
        else
        {
            canvas.Text(PageText.Listening, 0, 0, Font.Middle);
            bool hearsOther = counters.Polls + counters.Rounds > 0;
            PageText others = hearsOther ? PageText.OtherMasterLines : PageText.NobodyLines;
            canvas.Lines(bus.Role == BusRole.Starting ? PageText.StartingLines : others, 3, FirstPage);
        }
    }

    private static void DrawAdvice(Canvas canvas)
    {
        for (PageText advice = PageText.LoadIt; advice <= PageText.WakeIt; advice++)
        {
            TextLine line = canvas.Line.Clear().Add(Glyph.FilledDot).Add(advice);
            canvas.Text(advice == PageText.WakeIt ? line.Add(Glyph.Ohm) : line, 0, FirstPage + (advice - PageText.LoadIt), Font.Small);
        }
    }
}
