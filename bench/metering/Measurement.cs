using System.Text.Json.Serialization;

namespace ValenceNano.Bench;

/// <summary>What one run of a scenario cost.</summary>
/// <param name="Name">The scenario.</param>
/// <param name="Il">IL instructions executed.</param>
/// <param name="Calls">Those of them that call the class library: native on the device.</param>
/// <param name="DeviceAllocs">Those of them that allocate on the device.</param>
/// <param name="Allocated">Bytes allocated on the desktop, by anyone.</param>
/// <param name="I2cBytes">Bytes sent to the panel.</param>
public sealed record Measurement(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("il")] long Il,
    [property: JsonPropertyName("calls")] long Calls,
    [property: JsonPropertyName("device_allocs")] long DeviceAllocs,
    [property: JsonPropertyName("allocated")] long Allocated,
    [property: JsonPropertyName("i2c_bytes")] int I2cBytes);
