using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>What is wrong: the worst that nobody has seen yet large, its meaning before its numbers, then others.</summary>
internal static class AlarmPage
{
    private const int MeaningPage = 2;
    private const int NumbersPage = 4;
    private const int OthersPage = 6;
    private const int MaxLines = 2;
    private const int TextColumn = 12;

    // Characters of the middle font beside the icon.
    private const int WhereRoom = 13;

    // From a small letter to its capital one.
    private const int Capital = 'a' - 'A';

    /// <summary>How many are shown besides the first one, of so many in all.</summary>
    internal static int Others(int count) => count - 1 <= MaxLines ? count - 1 : MaxLines - 1;

    internal static void Draw(Canvas canvas, AlarmList alarms, BatteryTitle title, long nowMs)
    {
        if (alarms.Count == 0)
        {
            canvas.Text(PageText.NoAlarm, 0, 0, Font.Middle);
            return;
        }

        Alarm first = alarms.WorstUnseen ?? alarms[0];
        DrawFirst(canvas, first, title);
        DrawNumbers(canvas, first, nowMs);
        DrawOthers(canvas, alarms, first, title);
    }

    private static void DrawFirst(Canvas canvas, Alarm alarm, BatteryTitle title)
    {
        TextLine line = canvas.Line;
        canvas.Text(AddWhere(line.Clear(), alarm, title, WhereRoom), 0, 0, Font.Middle);
        bool isAlarm = alarm.WorstUnseen == AlarmSeverity.Alarm || alarm.Severity == AlarmSeverity.Alarm;
        canvas.Icon(isAlarm ? Icons.Alarm16 : Icons.Alarm8, Layout.Right - (isAlarm ? Icons.LargeSize : Icons.SmallSize), 0);
        canvas.Text(AlarmText.AddMeaning(line.Clear(), alarm), 0, MeaningPage, Font.Middle);
    }

    // What is over is of less weight: the smaller letters leave room for since when.
    private static void DrawNumbers(Canvas canvas, Alarm alarm, long nowMs)
    {
        TextLine line = AlarmText.AddLimit(AlarmText.AddReading(canvas.Line.Clear(), alarm), alarm);
        canvas.Text(line, 0, NumbersPage, alarm.IsOver ? Font.Small : Font.Middle);
        if (alarm.IsOver)
        {
            canvas.Text(Words.AddAge(line.Clear().Add(PageText.OverFor), nowMs - alarm.OverSinceMs), 0, NumbersPage + 1, Font.Small);
        }
    }

    private static void DrawOthers(Canvas canvas, AlarmList alarms, Alarm first, BatteryTitle title)
    {
        int others = alarms.Count - 1;
        int shown = Others(alarms.Count);
        for (int drawn = 0, index = 0; drawn < shown; index++)
        {
            if (alarms[index] != first)
            {
                DrawOther(canvas, alarms[index], title, OthersPage + drawn++);
            }
        }

        if (shown < others)
        {
            canvas.Text(Words.AddMore(canvas.Line.Clear(), others - shown), TextColumn, OthersPage + shown, Font.Small);
        }
    }

    private static void DrawOther(Canvas canvas, Alarm alarm, BatteryTitle title, int page)
    {
        TextLine line = canvas.Line;
        if (alarm.Severity == AlarmSeverity.Alarm && !alarm.IsOver)
        {
            canvas.Icon(Icons.Alarm8, 0, page);
        }
        else
        {
            canvas.Text(line.Clear().Add(alarm.IsOver ? Glyph.EmptyDot : Glyph.FilledDot), 1, page, Font.Small);
        }

        AlarmText.AddReading(AddWhere(line.Clear(), alarm, title, 0).Add((byte)' '), alarm);
        canvas.Text(line, TextColumn, page, Font.Small);
    }

    // "B2 cell 3"; of the only battery "Cell 3".
    private static TextLine AddWhere(TextLine line, Alarm alarm, BatteryTitle title, int room)
    {
        if (alarm.Battery == null)
        {
            return AlarmText.AddWhere(line, alarm);
        }

        int length = AlarmText.PartLength(alarm);
        title.Add(line, alarm.Battery, room - length);
        if (line.Length > 0)
        {
            return AlarmText.AddPart(line, alarm);
        }

        if (length == 0)
        {
            return line.Add(PageText.Battery);
        }

        AlarmText.AddPlace(line, alarm);
        byte first = line.Text[0];
        line.Text[0] = (byte)(first >= 'a' ? first - Capital : first);
        return line;
    }
}
