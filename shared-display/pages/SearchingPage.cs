using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>No battery is known: what goes on, and what to do.</summary>
internal sealed class SearchingPage(BusMonitor bus)
{
    private static readonly byte[] _noBattery = Label.Of("No battery");
    private static readonly byte[] _searching = Label.Of("searching: round ");
    private static readonly byte[] _load = Label.Of("● charge or load it");
    private static readonly byte[] _ohm = Label.Of("● wake it with 100 Ω");
    private static readonly byte[] _swap = Label.Of("● swap A and B");
    private static readonly byte[] _listening = Label.Of("Listening");
    private static readonly byte[] _first = Label.Of("before it speaks:");
    private static readonly byte[] _first2 = Label.Of("another display may");
    private static readonly byte[] _first3 = Label.Of("be the master");
    private static readonly byte[] _other = Label.Of("Another display is");
    private static readonly byte[] _other2 = Label.Of("the master. What it");
    private static readonly byte[] _other3 = Label.Of("hears shows up here.");
    private static readonly byte[] _nobody = Label.Of("It never speaks, and");
    private static readonly byte[] _nobody2 = Label.Of("hears no other");
    private static readonly byte[] _nobody3 = Label.Of("display yet.");

    private readonly TextLine _line = new();

    internal void Draw(Canvas canvas)
    {
        BusCounters counters = bus.Counters;
        if (bus.Role == BusRole.Master)
        {
            canvas.Text(_noBattery, 0, 0, canvas.Middle);
            canvas.Text(_line.Clear().Add(_searching).Add(counters.Rounds, Formats.Whole), 0, 2, canvas.Small);
            DrawLines(canvas, _load, _ohm, _swap);
            return;
        }

        canvas.Text(_listening, 0, 0, canvas.Middle);
        if (bus.Role == BusRole.Starting)
        {
            DrawLines(canvas, _first, _first2, _first3);
        }
        else if (counters.Polls + counters.Rounds > 0)
        {
            DrawLines(canvas, _other, _other2, _other3);
        }
        else
        {
            DrawLines(canvas, _nobody, _nobody2, _nobody3);
        }
    }

    private static void DrawLines(Canvas canvas, byte[] first, byte[] second, byte[] third)
    {
        canvas.Text(first, 0, 4, canvas.Small);
        canvas.Text(second, 0, 5, canvas.Small);
        canvas.Text(third, 0, 6, canvas.Small);
    }
}
