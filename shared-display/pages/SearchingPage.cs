using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>No battery is known: what goes on, and what to do.</summary>
internal static class SearchingPage
{
    private static readonly string _noBattery = "no battery, round ";
    private static readonly string _searching = "Searching";
    private static readonly string _listening = "Listening";

    private static readonly byte[][] _advice = Label.All("● charge or load it|● swap A and B|● XP: other protocol|● wake it with 100 Ω");
    private static readonly byte[][] _first = Label.All("before it speaks:|another display may|be the master");
    private static readonly byte[][] _other = Label.All("Another display is|the master. What it|hears shows up here.");
    private static readonly byte[][] _nobody = Label.All("It never speaks, and|hears no other|display yet.");

    internal static void Draw(Canvas canvas, BusMonitor bus)
    {
        BusCounters counters = bus.Counters;
        byte[][] lines = _advice;
        if (bus.Role == BusRole.Master)
        {
            canvas.Text(_searching, 0, 0, canvas.Middle);
            canvas.Text(canvas.Line.Clear().Add(_noBattery).Add(counters.Rounds, NumberFormat.Whole), 0, 2, canvas.Small);
        }
        else
        {
            canvas.Text(_listening, 0, 0, canvas.Middle);
            bool hearsOther = counters.Polls + counters.Rounds > 0;
            lines = bus.Role == BusRole.Starting ? _first : hearsOther ? _other : _nobody;
        }

        for (int i = 0; i < lines.Length; i++)
        {
            canvas.Text(lines[i], 0, 4 + i, canvas.Small);
        }
    }
}
