using System.Buffers;

namespace ValenceNano.Desktop;

/// <summary>
/// A dump: an offset, a row of bytes in hex, and perhaps the same as text beside it; rows that repeat the one before may be left out
/// behind a <c>*</c>.
/// </summary>
/// <param name="radix">Of the offsets: 16, 10 or 8.</param>
/// <param name="width">How many bytes a full row has.</param>
/// <param name="swaps">The bytes stand in words of two, the second one first, as <c>hexdump</c> without an option writes them.</param>
public sealed class DumpLineReader(int radix, int width, bool swaps) : ILineReader
{
    private const int MaxRepeated = 1 << 16;
    private const int MaxGap = 2;

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    private readonly byte[] _row = new byte[width];
    private long _expected;
    private bool _repeats;

    /// <inheritdoc/>
    public int DefectColumn => 1;

    /// <summary>Rows whose offset neither is 0 nor follows from the row before: a gap, or this is no dump.</summary>
    public int Breaks { get; private set; }

    /// <inheritdoc/>
    public LineDefect Parse(ReadOnlySpan<byte> text, CaptureLine line)
    {
        text = text.Trim(" \t\r"u8);
        line.Begin(width + 1);
        if (text.IsEmpty || text is [(byte)'*'])
        {
            _repeats = !text.IsEmpty;
            return LineDefect.None;
        }

        if (!TryReadOffset(text, radix, out long offset, out int end))
        {
            return LineDefect.NoBytes;
        }

        long left = _repeats ? offset - _expected : 0;
        int repeated = left is > 0 and < MaxRepeated ? (int)left : 0;
        _repeats = false;
        line.Begin(repeated + width);
        for (int i = 0; i < repeated; i++)
        {
            line.Buffer[i] = _row[i % width];
        }

        int count = ReadRow(text[end..], line.Buffer.AsSpan(repeated, width));
        Breaks += offset != 0 && offset != _expected + repeated ? 1 : 0;
        line.Buffer.AsSpan(repeated, count).CopyTo(_row);
        line.Length = repeated + count;
        line.TextStart = end;
        _expected = offset + count;
        return LineDefect.None;
    }

    /// <summary>Reads the offset that a row begins with: four digits or more, <c>0x</c> before them or a colon behind.</summary>
    public static bool TryReadOffset(ReadOnlySpan<byte> text, int radix, out long offset, out int end)
    {
        int start = text.StartsWith("0x"u8) ? 2 : 0;
        int digits = text[start..].IndexOfAnyExcept(HexDigits);
        end = digits < 0 ? text.Length : start + digits;
        ReadOnlySpan<byte> number = text[start..end];
        end += end < text.Length && text[end] is (byte)':' or (byte)'h' ? 1 : 0;
        bool isFollowed = end == text.Length || text[end] is (byte)' ' or (byte)'\t';
        return TryRead(number, radix, out offset) && isFollowed;
    }

    private static bool TryRead(ReadOnlySpan<byte> number, int radix, out long offset)
    {
        offset = 0;
        if (number.Length is < 4 or > 12)
        {
            return false;
        }

        foreach (byte c in number)
        {
            int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
            if (digit >= radix)
            {
                return false;
            }

            offset = (offset * radix) + digit;
        }

        return true;
    }

    // What stands behind a gap of three blanks, or behind something that is no byte, is the text beside the bytes.
    private int ReadRow(ReadOnlySpan<byte> text, Span<byte> bytes)
    {
        int count = 0;
        int at = 0;
        while (count < width)
        {
            int gap = text[at..].IndexOfAnyExcept(" \t-"u8);
            if (gap < 0 || (gap > MaxGap && count > 0))
            {
                break;
            }

            at += gap;
            int length = text[at..].IndexOfAny(" \t-"u8);
            ReadOnlySpan<byte> word = length < 0 ? text[at..] : text.Slice(at, length);
            if (word.Length % 2 != 0 || word.Length > 2 * (width - count)
                || Convert.FromHexString(word, bytes[count..], out _, out int written) != OperationStatus.Done)
            {
                break;
            }

            if (swaps && written == 2)
            {
                bytes.Slice(count, 2).Reverse();
            }

            count += written;
            at += word.Length;
        }

        return count;
    }
}
