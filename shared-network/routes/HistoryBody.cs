using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>
/// The body of <c>/api/history</c>: the points of the last day, the oldest first, then the days, today first, and the extremes of each battery.
/// </summary>
internal static class HistoryBody
{
    private const int Points = 0;
    private const int DayValues = 1;
    private const int ExtremeValues = 2;

    /// <summary>With so much written no other value is begun, bytes.</summary>
    private const int EnoughLength = 200;

    /// <summary>Writes the next part.</summary>
    public static void WritePart(Monitor monitor, HttpAnswer answer, JsonWriter json, long nowMs)
    {
        switch (answer.Part)
        {
            case Points:
                WritePoints(monitor.Logbook.Graph, answer, json, nowMs);
                break;
            case DayValues:
                WriteDay(monitor.Logbook.Days, answer, json);
                break;
            default:
                WriteExtremes(monitor, answer, json);
                break;
        }
    }

    private static void WritePoints(Graph graph, HttpAnswer answer, JsonWriter json, long nowMs)
    {
        int index = answer.Index;
        if (index == 0)
        {
            json.BeginText();
            json.OpenObject();
            json.Key(WebText.Interval);
            json.Number(Graph.IntervalMs / 1000);
            json.Key(WebText.Points);
            json.OpenArray();
        }
        else
        {
            json.ContinueText();
        }

        for (int end = json.Count + EnoughLength; index < graph.Count && json.Count < end; index++)
        {
            int point = graph.Count - 1 - index;
            json.OpenArray();
            json.Number(graph.AgeMs(point, nowMs) / 1000);
            HistoryDays.Number(graph.SocPermille(point), json);
            HistoryDays.Number(graph.VoltageMv(point), json);
            HistoryDays.Number(graph.CurrentMa(point), json);
            json.CloseArray();
        }

        answer.GoToIndex(index);
        if (index >= graph.Count)
        {
            json.Raw(WebText.Days);
            answer.GoTo(DayValues);
        }
    }

    private static void WriteDay(Days days, HttpAnswer answer, JsonWriter json)
    {
        if (answer.Index >= days.Count)
        {
            json.Raw(WebText.ExtremesList);
            answer.GoTo(ExtremeValues);
            return;
        }

        int field = answer.Item;
        if (field == 0)
        {
            json.Separate(answer.Index > 0);
            json.Raw(WebText.Day);
            HistoryDays.WriteDay(days, answer.Index, json);
        }

        json.ContinueText();
        for (int end = json.Count + EnoughLength; field < (int)DayId.Count && json.Count < end; field++)
        {
            int value = days.Get(answer.Index, (DayId)field);
            if (value != Reading.Unknown)
            {
                HistoryDays.WriteKey((DayId)field, json);
                json.Number(value);
            }
        }

        answer.GoToItem(field);
        if (field == (int)DayId.Count)
        {
            json.CloseObject();
            answer.GoToIndex(answer.Index + 1);
        }
    }

    private static void WriteExtremes(Monitor monitor, HttpAnswer answer, JsonWriter json)
    {
        BatteryList batteries = monitor.Bus.Batteries;
        if (answer.Index >= batteries.Count)
        {
            json.Raw(WebText.ListEnd);
            answer.End();
            return;
        }

        json.Separate(answer.Index > 0);
        HistoryExtremes.WriteObject(monitor.Logbook, batteries[answer.Index], json);
        answer.GoToIndex(answer.Index + 1);
    }
}
