namespace ValenceNano.Desktop;

/// <summary>
/// Bytes as numbers in a row, with separators between them, among other text: words that are no bytes, and wide gaps, end a
/// row. Of several rows in a line the longest one is meant.
/// </summary>
/// <param name="form">How the numbers are written.</param>
/// <param name="maxBlanks">How many blanks may stand between two bytes: some dumps leave two in the middle.</param>
public sealed class RowNotation(NumberForm form, int maxBlanks = 1) : IByteNotation
{
    private const int MaxSeparator = 4;
    private const int NoDigit = 0xFF;

    private static readonly byte[] DigitValues = MakeDigitValues();
    private static readonly bool[] WordCharacters = [.. Enumerable.Range(0, 256).Select(c => char.IsAsciiLetterOrDigit((char)c) || c == '_')];
    private static readonly bool[] Separators = [.. Enumerable.Range(0, 256).Select(c => c < 128 && " \t,;:-./\\$%#&|[]<>(){}\"'+".Contains((char)c))];

    /// <inheritdoc/>
    public string Name => form switch
    {
        NumberForm.Hex => "hex",
        NumberForm.ShortHex => "short-hex",
        _ => "decimal",
    };

    /// <inheritdoc/>
    public void Scan(ReadOnlySpan<byte> text, CaptureLine line)
    {
        Span<byte> bytes = line.Buffer;
        int rowStart = 0;
        int rowTextStart = 0;
        int end = 0;
        int lastWordEnd = 0;
        line.Length = 0;
        for (int at = NextWord(text, 0); at < text.Length; at = NextWord(text, lastWordEnd))
        {
            ReadOnlySpan<byte> gap = text[lastWordEnd..at];
            int wordEnd = WordEnd(text, at);
            int count = Read(text[at..wordEnd], IsNegative(gap), bytes[end..]);
            if (count == 0 || end == rowStart || !Joins(gap))
            {
                Keep(line, rowStart, end - rowStart, rowTextStart);
                rowStart = end;
                rowTextStart = at;
            }

            end += count;
            lastWordEnd = wordEnd;
        }

        Keep(line, rowStart, end - rowStart, rowTextStart);
    }

    private static void Keep(CaptureLine line, int start, int length, int textStart)
    {
        if (length > line.Length)
        {
            line.Start = start;
            line.Length = length;
            line.TextStart = textStart;
        }
    }

    private static int NextWord(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && !WordCharacters[text[at]])
        {
            at++;
        }

        return at;
    }

    private static int WordEnd(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && WordCharacters[text[at]])
        {
            at++;
        }

        return at;
    }

    // A dot is one only alone, else it is of a text beside the bytes; so is a bar behind blanks.
    private bool Joins(ReadOnlySpan<byte> gap)
    {
        if (gap.Length == 1)
        {
            return Separators[gap[0]];
        }

        int blanks = 0;
        bool hasBar = false;
        foreach (byte c in gap)
        {
            blanks += c switch { (byte)' ' => 1, (byte)'\t' => 2, _ => 0 };
            hasBar |= c == '|';
            if (!Separators[c] || c == '.')
            {
                return false;
            }
        }

        return gap.Length <= MaxSeparator && blanks <= maxBlanks && !(hasBar && blanks > 0);
    }

    // 2-3 are two bytes, 2, -3 are 2 and 253.
    private bool IsNegative(ReadOnlySpan<byte> gap) =>
        form == NumberForm.Decimal && gap.Length > 1 && gap[^1] == '-' && gap[^2] is (byte)' ' or (byte)',' or (byte)'[' or (byte)'(';

    private int Read(ReadOnlySpan<byte> word, bool isNegative, Span<byte> bytes)
    {
        // By far the most frequent word.
        if (word.Length == 2 && form == NumberForm.Hex)
        {
            int high = DigitValues[word[0]];
            int low = DigitValues[word[1]];
            if (high != NoDigit && low != NoDigit)
            {
                bytes[0] = (byte)((high << 4) | low);
                return 1;
            }
        }

        return form == NumberForm.Decimal ? ReadDecimal(word, isNegative, bytes) : ReadHex(word, bytes);
    }

    private int ReadHex(ReadOnlySpan<byte> word, Span<byte> bytes)
    {
        ReadOnlySpan<byte> digits = WithoutMarks(word);
        bool isMarked = digits.Length < word.Length;
        if (digits.Length is 1 or 2 && (isMarked || form == NumberForm.ShortHex))
        {
            return ReadByte(digits, bytes);
        }

        return form == NumberForm.Hex && digits.Length % 2 == 0
            && Convert.FromHexString(digits, bytes, out _, out int written) == System.Buffers.OperationStatus.Done ? written : 0;
    }

    private static int ReadByte(ReadOnlySpan<byte> digits, Span<byte> bytes)
    {
        int value = 0;
        foreach (byte c in digits)
        {
            if (DigitValues[c] == NoDigit)
            {
                return 0;
            }

            value = (value << 4) | DigitValues[c];
        }

        bytes[0] = (byte)value;
        return 1;
    }

    // 0x02, \x02 and &H02 (whose first characters are separators), 02h, 0x02u.
    private static ReadOnlySpan<byte> WithoutMarks(ReadOnlySpan<byte> word)
    {
        if (word.Length > 2 && word[0] == '0' && (word[1] | 0x20) == 'x')
        {
            word = word[2..];
        }
        else if (word.Length > 1 && (word[0] | 0x20) is 'x' or 'h')
        {
            word = word[1..];
        }

        return word.Length > 1 && (word[^1] | 0x20) is 'h' or 'u' ? word[..^1] : word;
    }

    private static int ReadDecimal(ReadOnlySpan<byte> word, bool isNegative, Span<byte> bytes)
    {
        if (word.Length > 3 || !System.Buffers.Text.Utf8Parser.TryParse(word, out int value, out int used) || used < word.Length
            || value > (isNegative ? 128 : 255))
        {
            return 0;
        }

        bytes[0] = (byte)(isNegative ? -value : value);
        return 1;
    }

    private static byte[] MakeDigitValues()
    {
        byte[] values = new byte[256];
        Array.Fill(values, (byte)NoDigit);
        for (int c = 0; c < 128; c++)
        {
            values[c] = char.IsAsciiHexDigit((char)c) ? (byte)Convert.ToInt32(((char)c).ToString(), 16) : (byte)NoDigit;
        }

        return values;
    }
}
