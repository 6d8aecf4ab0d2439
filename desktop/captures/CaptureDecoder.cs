using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>Puts the lines of a capture together to messages, and hands these on with the time of their first byte.</summary>
public sealed class CaptureDecoder(IMessageWriter writer)
{
    private readonly MessageSplitter _splitter = new();
    private readonly PendingTimes _times = new();
    private readonly BusMessage _message = new();
    private readonly ForeignMessages _foreign = new();
    private readonly AssignRemarks _remarks = new();
    private long? _lastTimeMs;

    // The splitter's clock stands still but where a gap ends a burst.
    private long _nowMs;

    /// <summary>What has come out so far.</summary>
    public MessageCounts Counts { get; } = new();

    /// <summary>Takes the bytes of the next line.</summary>
    public void Take(CaptureLine line)
    {
        if (IsBehindGap(line))
        {
            _nowMs += MessageSplitter.BurstGapMs;
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

    // A clock that goes back was set or started again: then nobody knows how much time has passed. One that shows seconds only
    // may have gone on by one just now.
    private bool IsBehindGap(CaptureLine line) =>
        line.TimeMs < _lastTimeMs || line.TimeMs - _lastTimeMs >= MessageSplitter.BurstGapMs + line.TimeStepMs - 1;

    private void Drain()
    {
        for (MessageKind kind = _splitter.Next(_nowMs); kind != MessageKind.None; kind = _splitter.Next(_nowMs))
        {
            int start = _splitter.MessageStart;
            int length = _splitter.MessageLength;
            MessageKind judged = _foreign.Judge(kind, _splitter.Buffer, start, length);
            _message.Take(judged, _splitter.Buffer, start, length, _times.Take(length));
            _remarks.Take(_message);
            Counts.Add(_message);
            writer.Write(_message);
        }
    }
}
