using System.Text.Json;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>What the product knows, as JSON objects: each battery, the bank, the counters.</summary>
/// <param name="lines">Where to.</param>
public sealed class StatusJson(JsonLines lines)
{
    private const ReadingScope OfBattery = ReadingScope.Battery | ReadingScope.Cell | ReadingScope.Board;

    /// <summary>Writes one object for each battery and one for the bank.</summary>
    public void WriteStatus(Monitor monitor, long nowMs)
    {
        for (int i = 0; i < monitor.Readings.CountOf(ReadingScope.Battery); i++)
        {
            Utf8JsonWriter json = lines.Begin("battery", nowMs);
            ReadingJson.WriteAll(json, monitor.Readings, OfBattery, i, nowMs);
            if (monitor.Readings.Values(i) is { } values)
            {
                JsonValues.WriteUnknown(json, values);
            }

            lines.End();
        }

        WriteBank(monitor.Readings, nowMs);
    }

    /// <summary>Writes what happened on the bus since the start.</summary>
    public void WriteStats(Monitor monitor, long nowMs)
    {
        ReadingJson.WriteAll(lines.Begin("stats", nowMs), monitor.Readings, ReadingScope.Bus, 0, nowMs);
        lines.End();
    }

    private void WriteBank(Readings readings, long nowMs)
    {
        Utf8JsonWriter json = lines.Begin("bank", nowMs);
        ReadingJson.WriteAll(json, readings, ReadingScope.Bank, 0, nowMs);
        json.WriteStartArray("alarms"u8);
        for (int i = 0; i < readings.CountOf(ReadingScope.Alarm); i++)
        {
            json.WriteStartObject();
            ReadingJson.WriteAll(json, readings, ReadingScope.Alarm, i, nowMs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        lines.End();
    }
}
