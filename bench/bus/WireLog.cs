using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>
/// Hears both sides of a wire and adds up what it and the batteries need: every byte's time at 115200 baud, every battery's
/// own delay before it answers, and 24 ms for a slot in which nobody does.
/// </summary>
internal sealed class WireLog : IWireListener
{
    private const long EmptySlotUs = 24_000;

    private readonly MessageSplitter _splitter = new();
    private readonly byte[] _heard = new byte[1];
    private long _requestEndUs;
    private long _slotPollUs;

    /// <summary>What was needed since <see cref="Restart"/>, us.</summary>
    public long NeededUs { get; private set; }

    /// <summary>Adds up anew.</summary>
    public void Restart() => NeededUs = 0;

    /// <inheritdoc/>
    public void Hear(byte value, long endUs)
    {
        _heard[0] = value;
        _splitter.Put(_heard, 0, 1, endUs / 1000);
        MessageKind kind = _splitter.Next(endUs / 1000);
        if (MessageFormat.IsFromMaster(kind))
        {
            OnRequest(kind, endUs);
        }
        else if (kind != MessageKind.None && kind != MessageKind.Junk)
        {
            OnAnswer(kind, endUs);
        }
    }

    private void OnRequest(MessageKind kind, long endUs)
    {
        long durationUs = _splitter.MessageLength * 10L * 1_000_000 / 115_200;
        _requestEndUs = endUs;
        _slotPollUs = durationUs;
        NeededUs += kind == MessageKind.SlotPoll ? EmptySlotUs : durationUs;
    }

    private void OnAnswer(MessageKind kind, long endUs)
    {
        NeededUs += endUs - _requestEndUs;
        if (kind == MessageKind.Serial)
        {
            NeededUs -= EmptySlotUs - _slotPollUs;
        }
    }
}
