using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>No battery is live: the last values of each with their age.</summary>
internal sealed class AsleepPage(BatteryList batteries)
{
    private const int LookPage = 2;
    private const int FirstPage = 3;
    private const int MaxLines = 5;
    private const int SocEnd = 7;
    private const int VoltsEnd = 13;

    private static readonly byte[] _asleep = Label.Of("Asleep");
    private static readonly byte[] _noAnswer = Label.Of("No answer");
    private static readonly byte[] _nextLook = Label.Of("next look in ");
    private static readonly byte[] _looking = Label.Of("waking them");
    private static readonly NumberFormat _volts = new(3, 1);

    private readonly TextLine _line = new();

    /// <param name="canvas">On what.</param>
    /// <param name="nextLookMs">When they will be woken; <see cref="Instrument.NoLook"/>: nobody will.</param>
    /// <param name="nowMs">For the ages.</param>
    internal void Draw(Canvas canvas, long nextLookMs, long nowMs)
    {
        bool allAsleep = AllAsleep();
        canvas.Text(allAsleep ? _asleep : _noAnswer, 0, 0, canvas.Middle);
        byte[] icon = allAsleep ? Icons.Asleep16 : Icons.Alarm16;
        canvas.Icon(icon, Icons.LargeWidth, Layout.Right - Icons.LargeWidth, 0);
        if (nextLookMs != Instrument.NoLook)
        {
            TextLine look = nextLookMs > nowMs ? Words.AddAge(_line.Clear().Add(_nextLook), nextLookMs - nowMs) : _line.Clear().Add(_looking);
            canvas.Text(look, 0, LookPage, canvas.Small);
        }

        int count = batteries.Count;
        int shown = count <= MaxLines ? count : MaxLines - 1;
        for (int i = 0; i < shown; i++)
        {
            DrawBattery(canvas, i, nowMs);
        }

        if (shown < count)
        {
            canvas.Text(Words.AddMore(_line.Clear(), count - shown), 0, FirstPage + shown, canvas.Small);
        }
    }

    private bool AllAsleep()
    {
        for (int i = 0; i < batteries.Count; i++)
        {
            if (batteries[i].State != BatteryState.Asleep)
            {
                return false;
            }
        }

        return true;
    }

    private void DrawBattery(Canvas canvas, int index, long nowMs)
    {
        int page = FirstPage + index;
        Font font = canvas.Small;
        Battery battery = batteries[index];
        bool hasValues = battery.HasValues;
        int socPermille = hasValues ? battery.Values.SocPermille : Reading.Unknown;
        int voltageMv = hasValues ? battery.Values.VoltageMv : Reading.Unknown;
        Words.AddBattery(_line.Clear(), index + 1);
        _line.AddRight(socPermille, Formats.Percent, SocEnd).Add((byte)'%');
        _line.AddRight(voltageMv, _volts, VoltsEnd).Add((byte)'V');
        canvas.Text(_line, 0, page, font);
        if (hasValues)
        {
            canvas.TextRight(Words.AddAge(_line.Clear(), battery.AgeMs(nowMs)), Layout.Right, page, font);
        }
    }
}
