using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>Puts the lines of a capture together to messages, and hands these on with the time of their first byte.</summary>
public sealed class CaptureDecoder(IMessageWriter writer)
{
    private readonly MessageSplitter _splitter = new();
    private readonly PendingTimes _times = new();
    private readonly BusMessage _message = new();
    private long? _lastTimeMs;
    private long _nowMs;

    /// <summary>What has come out so far.</summary>
    public MessageCounts Counts { get; } = new();

    /// <summary>Takes the bytes of the next line.</summary>
    public void Take(CaptureLine line)
    {
        _nowMs = line.TimeMs ?? _nowMs;
        if (_lastTimeMs != null && line.TimeMs != null)
        {
            // The burst before it may have ended. Where no time is known it has not.
            Drain();
        }

        _lastTimeMs = line.TimeMs;
        _times.Put(line.TimeMs, line.Length);
        int end = line.Start + line.Length;
        for (int at = line.Start; at < end;)
        {
            at += _splitter.Put(line.Buffer, at, end - at, _nowMs);
            Drain();
        }
    }

    /// <summary>What is cut off now stays cut off: the capture ends, or begins anew.</summary>
    public void EndBurst()
    {
        _splitter.EndBurst();
        Drain();
    }

    private void Drain()
    {
        for (MessageKind kind = _splitter.Next(_nowMs); kind != MessageKind.None; kind = _splitter.Next(_nowMs))
        {
            int length = _splitter.MessageLength;
            _message.Take(kind, _splitter.Buffer, _splitter.MessageStart, length, _times.Take(length));
            Counts.Add(_message);
            writer.Write(_message);
        }
    }
}
