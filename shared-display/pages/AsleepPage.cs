using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>No battery is live: the last values of each with their age.</summary>
internal sealed class AsleepPage(BatteryList batteries)
{
    private const int FirstPage = 3;
    private const int MaxLines = 5;
    private const int SocEnd = 7;
    private const int VoltsEnd = 13;

    private static readonly byte[] _asleep = Label.Of("Asleep");
    private static readonly byte[] _noAnswer = Label.Of("No answer");
    private static readonly NumberFormat _volts = new(3, 1);

    private readonly TextLine _line = new();

    internal void Draw(Canvas canvas, long nowMs)
    {
        bool allAsleep = AllAsleep();
        canvas.Text(allAsleep ? _asleep : _noAnswer, 0, 0, canvas.Middle);
        byte[] icon = allAsleep ? Icons.Asleep16 : Icons.Alarm16;
        canvas.Icon(icon, Icons.LargeWidth, Layout.Right - Icons.LargeWidth, 0);
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
