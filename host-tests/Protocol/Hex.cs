namespace ValenceNano.HostTests.Protocol;

/// <summary>Bytes as tests and captures write them: hex digits, with spaces where they help the eye.</summary>
internal static class Hex
{
    public static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    public static string Text(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes);
}
