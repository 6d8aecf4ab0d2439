namespace ValenceNano.Desktop;

/// <summary>In which part of a line the bytes stand.</summary>
/// <param name="Kind">All of it, one column, the columns from one on, or the last one that has bytes.</param>
/// <param name="Separator">What stands between columns; blanks count as one.</param>
/// <param name="Column">Which column, from 0.</param>
public sealed record LinePart(LinePartKind Kind, byte Separator = 0, int Column = 0)
{
    /// <summary>All of the line.</summary>
    public static readonly LinePart Whole = new(LinePartKind.Whole);

    /// <summary>How many columns a line has.</summary>
    public static int Count(ReadOnlySpan<byte> text, byte separator)
    {
        int count = 0;
        for (int at = 0; Next(text, separator, ref at, out _, out _);)
        {
            count++;
        }

        return count;
    }

    /// <summary>Finds a column; one in quotes may hold separators, and has its quotes.</summary>
    /// <returns>False: the line has not so many.</returns>
    public static bool TryFind(ReadOnlySpan<byte> text, byte separator, int column, out int start, out int end)
    {
        int at = 0;
        while (Next(text, separator, ref at, out start, out end))
        {
            if (column-- == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Puts the bytes that stand in this part into the line; none if it is not there.</summary>
    public void Scan(ReadOnlySpan<byte> text, IByteNotation notation, CaptureLine line)
    {
        line.Length = 0;
        if (Kind == LinePartKind.Whole)
        {
            notation.Scan(text, line);
        }
        else if (Kind == LinePartKind.Last)
        {
            ScanLast(text, notation, line);
        }
        else if (TryFind(text, Separator, Column, out int start, out int end))
        {
            Scan(text, start, Kind == LinePartKind.From ? text.Length : end, notation, line);
        }
    }

    private void ScanLast(ReadOnlySpan<byte> text, IByteNotation notation, CaptureLine line)
    {
        for (int column = Count(text, Separator) - 1; column > 0 && line.Length == 0; column--)
        {
            TryFind(text, Separator, column, out int start, out int end);
            Scan(text, start, end, notation, line);
        }
    }

    private static void Scan(ReadOnlySpan<byte> text, int start, int end, IByteNotation notation, CaptureLine line)
    {
        notation.Scan(text[start..end], line);
        line.TextStart += start;
    }

    private static bool Next(ReadOnlySpan<byte> text, byte separator, ref int at, out int start, out int end)
    {
        if (separator == ' ' && at <= text.Length)
        {
            int blanks = text[at..].IndexOfAnyExcept((byte)' ', (byte)'\t');
            at = blanks < 0 ? text.Length + 1 : at + blanks;
        }

        start = end = Math.Min(at, text.Length);
        if (at > text.Length)
        {
            return false;
        }

        bool isQuoted = at < text.Length && text[at] == '"' && separator != ' ';
        int closing = isQuoted ? text[(at + 1)..].IndexOf((byte)'"') : -1;
        int search = closing < 0 ? at : at + closing + 2;
        int length = text[search..].IndexOf(separator);
        end = length < 0 ? text.Length : search + length;
        at = end + 1;
        return true;
    }
}
