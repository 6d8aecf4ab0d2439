using System.Buffers;
using System.Buffers.Text;

namespace ValenceNano.Desktop;

/// <summary>
/// Reads lines of the form <c>[ms] [-> or &lt;-] hex [# comment]</c>. The arrow is passed over: a message itself says who sent it.
/// </summary>
public sealed class LineParser : ILineReader
{
    // All times of this length fit into a long.
    private const int MaxTimeDigits = 18;

    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\v\f"u8);
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    private readonly TimeOrBytes _timeOrBytes = new();

    /// <inheritdoc/>
    public int DefectColumn { get; private set; }

    /// <inheritdoc/>
    public LineDefect Parse(ReadOnlySpan<byte> text, CaptureLine line)
    {
        text = WithoutComment(text);
        line.Begin(text.Length / 2);
        int first = SkipBlanks(text, 0);
        if (first == text.Length)
        {
            return LineDefect.None;
        }

        int firstEnd = first + CountDigits(text[first..]);
        int second = SkipBlanks(text, firstEnd);
        if (IsArrow(text[second..]))
        {
            return ParseWith(TimeIn(text[first..firstEnd]), text, second + 2, line);
        }

        bool mayBeTime = firstEnd > first && second > firstEnd && second < text.Length && firstEnd - first <= MaxTimeDigits;
        if (!mayBeTime)
        {
            return ParseWith(null, text, first, line);
        }

        // Bytes with spaces between them, the first of which has two decimal digits, look like a time and bytes.
        int length = firstEnd - first;
        return length % 2 == 0 && WordLength(text[second..]) == length
            ? ParseDoubtful(TimeIn(text[first..firstEnd]), text, first, line, length / 2)
            : ParseWith(TimeIn(text[first..firstEnd]), text, second, line);
    }

    private LineDefect ParseWith(long? timeMs, ReadOnlySpan<byte> text, int at, CaptureLine line)
    {
        LineDefect defect = ParseHex(text, at, line);
        if (defect == LineDefect.None)
        {
            line.TimeMs = timeMs;
            _timeOrBytes.Learn(timeMs != null);
        }

        return defect;
    }

    private LineDefect ParseDoubtful(long? timeMs, ReadOnlySpan<byte> text, int at, CaptureLine line, int wordLength)
    {
        LineDefect defect = ParseHex(text, at, line);
        if (defect == LineDefect.None && _timeOrBytes.IsTime(line, wordLength))
        {
            line.TimeMs = timeMs;
            line.Start += wordLength;
            line.Length -= wordLength;
        }

        return defect;
    }

    private LineDefect ParseHex(ReadOnlySpan<byte> text, int at, CaptureLine line)
    {
        for (at = SkipBlanks(text, at); at < text.Length; at = SkipBlanks(text, at))
        {
            ReadOnlySpan<byte> word = text.Slice(at, WordLength(text[at..]));
            OperationStatus status = Convert.FromHexString(word, line.Buffer.AsSpan(line.Length), out _, out int written);
            if (status != OperationStatus.Done)
            {
                return Defect(word, at);
            }

            line.Length += written;
            at += word.Length;
        }

        DefectColumn = text.Length;
        return line.Length > 0 ? LineDefect.None : LineDefect.NoBytes;
    }

    private LineDefect Defect(ReadOnlySpan<byte> word, int at)
    {
        int notHex = word.IndexOfAnyExcept(HexDigits);
        DefectColumn = at + 1 + Math.Max(notHex, 0);
        return notHex < 0 ? LineDefect.OddDigits : LineDefect.NotHex;
    }

    private static ReadOnlySpan<byte> WithoutComment(ReadOnlySpan<byte> text)
    {
        int comment = text.IndexOf((byte)'#');
        return comment < 0 ? text : text[..comment];
    }

    private static int SkipBlanks(ReadOnlySpan<byte> text, int at)
    {
        int blanks = text[at..].IndexOfAnyExcept(Blanks);
        return blanks < 0 ? text.Length : at + blanks;
    }

    private static int WordLength(ReadOnlySpan<byte> text)
    {
        int length = text.IndexOfAny(Blanks);
        return length < 0 ? text.Length : length;
    }

    private static int CountDigits(ReadOnlySpan<byte> text)
    {
        int length = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return length < 0 ? text.Length : length;
    }

    private static bool IsArrow(ReadOnlySpan<byte> text) => text.StartsWith("->"u8) || text.StartsWith("<-"u8);

    private static long? TimeIn(ReadOnlySpan<byte> digits) => Utf8Parser.TryParse(digits, out long timeMs, out _) ? timeMs : null;
}
