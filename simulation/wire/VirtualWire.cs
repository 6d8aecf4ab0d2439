namespace ValenceNano.Simulation;

/// <summary>
/// A half-duplex RS-485 line at 115200 baud, 8N1: every byte takes 86.8 us, everyone hears everyone else, and where two
/// speak at once the bits in which they differ come out by chance.
/// </summary>
public sealed class VirtualWire(VirtualClock clock, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<IWireListener> _listeners = [];
    private readonly List<Transmission> _pending = [];
    private readonly Stack<Transmission> _spare = new();
    private double _noisePerBit;
    private long _bitsToFlip = long.MaxValue;

    /// <summary>Now, us.</summary>
    public long NowUs => clock.NowUs;

    /// <summary>True: A and B are joined, nothing is heard by anyone.</summary>
    public bool IsShorted { get; set; }

    /// <summary>The chance of a bit to be turned on its way, 0..1.</summary>
    public double NoisePerBit
    {
        get => _noisePerBit;
        set
        {
            _noisePerBit = value;
            DrawNextFlip();
        }
    }

    /// <summary>Messages so far in which noise has turned a bit.</summary>
    public long SpoiltMessages { get; private set; }

    /// <summary>Messages so far that met another one on the wire.</summary>
    public long CollidedMessages { get; private set; }

    /// <summary>Joins the wire: from now on it hears what others send.</summary>
    public void Join(IWireListener listener) => _listeners.Add(listener);

    /// <summary>Joins the wire with a port for a product or a test.</summary>
    public WirePort OpenPort()
    {
        var port = new WirePort(this);
        Join(port);
        return port;
    }

    /// <summary>Sends bytes, the first one beginning at <paramref name="startUs"/>, or now if that is past.</summary>
    /// <returns>When the last byte has ended, us.</returns>
    public long Transmit(IWireListener? sender, ReadOnlySpan<byte> bytes, long startUs)
    {
        Transmission transmission = _spare.Count > 0 ? _spare.Pop() : new Transmission();
        transmission.Begin(sender, bytes, startUs);
        _pending.Add(transmission);
        return transmission.EndUs;
    }

    /// <summary>Brings to everyone what has ended on the wire by now.</summary>
    public void Resolve()
    {
        while (Earliest() is { } transmission && transmission.NextEndUs <= clock.NowUs)
        {
            long endUs = transmission.NextEndUs;
            byte mixed = Mix(transmission);
            byte value = Spoil(mixed);
            transmission.IsSpoilt |= value != mixed;
            transmission.Advance();
            RemoveOver();
            Deliver(transmission.Sender, value, endUs);
        }
    }

    private Transmission? Earliest()
    {
        // Most of the time nobody speaks, and this is asked thousands of times a virtual minute.
        Transmission? earliest = _pending.Count > 0 ? _pending[0] : null;
        for (int i = 1; i < _pending.Count; i++)
        {
            Transmission transmission = _pending[i];
            if (transmission.NextEndUs < earliest!.NextEndUs)
            {
                earliest = transmission;
            }
        }

        return earliest;
    }

    // What is heard of the next byte of one transmission while others speak too.
    private byte Mix(Transmission transmission)
    {
        int value = transmission.NextByte;
        long startUs = transmission.NextStartUs;
        long endUs = transmission.NextEndUs;
        foreach (Transmission other in _pending)
        {
            if (other == transmission || other.IsOver || other.NextStartUs >= endUs || other.EndUs <= startUs)
            {
                continue;
            }

            transmission.HasCollided = true;
            other.HasCollided = true;
            int differing = value ^ other.NextByte;
            value ^= differing & _random.Next(256);
            if (other.NextStartUs < (startUs + endUs) / 2)
            {
                other.Advance();
            }
        }

        return (byte)value;
    }

    private void RemoveOver()
    {
        for (int i = _pending.Count - 1; i >= 0; i--)
        {
            if (_pending[i].IsOver)
            {
                SpoiltMessages += _pending[i].IsSpoilt ? 1 : 0;
                CollidedMessages += _pending[i].HasCollided ? 1 : 0;
                _spare.Push(_pending[i]);
                _pending.RemoveAt(i);
            }
        }
    }

    private void Deliver(IWireListener? sender, byte value, long endUs)
    {
        if (IsShorted)
        {
            return;
        }

        foreach (IWireListener listener in _listeners)
        {
            if (listener != sender)
            {
                listener.Hear(value, endUs);
            }
        }
    }

    private byte Spoil(byte value)
    {
        int spoilt = value;
        while (_bitsToFlip < 8)
        {
            spoilt ^= 1 << (int)_bitsToFlip;
            DrawNextFlip(_bitsToFlip + 1);
        }

        _bitsToFlip -= 8;
        return (byte)spoilt;
    }

    private void DrawNextFlip(long from = 0) =>
        _bitsToFlip = _noisePerBit > 0
            ? from + (long)Math.Min(1e15, Math.Log(1 - _random.NextDouble()) / Math.Log(1 - _noisePerBit))
            : long.MaxValue;
}
