using System.Text.Json;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>The groups of keys that several kinds of JSON objects have.</summary>
public static class JsonValues
{
    /// <summary>Writes <c>serial_hex</c> and <c>serial</c>.</summary>
    public static void WriteSerial(Utf8JsonWriter json, ReadOnlySpan<byte> serial)
    {
        WriteHex(json, "serial_hex"u8, serial);
        Span<byte> text = stackalloc byte[SerialText.MaxLength];
        json.WriteString("serial"u8, text[..SerialText.Format(serial, text)]);
    }

    /// <summary>Writes bytes as hex digits, lower case, at most 255 bytes.</summary>
    public static void WriteHex(Utf8JsonWriter json, ReadOnlySpan<byte> key, ReadOnlySpan<byte> bytes)
    {
        Span<byte> text = stackalloc byte[2 * MessageFormat.MaxLength];
        Convert.TryToHexStringLower(bytes, text, out int length);
        json.WriteString(key, text[..length]);
    }

    /// <summary>Writes the values of a data reply, <c>soc_permille</c> to <c>broken</c>.</summary>
    public static void WriteTelemetry(Utf8JsonWriter json, Telemetry values)
    {
        json.WriteNumber("soc_permille"u8, values.SocPermille);

        // The field has 32 bits without a sign; only a reply that contradicts itself has the highest one set.
        json.WriteNumber("voltage_mv"u8, (uint)values.VoltageMv);
        json.WriteNumber("current_ma"u8, values.CurrentMa);
        json.WriteNumber("current2_ma"u8, values.Current2Ma);
        WriteArray(json, "cell_mv"u8, values.CellMv);
        json.WriteNumber("cell_max_mv"u8, values.CellMaxMv);
        json.WriteNumber("cell_min_mv"u8, values.CellMinMv);
        WriteArray(json, "cell_c"u8, values.CellC);
        WriteArray(json, "board_c"u8, values.BoardC);
        json.WriteBoolean("consistent"u8, values.Broken == ReplyRules.None);
        json.WriteStartArray("broken"u8);
        for (int rule = 1; rule <= (int)values.Broken; rule <<= 1)
        {
            if (((int)values.Broken & rule) != 0)
            {
                json.WriteStringValue(MessageNames.Of((ReplyRules)rule));
            }
        }

        json.WriteEndArray();
    }

    /// <summary>Writes <c>unknown</c>: the bytes of a data reply that nobody has decoded, by their offsets.</summary>
    public static void WriteUnknown(Utf8JsonWriter json, ReadOnlySpan<byte> reply)
    {
        json.WriteStartObject("unknown"u8);
        WriteHex(json, "7"u8, reply.Slice(DataReplyLayout.Unknown7, 1));
        WriteHex(json, "8-14"u8, reply[(DataReplyLayout.Unknown7 + 1)..DataReplyLayout.CellMinC]);
        WriteHex(json, "21-22"u8, reply[DataReplyLayout.Unknown21..DataReplyLayout.CurrentMa]);
        WriteHex(json, "45-48"u8, reply[DataReplyLayout.Unknown45..DataReplyLayout.CellMv]);
        json.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter json, ReadOnlySpan<byte> key, int[] values)
    {
        json.WriteStartArray(key);
        foreach (int value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }
}
