using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>Lines of text with bytes in one part of them, and perhaps a time.</summary>
/// <param name="part">In which part.</param>
/// <param name="notation">How the bytes are written.</param>
/// <param name="time">Where the time is; null: the lines have none.</param>
/// <param name="others">The signatures of lines that are not of the bus: <see cref="OtherLines"/>.</param>
public sealed class TextLineReader(LinePart part, IByteNotation notation, ILineTime? time, HashSet<int> others) : ILineReader
{
    private long? _timeMs;

    /// <inheritdoc/>
    public int DefectColumn => 1;

    /// <inheritdoc/>
    public LineDefect Parse(ReadOnlySpan<byte> text, CaptureLine line)
    {
        line.Begin(text.Length + 1);
        int start = 0;
        int end = 0;
        if (time?.Read(text, out start, out end) is long timeMs)
        {
            // Bytes that are told one by one may overlap a little where two clocks, or two lines of a program, meet.
            bool isBackALittle = timeMs < _timeMs && _timeMs - timeMs < MessageSplitter.BurstGapMs;
            _timeMs = isBackALittle ? _timeMs : timeMs;
        }

        Scan(text, start, end, line);
        if (others.Count > 0 && others.Contains(OtherLines.Signature(text, line.TextStart)))
        {
            line.Length = 0;
        }

        // A line without a time belongs to the time before it: the bytes stand below their time, or go on there.
        line.TimeMs = _timeMs;
        line.TimeStepMs = time?.StepMs ?? 1;
        return line.Length > 0 || text.Trim(" \t\r"u8).IsEmpty ? LineDefect.None : LineDefect.NoBytes;
    }

    // The digits of a time are no bytes.
    private void Scan(ReadOnlySpan<byte> text, int timeStart, int timeEnd, CaptureLine line)
    {
        if (part.Kind != LinePartKind.Whole || timeEnd == 0 || timeEnd > text.Length)
        {
            part.Scan(text, notation, line);
            return;
        }

        part.Scan(text[timeEnd..], notation, line);
        line.TextStart += timeEnd;
        if (line.Length == 0)
        {
            part.Scan(text[..timeStart], notation, line);
        }
    }
}
