using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>All batteries together: what the owner looks at every day.</summary>
internal static class BankPage
{
    /// <summary>With less current, either way, it is neither charged nor discharged, mA.</summary>
    private const int FlowMa = 100;

    /// <summary>From here on, while charging, the highest cell group is the one to watch, permille.</summary>
    private const int NearlyFullPermille = 900;

    private const int FullPermille = 1000;
    private const int IconColumn = Layout.Right - Icons.LargeSize;

    // Between the battery and the icons, where "100" leaves two columns to these.
    private const int ChargeMiddle = (Icons.BatteryWidth + IconColumn) / 2 - 1;

    internal static void Draw(Canvas canvas, Monitor monitor)
    {
        Bank bank = monitor.Bank;
        TextLine line = canvas.Line;
        bool isInDoubt = monitor.Alarms.IsAnyInDoubt;
        DrawLiveCount(canvas, bank);
        DrawWorstCell(canvas, bank);
        DrawCharge(canvas, bank.SocPermille, isInDoubt);
        DrawIcons(canvas, bank.CurrentMa, monitor.Alarms.Count > 0);
        canvas.Text(Words.AddValue(line.Clear(), ReadingId.Voltage, bank.VoltageMv), 0, 5, Font.Middle);
        canvas.TextRight(Words.AddAmps(line.Clear(), bank.CurrentMa), Layout.Right, 5, Font.Middle);
        canvas.Text(Words.AddValue(line.Clear(), ReadingId.Power, bank.PowerMw), 0, 7, Font.Small);
        canvas.TextRight(isInDoubt ? line.Clear().Add(PageText.SocInDoubt) : AddTime(line.Clear(), bank), Layout.Right, 7, Font.Small);
    }

    private static void DrawLiveCount(Canvas canvas, Bank bank)
    {
        TextLine line = canvas.Line.Clear();
        if (bank.BatteryCount > 1)
        {
            line.Add(bank.LiveCount, NumberFormat.Whole);
            if (bank.LiveCount < bank.BatteryCount)
            {
                line.Add(PageText.Of).Add(bank.BatteryCount, NumberFormat.Whole);
            }

            line.Add((byte)' ');
        }

        canvas.Text(line.Add(PageText.Live), 0, 0, Font.Small);
    }

    // Of several batteries only which one it is in: the cell group stands on its own page. Even that is left out where it would not fit:
    // the first thing to look after then is who is missing.
    private static void DrawWorstCell(Canvas canvas, Bank bank)
    {
        bool isHighest = bank.CurrentMa > FlowMa && bank.SocPermille >= NearlyFullPermille;
        TextLine line = canvas.Line.Clear();
        if (bank.LiveCount == bank.BatteryCount)
        {
            if (bank.BatteryCount > 1)
            {
                BatteryText.AddNumber(line, isHighest ? bank.CellMaxBattery : bank.CellMinBattery);
            }
            else
            {
                line.Add(PageText.Cell).Add(isHighest ? bank.CellMaxCell : bank.CellMinCell, NumberFormat.Whole);
            }

            line.Add((byte)' ');
        }

        line.Add(isHighest ? Glyph.Up : Glyph.Down);
        Words.AddValue(line, ReadingId.CellMin, isHighest ? bank.CellMaxMv : bank.CellMinMv);
        canvas.TextRight(line, Layout.Right, 0, Font.Small);
    }

    private static void DrawCharge(Canvas canvas, int socPermille, bool isInDoubt)
    {
        if (isInDoubt)
        {
            canvas.BatteryInDoubt(0, 1);
        }
        else
        {
            canvas.Battery(socPermille, 0, 1);
        }

        TextLine line = canvas.Line.Clear().Add(socPermille, NumberFormat.Percent);
        int column = ChargeMiddle - (line.Length * Font.Big.Width() + Icons.PercentWidth) / 2;
        column = canvas.Text(line, column, 1, Font.Big);
        canvas.Icon(Icons.Percent, column, 1);
    }

    private static void DrawIcons(Canvas canvas, int currentMa, bool hasAlarm)
    {
        if (currentMa > FlowMa)
        {
            canvas.Icon(Icons.Charging16, IconColumn, 1);
        }
        else if (currentMa < -FlowMa && currentMa != Reading.Unknown)
        {
            canvas.Icon(Icons.Discharging16, IconColumn, 1);
        }

        if (hasAlarm)
        {
            canvas.Icon(Icons.Alarm16, IconColumn, 3);
        }
    }

    // A time that is not known has the direction of what flows now.
    private static TextLine AddTime(TextLine line, Bank bank)
    {
        int flowMa = bank.CurrentMa;
        bool isCharged = bank.ToFullMinutes != Reading.Unknown;
        bool isDischarged = bank.ToEmptyMinutes != Reading.Unknown;
        if (bank.SocPermille == FullPermille && !isDischarged && flowMa > -FlowMa)
        {
            return line.Add(PageText.Full);
        }

        if (isCharged || (!isDischarged && flowMa > FlowMa))
        {
            return Words.AddMinutes(line.Add(PageText.FullIn), bank.ToFullMinutes);
        }

        if (isDischarged || (flowMa < -FlowMa && flowMa != Reading.Unknown))
        {
            return Words.AddMinutes(line, bank.ToEmptyMinutes).Add(PageText.TimeLeft);
        }

        return flowMa == Reading.Unknown ? Words.AddMinutes(line, Reading.Unknown) : line;
    }
}
