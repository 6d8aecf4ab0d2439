using ValenceNano.Protocol;

namespace ValenceNano.Simulation;

/// <summary>The virtual batteries on a wire: hear what a master sends, and answer it.</summary>
public sealed class VirtualBatteries : IWireListener
{
    private readonly VirtualWire _wire;
    private readonly MessageSplitter _splitter = new();
    private readonly List<VirtualBattery> _batteries = [];
    private readonly byte[] _heard = new byte[1];
    private readonly byte[] _request = new byte[MessageFormat.MaxRequestLength];

    /// <summary>Joins a wire, with no battery yet.</summary>
    public VirtualBatteries(VirtualWire wire)
    {
        _wire = wire;
        wire.Join(this);
    }

    /// <summary>All of them, plugged in or not.</summary>
    public IReadOnlyList<VirtualBattery> All => _batteries;

    /// <summary>Bytes heard that are no whole message.</summary>
    public long JunkBytes { get; private set; }

    /// <summary>A whole message, or junk, was heard: its kind, its bytes, when it ended (us).</summary>
    public event Action<MessageKind, ReadOnlyMemory<byte>, long>? Heard;

    /// <summary>A battery begins an answer: which one, to what, its bytes, when it begins (us).</summary>
    public event AnswerHandler? Answered;

    /// <summary>Takes an answer.</summary>
    public delegate void AnswerHandler(VirtualBattery battery, MessageKind request, ReadOnlySpan<byte> answer, long startUs);

    /// <summary>Plugs a battery in.</summary>
    public void Add(VirtualBattery battery)
    {
        battery.Model.Clock = _wire.Clock;
        _batteries.Add(battery);
    }

    /// <summary>A battery sends its data reply though nobody asked for it.</summary>
    public void TalkOutOfTurn(VirtualBattery battery, long nowUs)
    {
        int length = RequestWriter.Read(_request, battery.BusId);
        Answer(battery, MessageKind.Read, _request.AsSpan(0, length), nowUs);
    }

    /// <summary>Gives up on a message that was cut off 50 ms ago or earlier.</summary>
    public void EndSilentBurst(long nowUs) => TakeMessages(nowUs);

    /// <inheritdoc/>
    public void Hear(byte value, long endUs)
    {
        TakeMessages(endUs);
        _heard[0] = value;
        _splitter.Put(_heard, 0, 1, endUs / 1000);
        TakeMessages(endUs);
    }

    private void TakeMessages(long endUs)
    {
        MessageKind kind = _splitter.Next(endUs / 1000);
        while (kind != MessageKind.None)
        {
            ReadOnlyMemory<byte> message = _splitter.Buffer.AsMemory(_splitter.MessageStart, _splitter.MessageLength);
            Heard?.Invoke(kind, message, endUs);
            if (kind == MessageKind.Junk)
            {
                JunkBytes += message.Length;
            }
            else
            {
                AnswerAll(kind, message.Span, endUs);
            }

            kind = _splitter.Next(endUs / 1000);
        }
    }

    private void AnswerAll(MessageKind kind, ReadOnlySpan<byte> message, long endUs)
    {
        foreach (VirtualBattery battery in _batteries)
        {
            Answer(battery, kind, message, endUs);
        }
    }

    private void Answer(VirtualBattery battery, MessageKind kind, ReadOnlySpan<byte> message, long endUs)
    {
        int delayUs = battery.Hear(kind, message, endUs, out ReadOnlySpan<byte> answer);
        if (delayUs >= 0)
        {
            _wire.Transmit(this, answer, endUs + delayUs);
            Answered?.Invoke(battery, kind, answer, endUs + delayUs);
        }
    }
}
