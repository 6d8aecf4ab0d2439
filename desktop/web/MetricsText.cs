using System.Globalization;
using System.Text;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>
/// The readings as Prometheus takes them: <c>valencenano_battery_voltage_mv{serial="..."} 13312</c>, the keys of JSON behind what they are of.
/// What is not known is left out.
/// </summary>
public static class MetricsText
{
    /// <summary>Writes all that are numbers.</summary>
    public static string Of(Readings readings, long nowMs)
    {
        var text = new StringBuilder();
        for (ReadingId id = 0; id < ReadingId.Count; id++)
        {
            if (Key(id).Length > 0 && ReadingTable.Form(id) is ReadingForm.Number or ReadingForm.Total or ReadingForm.Flag)
            {
                Add(text, readings, id, ReadingScope.Bank, ReadingScope.Bank, "bank", nowMs);
                Add(text, readings, id, ReadingScope.Bus, ReadingScope.Bus, "bus", nowMs);
                Add(text, readings, id, ReadingScope.Battery | ReadingScope.Cell | ReadingScope.Board, ReadingScope.Battery, "battery", nowMs);
            }
        }

        return text.ToString();
    }

    private static void Add(
        StringBuilder text, Readings readings, ReadingId id, ReadingScope rows, ReadingScope scope, string of, long nowMs)
    {
        if (!ReadingTable.IsOf(id, rows) || readings.CountOf(scope) == 0)
        {
            return;
        }

        string name = $"valencenano_{of}_{Key(id)}";
        text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {(ReadingTable.Form(id) == ReadingForm.Total ? "counter" : "gauge")}\n");
        for (int index = 0; index < readings.CountOf(scope); index++)
        {
            readings.Fetch(scope, index, nowMs);
            int items = scope == ReadingScope.Battery ? ReadingTable.Items(id) : 1;
            Telemetry? reply = items > 1 ? readings.Values(index) : null;
            for (int item = 0; item < items; item++)
            {
                long value = reply == null ? readings.Fetched[Readings.Slot(id)] : ReplyReadings.Item(reply, id, item);
                if (value != Reading.Unknown)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}{Labels(readings, id, scope, index, item)} {value}\n");
                }
            }
        }
    }

    private static string Labels(Readings readings, ReadingId id, ReadingScope scope, int index, int item)
    {
        if (scope != ReadingScope.Battery)
        {
            return "";
        }

        byte[] serial = new byte[Readings.MaxText];
        int length = readings.CopyText(ReadingId.SerialHex, index, serial, 0);
        string place = ReadingTable.Items(id) > 1 ? $",place=\"{item + 1}\"" : "";
        return $"{{battery=\"{index + 1}\",serial=\"{Encoding.ASCII.GetString(serial, 0, length)}\"{place}}}";
    }

    private static string Key(ReadingId id) => Encoding.ASCII.GetString(ReadingJson.Key(id));
}
