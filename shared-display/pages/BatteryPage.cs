using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>One battery: who it is and how it is.</summary>
internal static class BatteryPage
{
    private static readonly byte[] _busId = Label.Of(" bus id ");
    private static readonly byte[] _cells = Label.Of("cells ");
    private static readonly byte[] _board = Label.Of("board ");
    private static readonly byte[] _to = Label.Of(" to ");
    private static readonly byte[] _otherLength = Label.Of("reply of other length");
    private static readonly byte[] _refuses = Label.Of("it refuses: ");
    private static readonly byte[] _code = Label.Of("code ");

    // The reasons of Modbus, from 1 on.
    private static readonly byte[][] _reasons = Label.All("function|register|count|failure");

    internal static void Draw(Canvas canvas, Battery battery, int number, long nowMs)
    {
        canvas.Text(AddIdentity(BatteryText.AddNumber(canvas.Line.Clear(), number), battery), 0, 0, canvas.Small);
        StateMark.Draw(canvas, battery, nowMs);
        if (battery.State == BatteryState.NoData)
        {
            canvas.Text(AddReason(canvas.Line.Clear(), battery.RefusalCode), 0, 3, canvas.Small);
        }

        if (battery.State == BatteryState.Live)
        {
            DrawValues(canvas, battery.Values, 2, canvas.Middle);
        }
        else if (battery.HasValues)
        {
            DrawValues(canvas, battery.Values, 4, canvas.Small);
        }
    }

    private static TextLine AddReason(TextLine line, int refusalCode)
    {
        if (refusalCode == Battery.NotRefused)
        {
            return line.Add(_otherLength);
        }

        line.Add(_refuses);
        return refusalCode <= _reasons.Length
            ? line.Add(_reasons[refusalCode - 1])
            : line.Add(_code).Add(refusalCode, NumberFormat.Whole);
    }

    // A byte that is no character is a dot: a question mark may be one of the serial's own.
    private static TextLine AddIdentity(TextLine line, Battery battery)
    {
        if (!battery.HasSerial)
        {
            return line.Add(_busId).Add(battery.BusId, NumberFormat.Whole);
        }

        line.Add((byte)' ');
        byte[] serial = battery.Serial;
        for (int i = 0; i < serial.Length; i++)
        {
            byte character = serial[i];
            line.Add(character >= ' ' && character <= '~' ? character : Glyph.FilledDot);
        }

        return line;
    }

    private static void DrawValues(Canvas canvas, Telemetry values, int page, Font font)
    {
        TextLine line = canvas.Line;
        canvas.Text(Words.AddValue(line.Clear(), ReadingId.Soc, values.SocPermille), 0, page, font);
        canvas.TextRight(Words.AddValue(line.Clear(), ReadingId.Voltage, values.VoltageMv), Layout.Right, page, font);
        page += font.Pages;
        long powerMw = (long)values.VoltageMv * values.CurrentMa / 1000;
        canvas.Text(Words.AddValue(line.Clear(), ReadingId.Power, powerMw), 0, page, font);
        canvas.TextRight(Words.AddAmps(line.Clear(), values.CurrentMa), Layout.Right, page, font);
        DrawRange(canvas, _cells, values.CellMinC, values.CellMaxC, 6);
        int[] board = values.BoardC;
        DrawRange(canvas, _board, board[0] < board[1] ? board[0] : board[1], values.BoardMaxC, 7);
    }

    private static void DrawRange(Canvas canvas, byte[] what, int lowestC, int highestC, int page)
    {
        TextLine line = canvas.Line.Clear().Add(what).Add(lowestC, NumberFormat.Whole);
        if (highestC != lowestC)
        {
            line.Add(_to).Add(highestC, NumberFormat.Whole);
        }

        canvas.Text(Words.AddUnit(line.Add((byte)' '), ReadingUnit.Celsius), 0, page, canvas.Small);
    }
}
