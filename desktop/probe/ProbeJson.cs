using System.Text.Json;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>What a probe reads as JSON, one object a line, as it comes.</summary>
public sealed class ProbeJson(JsonLines lines, Action flush) : IProbeOutput
{
    /// <inheritdoc/>
    public void Read(Battery battery, ReadRequest request, byte[] registers, int pass, long nowMs)
    {
        for (int i = 0; i < request.Count; i++)
        {
            Utf8JsonWriter json = Begin("register", battery, request.Function, nowMs);
            json.WriteNumber("register"u8, request.Register + i);
            json.WriteNumber("value"u8, (registers[2 * i] << 8) | registers[(2 * i) + 1]);
            json.WriteNumber("pass"u8, pass);
            lines.End();
        }

        flush();
    }

    /// <inheritdoc/>
    public void Refused(Battery battery, IReadOnlyList<RefusedRange> ranges)
    {
        foreach (RefusedRange range in ranges)
        {
            Utf8JsonWriter json = Begin("refused_range", battery, range.Function, null);
            json.WriteNumber("from"u8, range.From);
            json.WriteNumber("to"u8, range.To);
            json.WriteNumber("code"u8, range.Code);
            lines.End();
        }

        flush();
    }

    private Utf8JsonWriter Begin(string kind, Battery battery, int function, long? nowMs)
    {
        Utf8JsonWriter json = lines.Begin(kind, nowMs);
        JsonValues.WriteHex(json, "battery"u8, battery.Serial);
        json.WriteNumber(ReadingJson.Key(ReadingId.BusId), battery.BusId);
        json.WriteNumber("function"u8, function);
        return json;
    }
}
