using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>The body of <c>/api/history.csv</c>: three tables, the points, the days and the extremes, with an empty line between them.</summary>
internal static class HistoryTable
{
    private const int Points = 0;
    private const int DayNames = 1;
    private const int DayValues = 2;
    private const int ExtremeNames = 3;
    private const int ExtremeValues = 4;

    /// <summary>Writes the next part.</summary>
    public static void WritePart(Monitor monitor, HttpAnswer answer, JsonWriter output, long nowMs)
    {
        switch (answer.Part)
        {
            case Points:
                WritePoint(monitor.Logbook.Graph, answer, output, nowMs);
                break;
            case DayNames:
                WriteDayNames(output);
                answer.GoTo(DayValues);
                break;
            case DayValues:
                WriteDay(monitor.Logbook.Days, answer, output);
                break;
            case ExtremeNames:
                HistoryExtremes.WriteNames(output);
                answer.GoTo(ExtremeValues);
                break;
            default:
                WriteExtremes(monitor, answer, output);
                break;
        }
    }

    private static void WritePoint(Graph graph, HttpAnswer answer, JsonWriter output, long nowMs)
    {
        if (answer.Index == 0)
        {
            output.Raw(WebText.PointNames);
        }

        if (answer.Index >= graph.Count)
        {
            answer.GoTo(DayNames);
            return;
        }

        int point = graph.Count - 1 - answer.Index;
        output.BeginText();
        output.Number(graph.AgeMs(point, nowMs) / 1000);
        Cell(graph.SocPermille(point), output);
        Cell(graph.VoltageMv(point), output);
        Cell(graph.CurrentMa(point), output);
        output.EndLine();
        answer.GoToIndex(answer.Index + 1);
    }

    private static void WriteDayNames(JsonWriter output)
    {
        output.Raw(WebText.DayName);
        for (DayId id = 0; id < DayId.Count; id++)
        {
            output.Raw((byte)',');
            HistoryDays.WriteName(id, output);
        }

        output.EndLine();
    }

    private static void WriteDay(Days days, HttpAnswer answer, JsonWriter output)
    {
        HistoryDays.WriteDay(days, answer.Index, output);
        for (DayId id = 0; id < DayId.Count; id++)
        {
            Cell(days.Get(answer.Index, id), output);
        }

        output.EndLine();
        answer.GoToIndex(answer.Index + 1);
        if (answer.Index >= days.Count)
        {
            answer.GoTo(ExtremeNames);
        }
    }

    private static void WriteExtremes(Monitor monitor, HttpAnswer answer, JsonWriter output)
    {
        BatteryList batteries = monitor.Bus.Batteries;
        if (answer.Index >= batteries.Count)
        {
            answer.End();
            return;
        }

        Battery battery = batteries[answer.Index];
        if (battery.HasSerial)
        {
            output.Hex(battery.Serial, 0, MessageFormat.SerialLength);
        }

        for (ExtremeId id = 0; id < ExtremeId.Count; id++)
        {
            Cell(HistoryExtremes.Value(monitor.Logbook, battery, id), output);
        }

        output.EndLine();
        answer.GoToIndex(answer.Index + 1);
    }

    // Empty if it is not known.
    private static void Cell(int value, JsonWriter output)
    {
        output.Raw((byte)',');
        output.BeginText();
        if (value != Reading.Unknown)
        {
            output.Number(value);
        }
    }
}
