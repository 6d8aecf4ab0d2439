using System.Text.Json;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>Readings as keys and values of a JSON object, as <see cref="ReadingTable"/> has them. What is not known is left out.</summary>
public static class ReadingJson
{
    private static readonly ReadingId[] s_ids = [.. Enumerable.Range(0, (int)ReadingId.Count).Select(row => (ReadingId)row)];
    private static readonly byte[][] s_keys = [.. s_ids.Select(KeyOf)];
    private static readonly byte[][][] s_words =
    [
        .. s_ids.Select(id => ReadingTable.Form(id) is ReadingForm.Choice or ReadingForm.Set
            ? Enumerable.Range(0, ReadingTable.WordCount(id)).Select(word => Bytes(ReadingTable.Word(id, word))).ToArray() : []),
    ];

    // A capture has many replies.
    [ThreadStatic]
    private static long[]? s_fetched;

    /// <summary>Writes all readings of a scope that have a key.</summary>
    /// <param name="json">Where to: inside an object.</param>
    /// <param name="readings">From where.</param>
    /// <param name="scope">Of what; of a battery with <see cref="ReadingScope.Cell"/> and <see cref="ReadingScope.Board"/>.</param>
    /// <param name="index">Of which battery or alarm, 0..; else 0.</param>
    /// <param name="nowMs">The time, ms.</param>
    public static void WriteAll(Utf8JsonWriter json, Readings readings, ReadingScope scope, int index, long nowMs)
    {
        readings.Fetch(scope.HasFlag(ReadingScope.Battery) ? ReadingScope.Battery : scope, index, nowMs);
        Telemetry? reply = scope.HasFlag(ReadingScope.Battery) ? readings.Values(index) : null;
        byte[] text = new byte[Readings.MaxText];
        for (ReadingId id = 0; id < ReadingId.Count; id++)
        {
            if (!IsWritten(id, scope))
            {
                continue;
            }

            if (ReadingTable.Form(id) == ReadingForm.Text)
            {
                WriteText(json, id, text.AsSpan(0, readings.CopyText(id, index, text, 0)));
            }
            else
            {
                Write(json, id, readings.Fetched[Readings.Slot(id)], reply);
            }
        }
    }

    /// <summary>Writes the readings that a data reply has.</summary>
    public static void WriteReply(Utf8JsonWriter json, Telemetry reply)
    {
        long[] values = s_fetched ??= new long[Readings.Slots];
        ReplyReadings.Fetch(reply, values);
        for (ReadingId id = 0; id < ReadingId.Count; id++)
        {
            if (IsWritten(id, ReadingScope.Reply))
            {
                Write(json, id, values[(int)id], reply);
            }
        }
    }

    private static bool IsWritten(ReadingId id, ReadingScope scope) =>
        ReadingTable.IsOf(id, scope) && ReadingTable.HasKey(id);

    /// <summary>A reading's key.</summary>
    public static ReadOnlySpan<byte> Key(ReadingId id) => s_keys[(int)id];

    /// <summary>One of a reading's words, 0..</summary>
    public static ReadOnlySpan<byte> Word(ReadingId id, int word) => s_words[(int)id][word];

    private static byte[] KeyOf(ReadingId id)
    {
        byte[] buffer = new byte[Readings.MaxText];
        return buffer[..ReadingTable.CopyKey(id, buffer, 0)];
    }

    private static byte[] Bytes(int place)
    {
        byte[] buffer = new byte[Readings.MaxText];
        return buffer[..ReadingTable.Texts.Copy(place, buffer, 0)];
    }

    private static void WriteText(Utf8JsonWriter json, ReadingId id, ReadOnlySpan<byte> text)
    {
        if (text.Length > 0)
        {
            json.WriteString(Key(id), text);
        }
    }

    // The reply has the items of one that has several.
    private static void Write(Utf8JsonWriter json, ReadingId id, long value, Telemetry? reply)
    {
        if (value == Reading.Unknown)
        {
            return;
        }

        switch (ReadingTable.Form(id))
        {
            case ReadingForm.Flag:
                json.WriteBoolean(Key(id), value != 0);
                break;
            case ReadingForm.Choice:
                json.WriteString(Key(id), Word(id, (int)value));
                break;
            case ReadingForm.Set:
                WriteSet(json, id, value);
                break;
            default:
                WriteNumbers(json, id, value, reply);
                break;
        }
    }

    private static void WriteNumbers(Utf8JsonWriter json, ReadingId id, long value, Telemetry? reply)
    {
        if (reply == null || ReadingTable.Items(id) == 1)
        {
            json.WriteNumber(Key(id), value);
            return;
        }

        json.WriteStartArray(Key(id));
        for (int item = 0; item < ReadingTable.Items(id); item++)
        {
            json.WriteNumberValue(ReplyReadings.Item(reply, id, item));
        }

        json.WriteEndArray();
    }

    private static void WriteSet(Utf8JsonWriter json, ReadingId id, long bits)
    {
        json.WriteStartArray(Key(id));
        for (int word = 0; word < ReadingTable.WordCount(id); word++)
        {
            if ((bits & (1L << word)) != 0)
            {
                json.WriteStringValue(Word(id, word));
            }
        }

        json.WriteEndArray();
    }
}
