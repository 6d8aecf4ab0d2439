namespace ValenceNano.Firmware;

/// <summary>The address of a chip that there is not.</summary>
public static class ChipAddress
{
    /// <summary>Hex digits.</summary>
    public static byte[] Read() => [.. "02000000c0de"u8];
}
