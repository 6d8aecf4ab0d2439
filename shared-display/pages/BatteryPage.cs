using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>One battery: who it is and how it is.</summary>
internal static class BatteryPage
{
    // With how many of its last bytes a serial is told that is no text.
    private const int HexBytes = 4;

    // Those of Modbus that have words.
    private const int Reasons = 4;

    // On which page the name is: in a live battery's the second, else under the state.
    private const int NamePage = 1;
    private const int StaleNamePage = 3;


    internal static void Draw(Canvas canvas, Battery battery, AlarmList alarms, BatteryTitle title, long nowMs)
    {
        TextLine line = title.Add(canvas.Line.Clear(), battery, room: 0);
        canvas.Text(AddIdentity(line.Length > 0 ? line.Add((byte)' ') : line, battery), 0, 0, Font.Small);
        StateMark.Draw(canvas, battery, nowMs);
        bool isLive = battery.State == BatteryState.Live;
        if (battery.State == BatteryState.NoData)
        {
            canvas.Text(AddReason(line.Clear(), battery.RefusalCode), 0, StaleNamePage, Font.Small);
        }
        else
        {
            canvas.Text(title.AddName(line.Clear(), battery), 0, isLive ? NamePage : StaleNamePage, Font.Small);
        }

        if (battery.HasValues)
        {
            bool isInDoubt = alarms.IsInDoubt(battery);
            DrawValues(canvas, battery.Values, isInDoubt, isLive ? 2 : 4, isLive ? Font.Middle : Font.Small);
        }
    }

    private static TextLine AddReason(TextLine line, int refusalCode)
    {
        if (refusalCode == Battery.NotRefused)
        {
            return line.Add(PageText.ReplyOfOtherLength);
        }

        line.Add(PageText.Refuses);
        return refusalCode <= Reasons
            ? line.Add(PageText.RefusedFunction + refusalCode - 1)
            : line.Add(PageText.RefusedCode).Add(refusalCode, NumberFormat.Whole);
    }

    private static TextLine AddIdentity(TextLine line, Battery battery)
    {
        if (!battery.HasSerial)
        {
            return line.Add(PageText.BusId).Add(battery.BusId, NumberFormat.Whole);
        }

        byte[] serial = battery.Serial;
        if (IsText(serial))
        {
            return line.Add(serial);
        }

        line.Add(PageText.SerialEndsWith);
        for (int i = serial.Length - HexBytes; i < serial.Length; i++)
        {
            line.AddHex(serial[i]);
        }

        return line;
    }

    private static bool IsText(byte[] serial)
    {
        int length = 0;
        while (length < serial.Length && serial[length] >= ' ' && serial[length] <= '~')
        {
            length++;
        }

        return length == serial.Length;
    }

    private static void DrawValues(Canvas canvas, Telemetry values, bool isInDoubt, int page, Font font)
    {
        TextLine line = Words.AddValue(canvas.Line.Clear(), ReadingId.Soc, values.SocPermille);
        canvas.Text(isInDoubt ? line.Add(PageText.InDoubt) : line, 0, page, font);
        canvas.TextRight(Words.AddValue(line.Clear(), ReadingId.Voltage, values.VoltageMv), Layout.Right, page, font);
        page += font.Pages();
        long powerMw = (long)values.VoltageMv * values.CurrentMa / 1000;
        canvas.Text(Words.AddValue(line.Clear(), ReadingId.Power, powerMw), 0, page, font);
        canvas.TextRight(Words.AddAmps(line.Clear(), values.CurrentMa), Layout.Right, page, font);
        DrawRange(canvas, PageText.CellsRange, values.CellMinC, values.CellMaxC, 6);
        int firstC = values.BoardC(0);
        int secondC = values.BoardC(1);
        DrawRange(canvas, PageText.BoardRange, firstC < secondC ? firstC : secondC, values.BoardMaxC, 7);
    }

    private static void DrawRange(Canvas canvas, PageText what, int lowestC, int highestC, int page)
    {
        TextLine line = canvas.Line.Clear().Add(what).Add(lowestC, NumberFormat.Whole);
        if (highestC != lowestC)
        {
            line.Add(PageText.To).Add(highestC, NumberFormat.Whole);
        }

        canvas.Text(Words.AddUnit(line.Add((byte)' '), ReadingUnit.Celsius), 0, page, Font.Small);
    }
}
