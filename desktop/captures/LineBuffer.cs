namespace ValenceNano.Desktop;

/// <summary>Cuts bytes into lines. It never holds more than <see cref="MaxLineLength"/> of them, whatever comes.</summary>
public sealed class LineBuffer
{
    /// <summary>The longest line, its end included, bytes.</summary>
    public const int MaxLineLength = 1 << 20;

    /// <summary>What some programs put in front of the first line.</summary>
    public static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private const int FirstCapacity = 1 << 16;

    private byte[] _bytes = new byte[FirstCapacity];
    private int _start;
    private int _searched;
    private int _end;
    private bool _isInLongLine;

    /// <summary>The room for the next bytes, never empty once <see cref="TryTake"/> has found <see cref="LineResult.None"/>.</summary>
    public Memory<byte> Room()
    {
        _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
        _searched -= _start;
        _end -= _start;
        _start = 0;
        if (_end == _bytes.Length && _end < MaxLineLength)
        {
            Array.Resize(ref _bytes, 2 * _end);
        }

        return _bytes.AsMemory(_end);
    }

    /// <summary>Says how many bytes were put into <see cref="Room"/>.</summary>
    public void Put(int count) => _end += count;

    /// <summary>Forgets what was put in so far; the bytes in <see cref="Room"/> that were not yet put stay good.</summary>
    public void Forget()
    {
        _start = _searched = _end;
        _isInLongLine = false;
    }

    /// <summary>Takes the next line, without its line feed; it is good until <see cref="Room"/> is called.</summary>
    public LineResult TryTake(out ReadOnlySpan<byte> line)
    {
        if (_isInLongLine && !SkipLongLine())
        {
            line = default;
            return LineResult.None;
        }

        int lineFeed = FindLineFeed();
        return lineFeed < 0 ? WithoutEnd(out line) : Take(lineFeed, 1, out line);
    }

    /// <summary>No more bytes come, and <see cref="TryTake"/> finds no line: takes what stands behind the last line feed.</summary>
    public LineResult TryTakeRest(out ReadOnlySpan<byte> line)
    {
        if (_start < _end)
        {
            return Take(_end, 0, out line);
        }

        line = default;
        return LineResult.None;
    }

    // Returns false while the end of the line has not come.
    private bool SkipLongLine()
    {
        int lineFeed = FindLineFeed();
        if (lineFeed < 0)
        {
            Drop();
            return false;
        }

        _isInLongLine = false;
        _start = _searched = lineFeed + 1;
        return true;
    }

    private int FindLineFeed()
    {
        int length = _bytes.AsSpan(_searched, _end - _searched).IndexOf((byte)'\n');
        return length < 0 ? length : _searched + length;
    }

    private LineResult Take(int end, int lineFeed, out ReadOnlySpan<byte> line)
    {
        line = _bytes.AsSpan(_start, end - _start);
        _start = _searched = end + lineFeed;
        return LineResult.Line;
    }

    private LineResult WithoutEnd(out ReadOnlySpan<byte> line)
    {
        line = default;
        _searched = _end;
        if (_end - _start < MaxLineLength)
        {
            return LineResult.None;
        }

        Drop();
        _isInLongLine = true;
        return LineResult.TooLong;
    }

    private void Drop() => _start = _searched = _end = 0;
}
