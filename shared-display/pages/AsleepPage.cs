using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>No battery is live: the last values of each with their age, and which of them answer without any.</summary>
internal static class AsleepPage
{
    private const int LookPage = 2;
    private const int FirstPage = 3;
    private const int MaxLines = 5;
    private const int SocEnd = 7;
    private const int VoltsEnd = 13;

    /// <param name="canvas">On what.</param>
    /// <param name="batteries">Which.</param>
    /// <param name="wakeLoad">What will wake them; null: nothing will.</param>
    /// <param name="nowMs">For the ages, ms.</param>
    internal static void Draw(Canvas canvas, BatteryList batteries, WakeLoad wakeLoad, long nowMs)
    {
        bool allAsleep = CountIn(batteries, BatteryState.Asleep) == batteries.Count;
        PageText title = CountIn(batteries, BatteryState.NoData) > 0 ? PageText.NoDataTitle : PageText.NoAnswer;
        canvas.Text(allAsleep ? PageText.Asleep : title, 0, 0, Font.Middle);
        canvas.Icon(allAsleep ? Icons.Asleep16 : Icons.Alarm16, Layout.Right - Icons.LargeSize, 0);
        TextLine line = canvas.Line;
        long nextLookMs = wakeLoad == null ? WakeLoad.NoLook : wakeLoad.NextLookMs;
        if (nextLookMs > nowMs)
        {
            canvas.Text(Words.AddAge(line.Clear().Add(PageText.NextLookIn), nextLookMs - nowMs), 0, LookPage, Font.Small);
        }
        else if (nextLookMs != WakeLoad.NoLook)
        {
            canvas.Text(PageText.WakingThem, 0, LookPage, Font.Small);
        }

        int count = batteries.Count;
        if (count == 1)
        {
            DrawOnly(canvas, batteries[0], nowMs);
            return;
        }

        int shown = count <= MaxLines ? count : MaxLines - 1;
        for (int i = 0; i < shown; i++)
        {
            DrawBattery(canvas, batteries[i], i, nowMs);
        }

        if (shown < count)
        {
            canvas.Text(Words.AddMore(line.Clear(), count - shown), 0, FirstPage + shown, Font.Small);
        }
    }

    private static int CountIn(BatteryList batteries, BatteryState state)
    {
        int count = 0;
        for (int i = 0; i < batteries.Count; i++)
        {
            count += batteries[i].State == state ? 1 : 0;
        }

        return count;
    }

    private static void DrawBattery(Canvas canvas, Battery battery, int index, long nowMs)
    {
        int page = FirstPage + index;
        bool hasValues = battery.HasValues;
        TextLine line = BatteryText.AddNumber(canvas.Line.Clear(), index + 1);
        line.AddRight(hasValues ? battery.Values.SocPermille : Reading.Unknown, NumberFormat.Percent, SocEnd);
        Words.AddUnit(line, ReadingUnit.Charge);
        line.AddRight(hasValues ? battery.Values.VoltageMv : Reading.Unknown, NumberFormat.VoltsTenths, VoltsEnd);
        Words.AddUnit(line, ReadingUnit.Volts);
        canvas.Text(line, 0, page, Font.Small);
        if (battery.State == BatteryState.NoData)
        {
            canvas.TextRight(line.Clear().Add(PageText.Talks), Layout.Right, page, Font.Small);
        }
        else if (hasValues)
        {
            canvas.TextRight(Words.AddAge(line.Clear(), battery.AgeMs(nowMs)), Layout.Right, page, Font.Small);
        }
    }

    private static void DrawOnly(Canvas canvas, Battery battery, long nowMs)
    {
        if (!battery.HasValues)
        {
            return;
        }

        Telemetry values = battery.Values;
        TextLine line = canvas.Line;
        canvas.Text(Words.AddValue(line.Clear(), ReadingId.Soc, values.SocPermille), 0, FirstPage, Font.Middle);
        Words.AddValue(line.Clear(), ReadingId.Voltage, values.VoltageMv);
        canvas.TextRight(line, Layout.Right, FirstPage, Font.Middle);
        Words.AddAge(line.Clear(), battery.AgeMs(nowMs)).Add(PageText.Ago);
        canvas.Text(line, 0, FirstPage + 2, Font.Middle);
    }
}
