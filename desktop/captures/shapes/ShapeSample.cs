namespace ValenceNano.Desktop;

/// <summary>The beginning of a log, in lines.</summary>
public sealed class ShapeSample
{
    private readonly List<Range> _lines = [];

    /// <summary>Cuts the text into lines; the last one counts only if it has an end, or if <paramref name="isWhole"/>.</summary>
    public ShapeSample(ReadOnlyMemory<byte> bytes, bool isWhole)
    {
        Bytes = bytes;
        IsText = CountControls(bytes.Span) * 50 <= bytes.Length;
        ReadOnlySpan<byte> text = bytes.Span;
        int at = text.StartsWith(LineBuffer.ByteOrderMark) ? LineBuffer.ByteOrderMark.Length : 0;
        while (at < text.Length)
        {
            int length = text[at..].IndexOf((byte)'\n');
            if (length < 0 && !isWhole)
            {
                break;
            }

            int end = length < 0 ? text.Length : at + length;
            _lines.Add(at..end);
            at = end + 1;
        }
    }

    /// <summary>All of it.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>There are few control characters in it.</summary>
    public bool IsText { get; }

    /// <summary>How many lines.</summary>
    public int Count => _lines.Count;

    /// <summary>One line, without its end.</summary>
    public ReadOnlySpan<byte> this[int index] => Bytes.Span[_lines[index]].TrimEnd((byte)'\r');

    /// <summary>Decodes the sample as a shape.</summary>
    /// <param name="reader">A reader from the start; null: the bytes are not text.</param>
    public ShapeScore Score(ILineReader? reader)
    {
        var score = new ShapeScore();
        var decoder = new CaptureDecoder(score);
        var line = new CaptureLine();
        if (reader == null)
        {
            line.Begin(Bytes.Length);
            Bytes.CopyTo(line.Buffer);
            line.Length = Bytes.Length;
            decoder.Take(line);
        }

        for (int i = 0; reader != null && i < Count; i++)
        {
            LineDefect defect = reader.Parse(this[i], line);
            score.BadLines += defect == LineDefect.None ? 0 : 1;
            if (defect == LineDefect.None && line.Length > 0)
            {
                score.Lines++;
                decoder.Take(line);
            }
        }

        decoder.EndBurst();
        return score;
    }

    // Escape begins the colours of a terminal.
    private static int CountControls(ReadOnlySpan<byte> bytes)
    {
        int count = 0;
        foreach (byte c in bytes)
        {
            count += c < ' ' && c is not (byte)'\n' and not (byte)'\r' and not (byte)'\t' and not 0x1B ? 1 : 0;
        }

        return count;
    }
}
