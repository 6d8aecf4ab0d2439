using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Desktop;

/// <summary>Puts the lines of a capture together to messages, and hands these on with the time of their first byte.</summary>
public sealed class CaptureDecoder(IMessageWriter writer)
{
    private readonly MessageSplitter _splitter = new();
    private readonly BytesPort _bytes = new();
    private readonly PendingTimes _times = new();
    private readonly BusMessage _message = new();
    private long? _lastTimeMs;

    /// <summary>What has come out so far.</summary>
    public MessageCounts Counts { get; } = new();

    /// <summary>Takes the bytes of the next line.</summary>
    public void Take(CaptureLine line)
    {
        if (IsBehindGap(line.TimeMs))
        {
            EndBurst();
        }

        _lastTimeMs = line.TimeMs;
        _times.Put(line.TimeMs, line.Length);
        _bytes.Put(line.Buffer, line.Start, line.Length);
        while (_splitter.ReadFrom(_bytes) > 0)
        {
            Drain();
        }
    }

    /// <summary>What is cut off now stays cut off: the capture ends, or begins anew.</summary>
    public void EndBurst()
    {
        _splitter.EndBurst();
        Drain();
    }

    // A clock that goes back was set or started again: then nobody knows how much time has passed.
    private bool IsBehindGap(long? timeMs) =>
        timeMs < _lastTimeMs || timeMs - _lastTimeMs >= MessageSplitter.BurstGapMs;

    private void Drain()
    {
        for (MessageKind kind = _splitter.Next(); kind != MessageKind.None; kind = _splitter.Next())
        {
            int length = _splitter.MessageLength;
            _message.Take(kind, _splitter.Buffer, _splitter.MessageStart, length, _times.Take(length));
            Counts.Add(_message);
            writer.Write(_message);
        }
    }
}
