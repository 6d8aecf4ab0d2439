using System.Buffers.Text;

namespace ValenceNano.Desktop;

/// <summary>
/// Bytes as a string of a programming language: <c>b'\x02\x036'</c>, <c>"\2\0036\n"</c>. Without quotes the text from the word
/// with the first backslash on is meant, or the only character that there is.
/// </summary>
/// <param name="takesAll">All strings of a line, one behind the other, and not only the longest.</param>
public sealed class StringNotation(bool takesAll = false) : IByteNotation
{
    private const byte Backslash = (byte)'\\';

    /// <inheritdoc/>
    public string Name => "strings";

    /// <inheritdoc/>
    public void Scan(ReadOnlySpan<byte> text, CaptureLine line)
    {
        line.Start = 0;
        line.Length = 0;
        int end = 0;
        bool hasQuotes = false;
        for (int at = NextQuote(text, 0); at < text.Length; at = NextQuote(text, at))
        {
            int close = CloseOf(text, at);
            if (close < 0)
            {
                break;
            }

            hasQuotes = true;
            int length = Unescape(text[(at + 1)..close], line.Buffer.AsSpan(end));
            Keep(line, end, length, at);
            end += length;
            at = close + 1;
        }

        ReadOnlySpan<byte> trimmed = text.Trim(" \t\r"u8);
        int backslash = text.IndexOf(Backslash);
        if (trimmed.Length == 1)
        {
            Keep(line, 0, Plain(trimmed[0], out line.Buffer[0]), 0);
        }
        else if (!hasQuotes && backslash >= 0)
        {
            int start = text[..backslash].LastIndexOf((byte)' ') + 1;
            Keep(line, 0, Unescape(text[start..].TrimEnd(" \t\r"u8), line.Buffer), start);
        }
    }

    private void Keep(CaptureLine line, int start, int length, int textStart)
    {
        if (takesAll)
        {
            line.TextStart = line.Length == 0 ? textStart : line.TextStart;
            line.Length += length;
        }
        else if (length > line.Length)
        {
            line.Start = start;
            line.Length = length;
            line.TextStart = textStart;
        }
    }

    private static int NextQuote(ReadOnlySpan<byte> text, int at)
    {
        int quote = text[at..].IndexOfAny((byte)'\'', (byte)'"');
        return quote < 0 ? text.Length : at + quote;
    }

    private static int CloseOf(ReadOnlySpan<byte> text, int open)
    {
        for (int at = open + 1; at < text.Length; at++)
        {
            if (text[at] == text[open])
            {
                return at;
            }

            at += text[at] == Backslash ? 1 : 0;
        }

        return -1;
    }

    private static int Unescape(ReadOnlySpan<byte> text, Span<byte> bytes)
    {
        int length = 0;
        for (int at = 0; at < text.Length;)
        {
            at += text[at] switch
            {
                Backslash when at + 1 < text.Length => Escape(text[at..], out bytes[length]),
                0xC2 or 0xC3 when at + 1 < text.Length => Latin(text[at..], out bytes[length]),
                _ => Plain(text[at], out bytes[length]),
            };
            length++;
        }

        return length;
    }

    private static int Plain(byte c, out byte value)
    {
        value = c;
        return 1;
    }

    // A byte of 0x80 and above as a character of a text: two bytes in UTF-8.
    private static int Latin(ReadOnlySpan<byte> text, out byte value)
    {
        value = (byte)((text[0] << 6) | (text[1] & 0x3F));
        return 2;
    }

    private static int Escape(ReadOnlySpan<byte> text, out byte value)
    {
        switch (text[1])
        {
            case (byte)'x' when IsHex(text, 2, 2, out value):
                return 4;
            case (byte)'u' when IsHex(text, 4, 2, out value):
                return 6;
            case >= (byte)'0' and <= (byte)'7':
                return Octal(text, out value);
            default:
                int named = "abtnvfre"u8.IndexOf(text[1]);
                value = named < 0 ? text[1] : "\a\b\t\n\v\f\r\u001B"u8[named];
                return 2;
        }
    }

    private static bool IsHex(ReadOnlySpan<byte> text, int start, int length, out byte value)
    {
        value = 0;
        return text.Length >= start + length
            && Utf8Parser.TryParse(text.Slice(start, length), out value, out int used, 'x') && used == length;
    }

    private static int Octal(ReadOnlySpan<byte> text, out byte value)
    {
        int number = 0;
        int at = 1;
        while (at < text.Length && at <= 3 && text[at] is >= (byte)'0' and <= (byte)'7')
        {
            number = (number * 8) + text[at++] - '0';
        }

        value = (byte)number;
        return at;
    }
}
