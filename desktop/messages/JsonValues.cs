using System.Buffers.Binary;
using System.Text.Json;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>The groups of keys that several kinds of JSON objects have.</summary>
public static class JsonValues
{
    private static readonly (byte[] Key, int Offset, int Length)[] UnknownFields =
    [
        .. UnknownBytes.Fields.Select(field => (
            System.Text.Encoding.ASCII.GetBytes(field.Length == 1 ? $"{field.Offset}" : $"{field.Offset}-{field.Offset + field.Length - 1}"),
            field.Offset,
            field.Length)),
    ];

    /// <summary>Writes a serial as hex and as text.</summary>
    public static void WriteSerial(Utf8JsonWriter json, ReadOnlySpan<byte> serial)
    {
        WriteHex(json, ReadingJson.Key(ReadingId.SerialHex), serial);
        Span<byte> text = stackalloc byte[SerialText.MaxLength];
        json.WriteString(ReadingJson.Key(ReadingId.Serial), text[..SerialText.Format(serial, text)]);
    }

    /// <summary>Writes bytes as hex digits, lower case, at most 255 bytes.</summary>
    public static void WriteHex(Utf8JsonWriter json, ReadOnlySpan<byte> key, ReadOnlySpan<byte> bytes)
    {
        Span<byte> text = stackalloc byte[2 * MessageFormat.MaxLength];
        Convert.TryToHexStringLower(bytes, text, out int length);
        json.WriteString(key, text[..length]);
    }

    /// <summary>Writes <c>unknown</c> of a reply of which only the values are left.</summary>
    public static void WriteUnknown(Utf8JsonWriter json, Telemetry values)
    {
        Span<byte> reply = stackalloc byte[MessageFormat.DataLength];
        ReadOnlySpan<int> unknown = values.Numbers.AsSpan(Telemetry.FirstUnknown);
        BinaryPrimitives.WriteInt32LittleEndian(reply[DataReplyLayout.Unknown7..], unknown[0]);
        BinaryPrimitives.WriteInt32LittleEndian(reply[(DataReplyLayout.Unknown7 + 4)..], unknown[1]);
        BinaryPrimitives.WriteInt16LittleEndian(reply[DataReplyLayout.Unknown21..], (short)unknown[2]);
        BinaryPrimitives.WriteInt32LittleEndian(reply[DataReplyLayout.Unknown45..], unknown[3]);
        WriteUnknown(json, reply);
    }

    /// <summary>Writes <c>unknown</c>: the bytes of a data reply that nobody has decoded, by their offsets.</summary>
    public static void WriteUnknown(Utf8JsonWriter json, ReadOnlySpan<byte> reply)
    {
        json.WriteStartObject("unknown"u8);
        foreach ((byte[] key, int offset, int length) in UnknownFields)
        {
            WriteHex(json, key, reply.Slice(offset, length));
        }

        json.WriteEndObject();
    }
}
