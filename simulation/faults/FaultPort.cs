using ValenceNano.Protocol;

namespace ValenceNano.Simulation;

/// <summary>
/// A bus port around another one that corrupts messages on their way, both ways: by chance, and the same for the same seed.
/// What it reads comes out message by message, so that a fault has something whole to corrupt.
/// </summary>
public sealed class FaultPort(IBusPort inner, VirtualClock clock, int seed) : ITimedPort
{
    private const int QuietUs = 3000;

    private readonly Random _random = new(seed);
    private readonly MessageSplitter _splitter = new();
    private readonly PriorityQueue<byte[], (long ReleaseUs, long Order)> _arriving = new();
    private readonly byte[] _input = new byte[MessageSplitter.MinRoom];
    private byte[] _current = [];
    private int _taken;
    private long _currentUs;
    private long _lastByteUs;
    private long _order;

    /// <summary>What is done to messages from now on.</summary>
    public FaultRates Rates { get; set; } = new();

    /// <summary>Messages that were corrupt so far, in either direction.</summary>
    public long CorruptedMessages { get; private set; }

    /// <inheritdoc/>
    public int BytesToRead
    {
        get
        {
            Collect();
            return NextArrived() ? _current.Length - _taken : 0;
        }
    }

    /// <inheritdoc/>
    public long NextHeardUs => _currentUs;

    /// <inheritdoc/>
    public void Write(byte[] buffer, int offset, int count)
    {
        byte[] message = buffer.AsSpan(offset, count).ToArray();
        if (Happens(Rates.Echo))
        {
            Arrive(message, clock.NowUs);
        }

        if (!Happens(Rates.Drop))
        {
            FlipAtTimes(message);
            inner.Write(message, 0, count);
        }
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        Collect();
        int read = 0;
        while (read < count && NextArrived())
        {
            int piece = Math.Min(count - read, _current.Length - _taken);
            Array.Copy(_current, _taken, buffer, offset + read, piece);
            _taken += piece;
            read += piece;
        }

        return read;
    }

    private bool NextArrived()
    {
        if (_taken < _current.Length)
        {
            return true;
        }

        if (!_arriving.TryPeek(out _, out (long ReleaseUs, long Order) when) || when.ReleaseUs > clock.NowUs)
        {
            return false;
        }

        _current = _arriving.Dequeue();
        _currentUs = when.ReleaseUs;
        _taken = 0;
        return true;
    }

    private void Collect()
    {
        if (inner is ITimedPort timed)
        {
            while (timed.BytesToRead > 0)
            {
                long heardUs = timed.NextHeardUs;
                EndSilentBurst(heardUs);
                Take(timed.Read(_input, 0, 1), heardUs);
            }
        }
        else
        {
            int count = inner.Read(_input, 0, _input.Length);
            while (count > 0)
            {
                Take(count, clock.NowUs);
                count = inner.Read(_input, 0, _input.Length);
            }
        }

        EndSilentBurst(clock.NowUs);
    }

    private void Take(int count, long heardUs)
    {
        _lastByteUs = heardUs;
        _splitter.Put(_input, 0, count, heardUs / 1000);
        CorruptWhatIsWhole(heardUs);
    }

    private void EndSilentBurst(long nowUs)
    {
        if (_splitter.Pending > 0 && nowUs - _lastByteUs >= QuietUs)
        {
            _splitter.EndBurst();
            CorruptWhatIsWhole(_lastByteUs + QuietUs);
        }
    }

    private void CorruptWhatIsWhole(long nowUs)
    {
        MessageKind kind = _splitter.Next(nowUs / 1000);
        while (kind != MessageKind.None)
        {
            byte[] bytes = _splitter.Buffer.AsSpan(_splitter.MessageStart, _splitter.MessageLength).ToArray();
            if (kind == MessageKind.Junk)
            {
                Arrive(bytes, nowUs);
            }
            else
            {
                Corrupt(bytes, nowUs);
            }

            kind = _splitter.Next(nowUs / 1000);
        }
    }

    private void Corrupt(byte[] message, long nowUs)
    {
        if (Happens(Rates.Drop))
        {
            return;
        }

        FlipAtTimes(message);
        long releaseUs = nowUs + (Happens(Rates.Delay) ? 1000 * _random.Next(1, 201) : 0);
        if (Happens(Rates.Junk))
        {
            Arrive(Junk(), releaseUs);
        }

        if (Happens(Rates.Cut))
        {
            Arrive(message[.._random.Next(1, message.Length)], releaseUs);
        }
        else if (Happens(Rates.Split))
        {
            int at = _random.Next(1, message.Length);
            Arrive(message[..at], releaseUs);
            Arrive(message[at..], releaseUs + (1000 * _random.Next(1, 16)));
        }
        else
        {
            Arrive(message, releaseUs);
        }

        if (Happens(Rates.Junk))
        {
            Arrive(Junk(), releaseUs);
        }
    }

    private void FlipAtTimes(byte[] message)
    {
        if (Happens(Rates.Flip))
        {
            message[_random.Next(message.Length)] ^= (byte)(1 << _random.Next(8));
        }
    }

    private byte[] Junk()
    {
        byte[] junk = new byte[_random.Next(1, 21)];
        _random.NextBytes(junk);
        return junk;
    }

    private void Arrive(byte[] bytes, long releaseUs) => _arriving.Enqueue(bytes, (releaseUs, _order++));

    // A rate of 0 draws nothing, so that switching one fault on does not move the others.
    private bool Happens(int percent)
    {
        bool happens = percent > 0 && _random.Next(100) < percent;
        CorruptedMessages += happens ? 1 : 0;
        return happens;
    }
}
