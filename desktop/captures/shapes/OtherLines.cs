using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>
/// Finds the lines of a program's log that have numbers and are none of the bus: they are told by the text in front of the bytes,
/// its digits left out, when nothing that is whole ever has a byte of them.
/// </summary>
public sealed class OtherLines : IMessageWriter
{
    private const int MinLines = 3;
    private const int MinMessageLines = 8;

    private readonly List<(int Signature, int End)> _lines = [];
    private readonly Dictionary<int, (int Lines, int WithMessage)> _seen = [];
    private int _at;
    private int _line;

    private OtherLines()
    {
    }

    /// <summary>Finds the signatures of such lines in a sample.</summary>
    public static HashSet<int> Find(ShapeSample sample, ILineReader reader)
    {
        var found = new OtherLines();
        found.Read(sample, reader);
        bool isEnough = found._seen.Values.Sum(seen => seen.WithMessage) >= MinMessageLines;
        return [.. found._seen.Where(seen => isEnough && seen.Value.Lines >= MinLines && seen.Value.WithMessage == 0).Select(seen => seen.Key)];
    }

    /// <summary>The text of a line in front of its bytes as a number; the same for <c>RX 12:</c> and <c>RX 7:</c>.</summary>
    public static int Signature(ReadOnlySpan<byte> text, int bytesAt)
    {
        uint hash = 2166136261;
        foreach (byte c in text[..Math.Min(bytesAt, text.Length)])
        {
            hash = c is >= (byte)'0' and <= (byte)'9' or (byte)' ' ? hash : (hash ^ c) * 16777619;
        }

        return (int)hash;
    }

    /// <inheritdoc/>
    public void Write(BusMessage message)
    {
        int end = _at + message.Bytes.Length;
        while (_line < _lines.Count && (_line == 0 ? 0 : _lines[_line - 1].End) < end)
        {
            if (message.Kind != MessageKind.Junk)
            {
                (int lines, int withMessage) = _seen[_lines[_line].Signature];
                _seen[_lines[_line].Signature] = (lines, withMessage + 1);
            }

            if (_lines[_line].End > end)
            {
                break;
            }

            _line++;
        }

        _at = end;
    }

    private void Read(ShapeSample sample, ILineReader reader)
    {
        var decoder = new CaptureDecoder(this);
        var line = new CaptureLine();
        int end = 0;
        for (int i = 0; i < sample.Count; i++)
        {
            if (reader.Parse(sample[i], line) == LineDefect.None && line.Length > 0)
            {
                int signature = Signature(sample[i], line.TextStart);
                end += line.Length;
                _lines.Add((signature, end));
                _seen[signature] = _seen.TryGetValue(signature, out (int Lines, int WithMessage) seen) ? (seen.Lines + 1, seen.WithMessage) : (1, 0);
                line.TimeMs = null;
                decoder.Take(line);
            }
        }

        decoder.EndBurst();
    }
}
