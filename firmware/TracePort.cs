using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Firmware;

/// <summary>
/// A bus port around another one that writes what passes as capture lines, "ms -> hex" for bytes sent and "ms &lt;- hex"
/// for bytes received: one line for each burst. Without a trace there is no such port, and it costs nothing.
/// </summary>
public abstract class TracePort : IBusPort
{
    /// <summary>Bytes in one line; the longest message has 59. A longer burst goes on in the next line.</summary>
    public const int MaxBytes = 64;

    private readonly IBusPort _inner;
    private readonly TextLine _line = new();
    private int _count;

    /// <summary>Makes a port that passes everything on to <paramref name="inner"/>.</summary>
    protected TracePort(IBusPort inner)
    {
        _inner = inner;
    }

    /// <summary>The time that stands in the lines, ms. Set it before each call of the port.</summary>
    public long NowMs;

    /// <inheritdoc/>
    public void Write(byte[] buffer, int offset, int count)
    {
        // The line comes behind: a slow sink must not hold the message up.
        _inner.Write(buffer, offset, count);
        EndBurst();
        Add(buffer, offset, count, isSent: true);
        EndBurst();
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        int read = _inner.Read(buffer, offset, count);
        if (read == 0)
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
    }

    private void BeginLine(bool isSent)
    {
        _line.Clear().Add(NowMs, NumberFormat.Whole).Add((byte)' ');
        _line.Add(isSent ? (byte)'-' : (byte)'<').Add(isSent ? (byte)'>' : (byte)'-').Add((byte)' ');
    }

    private void EndBurst()
    {
        if (_count > 0)
        {
            WriteLine(_line);
            _count = 0;
        }
    }
}
