using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>A bus port around another one that shows every message that passes, sent or heard.</summary>
public sealed class MessageTap(IBusPort inner, IMessageWriter writer, Func<long> nowMs) : IBusPort
{
    private readonly MessageSplitter _splitter = new();
    private readonly BusMessage _message = new();
    private long _lastByteMs;
    private long _startMs;
    private bool _isSent;

    /// <inheritdoc/>
    public void Write(byte[] buffer, int offset, int count)
    {
        Take(buffer, offset, count, isSent: true);
        inner.Write(buffer, offset, count);
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        Drain();
        int read = inner.Read(buffer, offset, count);
        Take(buffer, offset, read, isSent: false);
        return read;
    }

    /// <summary>Shows what is left when nothing more comes.</summary>
    public void EndBurst()
    {
        _splitter.EndBurst();
        Drain();
    }

    // What was cut off does not go on in the other direction, nor after a silence.
    private void Take(byte[] buffer, int offset, int count, bool isSent)
    {
        if (count > 0 && isSent != _isSent)
        {
            EndBurst();
            _isSent = isSent;
        }

        for (int end = offset + count; offset < end;)
        {
            _startMs = _splitter.Pending > 0 ? _startMs : nowMs();
            _lastByteMs = nowMs();
            offset += _splitter.Put(buffer, offset, end - offset, _lastByteMs);
            Drain();
        }
    }

    private void Drain()
    {
        MessageKind kind = _splitter.Next(nowMs());
        while (kind != MessageKind.None)
        {
            _message.Take(kind, _splitter.Buffer, _splitter.MessageStart, _splitter.MessageLength, _startMs);
            writer.Write(_message);
            _startMs = _lastByteMs;
            kind = _splitter.Next(nowMs());
        }
    }
}
