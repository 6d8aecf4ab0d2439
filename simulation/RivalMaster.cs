using ValenceNano.Protocol;

namespace ValenceNano.Simulation;

/// <summary>
/// Another master on the wire that never listens whether it may speak, as the genuine display: power-up message, five rounds
/// in which it gives bus ids of its own, then a poll of each battery every so often.
/// </summary>
public sealed class RivalMaster
{
    private const int SlotMs = 24;
    private const int AcknowledgementMs = 35;
    private const int ReplyMs = 50;
    private const int Rounds = 5;

    // Two power-up messages; of each round two openings and six slots.
    private const int StepsOfRound = 2 + MessageFormat.SlotCount;
    private const int LastStep = 2 + (Rounds * StepsOfRound);

    private readonly WirePort _port;
    private readonly MessageSplitter _splitter = new();
    private readonly byte[] _input = new byte[MessageSplitter.MinRoom];
    private readonly byte[] _request = new byte[MessageFormat.MaxRequestLength];
    private readonly byte[] _serial = new byte[MessageFormat.SerialLength];
    private readonly Dictionary<string, int> _busIds = [];
    private readonly int _intervalMs;
    private readonly int _idStep;
    private int _nextBusId;
    private int _step;
    private int _polled;
    private bool _hasHeardSerial;
    private long _dueMs;
    private long _cycleMs;

    /// <summary>Joins a wire; it speaks with the first <see cref="Poll"/>.</summary>
    /// <param name="wire">The wire.</param>
    /// <param name="intervalMs">From one poll of a battery to the next, ms.</param>
    /// <param name="firstBusId">The first bus id that it gives.</param>
    /// <param name="idStep">From one bus id that it gives to the next: 1 as the product does, -1 the other way round.</param>
    public RivalMaster(VirtualWire wire, int intervalMs, int firstBusId, int idStep)
    {
        _port = wire.OpenPort();
        _intervalMs = intervalMs;
        _nextBusId = firstBusId;
        _idStep = idStep;
    }

    /// <summary>False: its cable is out.</summary>
    public bool IsConnected
    {
        get => _port.IsConnected;
        set => _port.IsConnected = value;
    }

    /// <summary>Begins anew, as if switched on: all are given other bus ids.</summary>
    public void Restart(int firstBusId)
    {
        _busIds.Clear();
        _nextBusId = firstBusId;
        _step = 0;
        _dueMs = 0;
    }

    /// <summary>Takes what has arrived and sends what is due.</summary>
    /// <returns>When to call again, ms.</returns>
    public long Poll(long nowMs)
    {
        Hear(nowMs);
        if (nowMs >= _dueMs)
        {
            _dueMs = nowMs + (_step < LastStep ? Search(nowMs) : Ask(nowMs));
        }

        return Math.Min(_dueMs, nowMs + 5);
    }

    private void Hear(long nowMs)
    {
        int count = _port.Read(_input, 0, _input.Length);
        _splitter.Put(_input, 0, count, nowMs);
        for (MessageKind kind = _splitter.Next(nowMs); kind != MessageKind.None; kind = _splitter.Next(nowMs))
        {
            if (kind == MessageKind.Serial)
            {
                Array.Copy(_splitter.Buffer, _splitter.MessageStart + MessageFormat.ManagementBody, _serial, 0, _serial.Length);
                _hasHeardSerial = true;
            }
        }
    }

    // Sends the next message of the search; answers how long it waits then, ms.
    private int Search(long nowMs)
    {
        if (_hasHeardSerial)
        {
            _hasHeardSerial = false;
            Send(RequestWriter.Assign(_request, _serial, BusIdOf(Convert.ToHexString(_serial))));
            return AcknowledgementMs;
        }

        int inRound = (_step - 2) % StepsOfRound;
        _cycleMs = nowMs;
        if (_step++ < 2)
        {
            Send(RequestWriter.Reset(_request));
            return 1;
        }

        if (inRound < 2)
        {
            Send(RequestWriter.Round(_request));
            return 1;
        }

        Send(RequestWriter.SlotPoll(_request, inRound - 2));
        return SlotMs;
    }

    private int Ask(long nowMs)
    {
        if (_polled < _busIds.Count)
        {
            Send(RequestWriter.Read(_request, _busIds.Values.ElementAt(_polled++)));
            return ReplyMs;
        }

        _polled = 0;
        _cycleMs += _intervalMs;
        return (int)Math.Max(1, _cycleMs - nowMs);
    }

    private int BusIdOf(string serial)
    {
        if (!_busIds.TryGetValue(serial, out int busId))
        {
            busId = _nextBusId;
            _nextBusId += _idStep;
            _busIds.Add(serial, busId);
        }

        return busId;
    }

    private void Send(int length) => _port.Write(_request, 0, length);
}
