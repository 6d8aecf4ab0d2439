using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>What is wrong: the worst that nobody has seen yet large, then others.</summary>
internal static class AlarmPage
{
    private const int MaxOthers = 2;
    private const int LastPage = 6;
    private const int TextColumn = 12;

    private static readonly byte[] _nothing = Label.Of("No alarm");
    private static readonly byte[] _over = Label.Of("over for ");

    internal static void Draw(Canvas canvas, AlarmList alarms, long nowMs)
    {
        if (alarms.Count == 0)
        {
            canvas.Text(_nothing, 0, 0, canvas.Middle);
            return;
        }

        Alarm first = alarms.WorstUnseen ?? alarms[0];
        DrawFirst(canvas, first, nowMs);
        DrawOthers(canvas, alarms, first);
    }

    private static void DrawFirst(Canvas canvas, Alarm alarm, long nowMs)
    {
        TextLine line = canvas.Line;
        canvas.Text(AlarmText.AddWhere(line.Clear(), alarm), 0, 0, canvas.Middle);
        bool isAlarm = alarm.WorstUnseen == AlarmSeverity.Alarm || alarm.Severity == AlarmSeverity.Alarm;
        canvas.Icon(isAlarm ? Icons.Alarm16 : Icons.Alarm8, Layout.Right - (isAlarm ? Icons.LargeSize : Icons.SmallSize), 0);
        AlarmText.AddLimit(AlarmText.AddReading(line.Clear(), alarm), alarm);
        canvas.Text(line, 0, 2, canvas.Middle);
        line.Clear();
        line = alarm.IsOver ? Words.AddAge(line.Add(_over), nowMs - alarm.OverSinceMs) : AlarmText.AddMeaning(line, alarm);
        canvas.Text(line, 0, 4, canvas.Small);
    }

    private static void DrawOthers(Canvas canvas, AlarmList alarms, Alarm first)
    {
        int others = alarms.Count - 1;
        int shown = others < MaxOthers ? others : MaxOthers;
        int index = 0;
        for (int page = LastPage - shown + 1; page <= LastPage; page++, index++)
        {
            if (alarms[index] == first)
            {
                index++;
            }

            DrawOther(canvas, alarms[index], page);
        }

        if (shown < others)
        {
            canvas.Text(Words.AddMore(canvas.Line.Clear(), others - shown), TextColumn, LastPage + 1, canvas.Small);
        }
    }

    private static void DrawOther(Canvas canvas, Alarm alarm, int page)
    {
        TextLine line = canvas.Line;
        if (alarm.Severity == AlarmSeverity.Alarm && !alarm.IsOver)
        {
            canvas.Icon(Icons.Alarm8, 0, page);
        }
        else
        {
            canvas.Text(line.Clear().Add(alarm.IsOver ? Glyph.EmptyDot : Glyph.FilledDot), 1, page, canvas.Small);
        }

        AlarmText.AddReading(AlarmText.AddWhere(line.Clear(), alarm).Add((byte)' '), alarm);
        canvas.Text(line, TextColumn, page, canvas.Small);
    }
}
