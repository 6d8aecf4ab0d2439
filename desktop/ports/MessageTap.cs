using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>A bus port around another one that shows every message that passes, sent or heard.</summary>
public sealed class MessageTap(IBusPort inner, IMessageWriter writer, Func<long> nowMs) : IBusPort
{
    private readonly MessageSplitter _splitter = new();
    private readonly BusMessage _message = new();
    private long _lastByteMs;
    private long _startMs;

    /// <inheritdoc/>
    public void Write(byte[] buffer, int offset, int count)
    {
        EndBurst();
        Take(buffer, offset, count);
        inner.Write(buffer, offset, count);
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        if (_splitter.Pending > 0 && nowMs() - _lastByteMs >= MessageSplitter.BurstGapMs)
        {
            EndBurst();
        }

        int read = inner.Read(buffer, offset, count);
        Take(buffer, offset, read);
        return read;
    }

    /// <summary>Shows what is left when nothing more comes.</summary>
    public void EndBurst()
    {
        _splitter.EndBurst();
        Drain();
    }

    private void Take(byte[] buffer, int offset, int count)
    {
        while (count > 0)
        {
            _startMs = _splitter.Pending > 0 ? _startMs : nowMs();
            int taken = _splitter.Append(buffer, offset, count);
            _lastByteMs = nowMs();
            offset += taken;
            count -= taken;
            Drain();
        }
    }

    private void Drain()
    {
        MessageKind kind = _splitter.Next();
        while (kind != MessageKind.None)
        {
            _message.Take(kind, _splitter.Buffer, _splitter.MessageStart, _splitter.MessageLength, _startMs);
            writer.Write(_message);
            _startMs = _lastByteMs;
            kind = _splitter.Next();
        }
    }
}
