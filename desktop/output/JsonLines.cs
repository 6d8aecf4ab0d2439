using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ValenceNano.Desktop;

/// <summary>JSON objects, one a line, each with its <c>kind</c> first and then <c>t_ms</c> where the time is known.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Over a buffer writer a Utf8JsonWriter holds nothing that is to be disposed of.")]
public sealed class JsonLines(IBufferWriter<byte> output)
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
