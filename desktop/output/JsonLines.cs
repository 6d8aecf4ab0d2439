using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ValenceNano.Desktop;

/// <summary>JSON objects, one a line, each with its <c>kind</c> first, then <c>t_ms</c> where the time is known and <c>at</c> where it is now.</summary>
/// <param name="output">Takes the lines.</param>
/// <param name="clock">The time of day, where it belongs to what is written; null: it does not.</param>
[SuppressMessage("Design", "CA1001", Justification = "Over a buffer writer a Utf8JsonWriter holds nothing that is to be disposed of.")]
public sealed class JsonLines(IBufferWriter<byte> output, Func<DateTimeOffset>? clock = null)
{
    // The default encoder is made for JSON inside HTML, and turns a + of a serial into \u002B.
    private readonly Utf8JsonWriter _json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Begins an object.</summary>
    /// <returns>The writer for the rest of its keys, up to <see cref="End"/>.</returns>
    public Utf8JsonWriter Begin(string kind, long? timeMs)
    {
        _json.WriteStartObject();
        _json.WriteString("kind"u8, kind);
        if (timeMs is long ms)
        {
            _json.WriteNumber("t_ms"u8, ms);
        }

        if (clock != null)
        {
            _json.WriteString("at"u8, clock().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        }

        return _json;
    }

    /// <summary>Ends the object and its line.</summary>
    public void End()
    {
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        output.Write("\n"u8);
    }
}
