using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>One battery: who it is and how it is.</summary>
internal sealed class BatteryPage
{
    private static readonly byte[] _busId = Label.Of(" bus id ");
    private static readonly byte[] _cells = Label.Of("cells ");
    private static readonly byte[] _board = Label.Of("board ");
    private static readonly byte[] _to = Label.Of(" to ");

    private readonly TextLine _line = new();

    internal void Draw(Canvas canvas, Battery battery, int number, long nowMs)
    {
        Words.AddBattery(_line.Clear(), number);
        AddIdentity(battery);
        canvas.Text(_line, 0, 0, canvas.Small);
        StateMark.Draw(canvas, _line, battery, nowMs);
        if (battery.State == BatteryState.Live)
        {
            DrawValues(canvas, battery.Values, 2, canvas.Middle);
        }
        else if (battery.HasValues)
        {
            DrawValues(canvas, battery.Values, 4, canvas.Small);
        }
    }

    // A byte that is no character is a dot: a question mark may be one of the serial's own.
    private void AddIdentity(Battery battery)
    {
        if (!battery.HasSerial)
        {
            _line.Add(_busId).Add(battery.BusId, Formats.Whole);
            return;
        }

        _line.Add((byte)' ');
        byte[] serial = battery.Serial;
        for (int i = 0; i < serial.Length; i++)
        {
            byte character = serial[i];
            _line.Add(character >= ' ' && character <= '~' ? character : Glyph.FilledDot);
        }
    }

    private void DrawValues(Canvas canvas, Telemetry values, int page, Font font)
    {
        canvas.Text(_line.Clear().Add(values.SocPermille, Formats.Percent).Add(Words.Percent), 0, page, font);
        canvas.TextRight(_line.Clear().Add(values.VoltageMv, Formats.Volts).Add(Words.Volts), Layout.Right, page, font);
        page += font.Pages;
        canvas.Text(_line.Clear().Add(PowerMw(values), Formats.Watts).Add(Words.Watts), 0, page, font);
        _line.Clear().Add(values.CurrentMa, Formats.Amps(values.CurrentMa)).Add(Words.Amps);
        canvas.TextRight(_line, Layout.Right, page, font);
        DrawTemperatures(canvas, values);
    }

    private void DrawTemperatures(Canvas canvas, Telemetry values)
    {
        int[] board = values.BoardC;
        int boardMinC = board[0] < board[1] ? board[0] : board[1];
        DrawRange(canvas, _cells, values.CellMinC, values.CellMaxC, 6);
        DrawRange(canvas, _board, boardMinC, values.BoardMaxC, 7);
    }

    private void DrawRange(Canvas canvas, byte[] what, int lowestC, int highestC, int page)
    {
        _line.Clear().Add(what).Add(lowestC, Formats.Whole);
        if (highestC != lowestC)
        {
            _line.Add(_to).Add(highestC, Formats.Whole);
        }

        canvas.Text(_line.Add(Words.Degrees), 0, page, canvas.Small);
    }

    private static int PowerMw(Telemetry values)
    {
        return (int)((long)values.VoltageMv * values.CurrentMa / 1000);
    }
}
