using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>One battery: who it is and how it is.</summary>
internal static class BatteryPage
{
    // With how many of its last bytes a serial is told that is no text.
    private const int HexBytes = 4;

    // On which page the name is: in a live battery's the second, else under the state.
    private const int NamePage = 1;
    private const int StaleNamePage = 3;

    private static readonly string _busId = "bus id ";
    private static readonly string _endsWith = "..";
    private static readonly string _inDoubt = " ?";
    private static readonly string _cells = "cells ";
    private static readonly string _board = "board ";
    private static readonly string _to = " to ";
    private static readonly string _otherLength = "reply of other length";
    private static readonly string _refuses = "it refuses: ";
    private static readonly string _code = "code ";

    // The reasons of Modbus, from 1 on.
    private static readonly string[] _reasons = ["function", "register", "count", "failure"];

    internal static void Draw(Canvas canvas, Battery battery, AlarmList alarms, BatteryTitle title, long nowMs)
    {
        TextLine line = title.Add(canvas.Line.Clear(), battery, room: 0);
        canvas.Text(AddIdentity(line.Length > 0 ? line.Add((byte)' ') : line, battery), 0, 0, canvas.Small);
        StateMark.Draw(canvas, battery, nowMs);
        bool isLive = battery.State == BatteryState.Live;
        if (battery.State == BatteryState.NoData)
        {
            canvas.Text(AddReason(line.Clear(), battery.RefusalCode), 0, StaleNamePage, canvas.Small);
        }
        else
        {
            canvas.Text(title.AddName(line.Clear(), battery), 0, isLive ? NamePage : StaleNamePage, canvas.Small);
        }

        if (battery.HasValues)
        {
            bool isInDoubt = alarms.IsRaised(battery, AlarmKind.SocDisagrees);
            DrawValues(canvas, battery.Values, isInDoubt, isLive ? 2 : 4, isLive ? canvas.Middle : canvas.Small);
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

    private static TextLine AddIdentity(TextLine line, Battery battery)
    {
        if (!battery.HasSerial)
        {
            return line.Add(_busId).Add(battery.BusId, NumberFormat.Whole);
        }

        byte[] serial = battery.Serial;
        if (IsText(serial))
        {
            return line.Add(serial);
        }

        line.Add(_endsWith);
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
        canvas.Text(isInDoubt ? line.Add(_inDoubt) : line, 0, page, font);
        canvas.TextRight(Words.AddValue(line.Clear(), ReadingId.Voltage, values.VoltageMv), Layout.Right, page, font);
        page += font.Pages;
        long powerMw = (long)values.VoltageMv * values.CurrentMa / 1000;
        canvas.Text(Words.AddValue(line.Clear(), ReadingId.Power, powerMw), 0, page, font);
        canvas.TextRight(Words.AddAmps(line.Clear(), values.CurrentMa), Layout.Right, page, font);
        DrawRange(canvas, _cells, values.CellMinC, values.CellMaxC, 6);
        int firstC = values.BoardC(0);
        int secondC = values.BoardC(1);
        DrawRange(canvas, _board, firstC < secondC ? firstC : secondC, values.BoardMaxC, 7);
    }

    private static void DrawRange(Canvas canvas, string what, int lowestC, int highestC, int page)
    {
        TextLine line = canvas.Line.Clear().Add(what).Add(lowestC, NumberFormat.Whole);
        if (highestC != lowestC)
        {
            line.Add(_to).Add(highestC, NumberFormat.Whole);
        }

        canvas.Text(Words.AddUnit(line.Add((byte)' '), ReadingUnit.Celsius), 0, page, canvas.Small);
    }
}
