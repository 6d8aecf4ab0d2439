namespace ValenceNano.Desktop;

/// <summary>What <c>--shape</c> takes.</summary>
public static class ShapeFamilies
{
    /// <summary>Rows with an offset.</summary>
    public const string Dump = "dump";

    /// <summary>Bytes in a part of each line, as hex digits.</summary>
    public const string Hex = "hex";

    /// <summary>The same, without leading zeros.</summary>
    public const string ShortHex = "short-hex";

    /// <summary>The same, as decimal numbers.</summary>
    public const string Decimal = "decimal";

    /// <summary>The same, where only what begins with <c>0x</c> counts.</summary>
    public const string Marked = "0x-hex";

    /// <summary>The same, as strings of a programming language.</summary>
    public const string Strings = "strings";

    /// <summary>All of them, with what they are for.</summary>
    public static readonly IReadOnlyList<(string Name, string Use)> All =
    [
        ("capture", "[ms] hex"),
        ("binary", "the bytes themselves"),
        (Dump, "hexdump, xxd, od"),
        (Hex, "rows of hex bytes with times, prefixes, columns or text around them: ESPHome, Docklight, RealTerm, CSV, logic analysers"),
        (ShortHex, "the same without leading zeros: 2 3 36 F"),
        (Decimal, "the same in decimal: 2, 3, 54, 15"),
        (Marked, "only what begins with 0x: { 0x02, 0x03 }"),
        (Strings, "strings of a program: b'\\x02\\x036'"),
    ];
}
