using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// A bus port around another one that writes what passes as capture lines, "ms -> hex" for bytes sent and "ms &lt;- hex"
/// for bytes received: one line for each burst. Without a trace there is no such port, and it costs nothing. A head says where the
/// lines go.
/// </summary>
public abstract class TracePort : IBusPort
{
    /// <summary>Bytes in one line; the longest message has 59. A longer burst goes on in the next line.</summary>
    public const int MaxBytes = 64;

    private readonly IBusPort _inner;
    private readonly int _gapMs;
    private readonly TextLine _line = new();
    private int _count;
    private long _lastMs;

    /// <summary>Makes a port that passes everything on to <paramref name="inner"/>.</summary>
    /// <param name="inner">The port whose bytes are written down.</param>
    /// <param name="gapMs">
    /// Bytes that come within so long of one another are one burst, ms; 0: those that come without an empty read between them.
    /// </param>
    protected TracePort(IBusPort inner, int gapMs)
    {
        _inner = inner;
        _gapMs = gapMs;
    }

    /// <summary>The time that stands in the lines, ms. Set it before each call of the port.</summary>
    public long NowMs { get; set; }

    /// <inheritdoc/>
    public virtual void Write(byte[] buffer, int offset, int count)
    {
        // The line comes behind: a slow sink must not hold the message up.
        _inner.Write(buffer, offset, count);
        EndBurst();
        Add(buffer, offset, count, isSent: true);
        EndBurst();
    }

    /// <inheritdoc/>
    public virtual int Read(byte[] buffer, int offset, int count)
    {
        int read = _inner.Read(buffer, offset, count);
        if (NowMs - _lastMs >= _gapMs && (read == 0 || _gapMs > 0))
        {
            EndBurst();
        }

        Add(buffer, offset, read, isSent: false);
        return read;
    }

    /// <summary>Takes a line, which has no line end; the object is used again.</summary>
    protected abstract void WriteLine(TextLine line);

    private void Add(byte[] bytes, int offset, int count, bool isSent)
    {
        for (int i = offset; i < offset + count; i++)
        {
            if (_count == MaxBytes)
            {
                EndBurst();
            }

            if (_count == 0)
            {
                BeginLine(isSent);
            }

            _line.AddHex(bytes[i]);
            _count++;
        }

        _lastMs = count > 0 ? NowMs : _lastMs;
    }

    private void BeginLine(bool isSent)
    {
        _line.Clear().Add(NowMs, NumberFormat.Whole).Add((byte)' ');
        _line.Add(isSent ? (byte)'-' : (byte)'<').Add(isSent ? (byte)'>' : (byte)'-').Add((byte)' ');
    }

    /// <summary>Writes what has come in so far: nothing more will.</summary>
    protected void EndBurst()
    {
        if (_count > 0)
        {
            WriteLine(_line);
            _count = 0;
        }
    }
}
