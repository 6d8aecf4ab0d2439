using ValenceNano.Display;
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
    private readonly byte[] _received = new byte[MaxBytes];
    private int _receivedCount;
    private long _receivedMs;

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
        for (int done = 0; done < count; done += MaxBytes)
        {
            int piece = count - done < MaxBytes ? count - done : MaxBytes;
            WriteLine(NowMs, (byte)'-', (byte)'>', buffer, offset + done, piece);
        }
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        int read = _inner.Read(buffer, offset, count);
        if (read == 0)
        {
            EndBurst();
        }

        for (int i = 0; i < read; i++)
        {
            if (_receivedCount == MaxBytes)
            {
                EndBurst();
            }

            if (_receivedCount == 0)
            {
                _receivedMs = NowMs;
            }

            _received[_receivedCount++] = buffer[offset + i];
        }

        return read;
    }

    /// <summary>Takes a line, which has no line end; the object is used again.</summary>
    protected abstract void WriteLine(TextLine line);

    private void EndBurst()
    {
        if (_receivedCount > 0)
        {
            WriteLine(_receivedMs, (byte)'<', (byte)'-', _received, 0, _receivedCount);
            _receivedCount = 0;
        }
    }

    private void WriteLine(long ms, byte arrowStart, byte arrowEnd, byte[] bytes, int offset, int count)
    {
        TextLine line = _line.Clear().Add(ms, NumberFormat.Whole).Add((byte)' ').Add(arrowStart).Add(arrowEnd).Add((byte)' ');
        for (int i = offset; i < offset + count; i++)
        {
            line.AddHex(bytes[i]);
        }

        WriteLine(line);
    }
}
