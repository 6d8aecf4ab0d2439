using System.Text.Json.Serialization;

namespace ValenceNano.Bench;

/// <summary>What the program's own assemblies, or one of them, cost the device before they do anything.</summary>
/// <param name="Name">What the row is called.</param>
/// <param name="Types">The compiler's own included, as on the device.</param>
/// <param name="Methods">Accessors and constructors included.</param>
/// <param name="Fields">Of objects and static ones; constants cost nothing.</param>
/// <param name="IlBytes">The code of all methods. It is run in flash.</param>
/// <param name="StaticBytes">RAM of the static fields and of what their initialisers make.</param>
/// <param name="DataBytes">Contents of array initialisers, and signatures: at most <see cref="Limit"/> an assembly.</param>
/// <param name="StringBytes">Names and texts, as UTF-8: at most <see cref="Limit"/> an assembly.</param>
public sealed record ImageSize(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("types")] int Types,
    [property: JsonPropertyName("methods")] int Methods,
    [property: JsonPropertyName("fields")] int Fields,
    [property: JsonPropertyName("il_bytes")] int IlBytes,
    [property: JsonPropertyName("static_bytes")] int StaticBytes,
    [property: JsonPropertyName("data_bytes")] int DataBytes,
    [property: JsonPropertyName("string_bytes")] int StringBytes)
{
    /// <summary>
    /// Bytes of code, of data, and of strings, that an assembly can have: the device's format has 16 bits for their places. More data than
    /// that is built into an image without a word, and the image does not run.
    /// </summary>
    public const int Limit = 65_536;
}
