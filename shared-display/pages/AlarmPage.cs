using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>What is wrong: the worst that nobody has seen yet large, then others.</summary>
internal sealed class AlarmPage(AlarmList alarms)
{
    private const int MaxOthers = 2;
    private const int LastPage = 6;
    private const int TextColumn = 12;

    private static readonly byte[] _warning = Label.Of("●");
    private static readonly byte[] _nothing = Label.Of("No alarm");

    private readonly TextLine _line = new();

    internal void Draw(Canvas canvas)
    {
        Alarm first = alarms.WorstUnseen ?? alarms.Worst;
        if (first == null)
        {
            canvas.Text(_nothing, 0, 0, canvas.Middle);
            return;
        }

        DrawFirst(canvas, first);
        DrawOthers(canvas, first);
    }

    private void DrawFirst(Canvas canvas, Alarm alarm)
    {
        canvas.Text(AlarmText.AddWhere(_line.Clear(), alarm), 0, 0, canvas.Middle);
        bool isAlarm = alarm.Severity == AlarmSeverity.Alarm;
        int width = isAlarm ? Icons.LargeWidth : Icons.SmallWidth;
        canvas.Icon(isAlarm ? Icons.Alarm16 : Icons.Alarm8, width, Layout.Right - width, 0);
        AlarmText.AddLimit(AlarmText.AddReading(_line.Clear(), alarm), alarm);
        canvas.Text(_line, 0, 2, canvas.Middle);
        canvas.Text(AlarmText.Meaning(alarm.Kind), 0, 4, canvas.Small);
    }

    private void DrawOthers(Canvas canvas, Alarm first)
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
            canvas.Text(Words.AddMore(_line.Clear(), others - shown), TextColumn, LastPage + 1, canvas.Small);
        }
    }

    private void DrawOther(Canvas canvas, Alarm alarm, int page)
    {
        if (alarm.Severity == AlarmSeverity.Alarm)
        {
            canvas.Icon(Icons.Alarm8, Icons.SmallWidth, 0, page);
        }
        else
        {
            canvas.Text(_warning, 1, page, canvas.Small);
        }

        AlarmText.AddReading(AlarmText.AddWhere(_line.Clear(), alarm).Add((byte)' '), alarm);
        canvas.Text(_line, TextColumn, page, canvas.Small);
    }
}
