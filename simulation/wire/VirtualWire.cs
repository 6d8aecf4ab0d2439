namespace ValenceNano.Simulation;

/// <summary>
/// A half-duplex RS-485 line at 115200 baud, 8N1: every byte takes 86.8 us, everyone hears everyone else, and where two
/// speak at once the bits in which they differ come out by chance.
/// </summary>
public sealed class VirtualWire(VirtualClock clock, int seed)
{
    // So many that a full bus on which all speak at once takes no new one: nothing is allocated while it runs.
    private const int SpareCount = 40;

    private readonly Random _random = new(seed);
    private readonly List<IWireListener> _listeners = [];
    private readonly List<Transmission> _pending = new(SpareCount);
    private readonly Stack<Transmission> _spare = new(Enumerable.Range(0, SpareCount).Select(_ => new Transmission()));
    private double _noisePerBit;
    private long _bitsToFlip = long.MaxValue;

    /// <summary>The time on it.</summary>
    public VirtualClock Clock => clock;

    /// <summary>Nobody speaks, and nobody is about to answer.</summary>
    public bool IsIdle => _pending.Count == 0;

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
    public long CorruptedMessages { get; private set; }

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

    /// <summary>
    /// Sends bytes, the first one beginning at <paramref name="startUs"/>. That may be past: whoever answers does so when
    /// it heard the question, even if nobody looked at the wire until now.
    /// </summary>
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
            bool isAlone = _pending.Count == 1;
            byte mixed = isAlone ? transmission.NextByte : Mix(transmission);
            byte value = Corrupt(mixed);
            transmission.IsCorrupt |= value != mixed;
            transmission.Advance();
            if (transmission.IsOver || !isAlone)
            {
                RemoveOver();
            }

            Deliver(transmission.Sender, value, endUs);
        }
    }

    private Transmission? Earliest()
    {
        Transmission? earliest = _pending.Count > 0 ? _pending[0] : null;
        for (int i = 1; i < _pending.Count; i++)
        {
            if (_pending[i].NextEndUs < earliest!.NextEndUs)
            {
                earliest = _pending[i];
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
                CorruptedMessages += _pending[i].IsCorrupt ? 1 : 0;
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

    private byte Corrupt(byte value)
    {
        int corrupt = value;
        while (_bitsToFlip < 8)
        {
            corrupt ^= 1 << (int)_bitsToFlip;
            DrawNextFlip(_bitsToFlip + 1);
        }

        _bitsToFlip -= 8;
        return (byte)corrupt;
    }

    private void DrawNextFlip(long from = 0) =>
        _bitsToFlip = _noisePerBit > 0
            ? from + (long)Math.Min(1e15, Math.Log(1 - _random.NextDouble()) / Math.Log(1 - _noisePerBit))
            : long.MaxValue;
}
