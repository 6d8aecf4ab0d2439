namespace ValenceNano.Desktop;

/// <summary>
/// Every <c>0x02</c> of a line, with one or two digits, whatever stands between: lists in a program's source, a value in
/// binary and in brackets in hex, a character and its code.
/// </summary>
public sealed class MarkedNotation : IByteNotation
{
    /// <inheritdoc/>
    public string Name => "0x-hex";

    /// <inheritdoc/>
    public void Scan(ReadOnlySpan<byte> text, CaptureLine line)
    {
        line.Start = 0;
        line.Length = 0;
        int at = 0;
        for (int mark = text[at..].IndexOf("0x"u8); mark >= 0; mark = text[at..].IndexOf("0x"u8))
        {
            int start = at + mark + 2;
            at = start;
            while (at < text.Length && char.IsAsciiLetterOrDigit((char)text[at]))
            {
                at++;
            }

            if (at - start is 1 or 2 && byte.TryParse(text[start..at], System.Globalization.NumberStyles.AllowHexSpecifier, null, out byte value))
            {
                line.TextStart = line.Length == 0 ? start - 2 : line.TextStart;
                line.Buffer[line.Length++] = value;
            }
        }
    }
}
