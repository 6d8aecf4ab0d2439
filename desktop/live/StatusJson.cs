using System.Text.Json;
using ValenceNano.Model;
using ValenceNano.Display;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>What the product knows, as JSON objects: each battery, the bank, the counters.</summary>
public sealed class StatusJson(JsonLines lines)
{
    /// <summary>Writes one object for each battery and one for the bank.</summary>
    public void WriteStatus(PanelDisplay display, long nowMs)
    {
        BatteryList batteries = display.Monitor.Bus.Batteries;
        for (int i = 0; i < batteries.Count; i++)
        {
            WriteBattery(batteries[i], i + 1, nowMs);
        }

        WriteBank(display, nowMs);
    }

    /// <summary>Writes what happened on the bus since the start.</summary>
    public void WriteStats(BusCounters counters, long nowMs)
    {
        Utf8JsonWriter json = lines.Begin("stats", nowMs);
        json.WriteNumber("polls"u8, counters.Polls);
        json.WriteNumber("replies"u8, counters.Replies);
        json.WriteNumber("timeouts"u8, counters.Timeouts);
        json.WriteNumber("crc_errors"u8, counters.CrcErrors);
        json.WriteNumber("wrong_replies"u8, counters.WrongReplies);
        json.WriteNumber("refused"u8, counters.Refused);
        json.WriteNumber("other_replies"u8, counters.OtherReplies);
        json.WriteNumber("inconsistent"u8, counters.Inconsistent);
        json.WriteNumber("junk_bytes"u8, counters.JunkBytes);
        json.WriteNumber("rounds"u8, counters.Rounds);
        json.WriteNumber("assigned"u8, counters.Assigned);
        json.WriteNumber("renumbered"u8, counters.Renumbered);
        json.WriteNumber("yielded"u8, counters.Yielded);
        lines.End();
    }

    private void WriteBattery(Battery battery, int number, long nowMs)
    {
        Utf8JsonWriter json = lines.Begin("battery", nowMs);
        if (battery.HasSerial)
        {
            JsonValues.WriteSerial(json, battery.Serial);
        }

        json.WriteNumber("number"u8, number);
        if (battery.BusId != 0)
        {
            json.WriteNumber("bus_id"u8, battery.BusId);
        }

        json.WriteString("state"u8, battery.State switch
        {
            BatteryState.Live => "live",
            BatteryState.Asleep => "asleep",
            BatteryState.NoData => "no_data",
            _ => "lost",
        });
        if (battery.HasValues)
        {
            json.WriteNumber("age_ms"u8, battery.AgeMs(nowMs));
            JsonValues.WriteTelemetry(json, battery.Values);
        }

        lines.End();
    }

    private void WriteBank(PanelDisplay display, long nowMs)
    {
        Bank bank = display.Monitor.Bank;
        Utf8JsonWriter json = lines.Begin("bank", nowMs);
        json.WriteNumber("batteries"u8, bank.BatteryCount);
        json.WriteNumber("live"u8, bank.LiveCount);
        WriteKnown(json, "soc_permille"u8, bank.SocPermille);
        WriteKnown(json, "voltage_mv"u8, bank.VoltageMv);
        WriteKnown(json, "current_ma"u8, bank.CurrentMa);
        WriteKnown(json, "power_mw"u8, bank.PowerMw);
        WriteKnown(json, "cell_min_mv"u8, bank.CellMinMv);
        WriteKnown(json, "cell_max_mv"u8, bank.CellMaxMv);
        json.WriteStartArray("alarms"u8);
        for (int i = 0; i < display.Monitor.Alarms.Count; i++)
        {
            json.WriteStringValue(LineText.Of(display.Monitor.Alarms[i]));
        }

        json.WriteEndArray();
        lines.End();
    }

    private static void WriteKnown(Utf8JsonWriter json, ReadOnlySpan<byte> key, int value)
    {
        if (value != Reading.Unknown)
        {
            json.WriteNumber(key, value);
        }
    }
}
