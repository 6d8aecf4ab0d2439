namespace ValenceNano.Desktop;

/// <summary>
/// Reads the lines of a capture. Usage: while <see cref="FillAsync"/>, call <see cref="Read"/> until it returns false. The
/// memory it needs does not depend on what is read.
/// </summary>
/// <param name="source">Where the text comes from.</param>
/// <param name="error">Is told of the shape, and of lines that are passed over.</param>
/// <param name="shape">One of <see cref="ShapeFamilies"/>; null: the shape is found from the first lines.</param>
public sealed class CaptureReader(CaptureSource source, TextWriter error, string? shape = null)
{
    private readonly LineBuffer _buffer = new();
    private readonly CaptureHead _head = new(source, new ShapeFinder(shape));
    private ILineReader? _parser;
    private Memory<byte> _binary;
    private readonly SkippedLines _skipped = new(source.Name, error);
    private long _number;
    private bool _hasEnded;

    /// <summary>Lines so far, of every sort.</summary>
    public long Lines { get; private set; }

    /// <summary>Those of them that are none of a capture; standard error has been told of them.</summary>
    public long SkippedLines => _skipped.Count;

    /// <summary>What the capture is called in messages to the user.</summary>
    public string Name => source.Name;

    /// <summary>The lines from the last <see cref="FillAsync"/> on are those of a file that was cut and began again.</summary>
    public bool StartedAgain => source.StartedAgain;

    /// <summary>Gets more text, and waits for it if need be.</summary>
    /// <returns>False: there is no more.</returns>
    public async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        if (_hasEnded)
        {
            return false;
        }

        if (_head.Shape == null)
        {
            Begin(await _head.FindShapeAsync(cancellation));
        }

        Memory<byte> room = _buffer.Room();
        int count = await _head.ReadAsync(room, cancellation);
        if (StartedAgain)
        {
            error.WriteLine($"{Name}: shorter than before: read again from its start");
            _buffer.Forget();
            _number = 0;
        }

        _hasEnded = count == 0;
        if (_parser == null)
        {
            _binary = room[..count];
        }
        else
        {
            _buffer.Put(count);
        }

        return true;
    }

    private void Begin(Shape found)
    {
        _parser = found.Create?.Invoke();
        if (found != Shape.Capture)
        {
            error.WriteLine($"{Name}: read as {found}");
        }
    }

    /// <summary>Reads the next line that has bytes.</summary>
    /// <returns>False: <see cref="FillAsync"/> has to be called first.</returns>
    public bool Read(CaptureLine line)
    {
        if (_parser == null)
        {
            return ReadBinary(line);
        }

        for (LineResult result = Next(out var text); result != LineResult.None; result = Next(out text))
        {
            Lines++;
            _number++;
            LineDefect defect = result == LineResult.TooLong ? LineDefect.TooLong : Parse(text, line);
            if (defect != LineDefect.None)
            {
                _skipped.Add(_number, defect == LineDefect.TooLong ? LineBuffer.MaxLineLength : _parser!.DefectColumn, defect);
            }
            else if (line.Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool ReadBinary(CaptureLine line)
    {
        line.Begin(_binary.Length);
        _binary.CopyTo(line.Buffer);
        line.Length = _binary.Length;
        _binary = default;
        return line.Length > 0;
    }

    // The last line of a file need not have an end.
    private LineResult Next(out ReadOnlySpan<byte> text)
    {
        LineResult result = _buffer.TryTake(out text);
        return result == LineResult.None && _hasEnded ? _buffer.TryTakeRest(out text) : result;
    }

    private LineDefect Parse(ReadOnlySpan<byte> text, CaptureLine line) =>
        _parser!.Parse(_number == 1 && text.StartsWith(LineBuffer.ByteOrderMark) ? text[LineBuffer.ByteOrderMark.Length..] : text, line);
}
