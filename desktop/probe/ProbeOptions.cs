namespace ValenceNano.Desktop;

/// <summary>What a probe asks.</summary>
/// <param name="From">The first register, 0..0xFFFF.</param>
/// <param name="To">The last one.</param>
/// <param name="Number">Of the battery, as the display numbers them; null: all, one after the other.</param>
/// <param name="Passes">How often; what changes between passes is a value and no constant.</param>
public sealed record ProbeOptions(int From, int To, int? Number, int Passes)
{
    /// <summary>Reads a range: <c>0x0000-0x00FF</c>, <c>0-255</c>, <c>41</c>.</summary>
    /// <returns>False: it is none.</returns>
    public static bool TryParseRange(string text, out int from, out int to)
    {
        string[] ends = text.Split('-');
        to = 0;
        return TryParse(ends[0], out from) && ends.Length <= 2 && TryParse(ends[^1], out to) && from <= to;
    }

    private static bool TryParse(string text, out int register)
    {
        bool isHex = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var style = isHex ? System.Globalization.NumberStyles.AllowHexSpecifier : System.Globalization.NumberStyles.None;
        return int.TryParse(isHex ? text[2..] : text, style, System.Globalization.CultureInfo.InvariantCulture, out register)
            && register is >= 0 and <= 0xFFFF;
    }
}
