namespace ValenceNano.Desktop;

/// <summary>How the numbers of a row of bytes are written.</summary>
public enum NumberForm
{
    /// <summary>Two hex digits a byte, any number of them in a word: <c>02 03</c>, <c>0203</c>, <c>0x02</c>, <c>\x02</c>, <c>02h</c>.</summary>
    Hex,

    /// <summary>One or two hex digits a byte, one byte a word: <c>2 3 36 F</c>.</summary>
    ShortHex,

    /// <summary>One to three decimal digits a byte, 0..255, or -128..-1 of a language whose bytes have a sign.</summary>
    Decimal,
}
