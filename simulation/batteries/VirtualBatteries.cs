using ValenceNano.Protocol;

namespace ValenceNano.Simulation;

/// <summary>The virtual batteries on a wire: hear what a master sends, and answer it.</summary>
public sealed class VirtualBatteries : IWireListener
{
    private readonly VirtualWire _wire;
    private readonly MessageSplitter _splitter = new();
    private readonly List<VirtualBattery> _batteries = [];
    private readonly byte[] _heard = new byte[1];
    private long _lastByteUs;

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

    /// <summary>A whole message of a master was heard: its kind, its bytes, when it ended (us).</summary>
    public event Action<MessageKind, ReadOnlyMemory<byte>, long>? Heard;

    /// <summary>Plugs a battery in.</summary>
    public void Add(VirtualBattery battery)
    {
        battery.Model.Clock = _wire.Clock;
        _batteries.Add(battery);
    }

    /// <inheritdoc/>
    public void Hear(byte value, long endUs)
    {
        if (_splitter.Pending > 0 && endUs - _lastByteUs >= MessageSplitter.BurstGapMs * 1000)
        {
            _splitter.EndBurst();
            TakeMessages(endUs);
        }

        _lastByteUs = endUs;
        _heard[0] = value;
        _splitter.Append(_heard, 0, 1);
        TakeMessages(endUs);
    }

    private void TakeMessages(long endUs)
    {
        MessageKind kind = _splitter.Next();
        while (kind != MessageKind.None)
        {
            ReadOnlyMemory<byte> message = _splitter.Buffer.AsMemory(_splitter.MessageStart, _splitter.MessageLength);
            if (kind == MessageKind.Junk)
            {
                JunkBytes += message.Length;
            }
            else
            {
                Heard?.Invoke(kind, message, endUs);
                Answer(kind, message.Span, endUs);
            }

            kind = _splitter.Next();
        }
    }

    private void Answer(MessageKind kind, ReadOnlySpan<byte> message, long endUs)
    {
        foreach (VirtualBattery battery in _batteries)
        {
            int delayUs = battery.Hear(kind, message, endUs, out ReadOnlySpan<byte> answer);
            if (delayUs >= 0)
            {
                _wire.Transmit(this, answer, endUs + delayUs);
            }
        }
    }
}
