using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Model;

/// <summary>
/// A bank and its alarms beside another master, which polls every 3 s in virtual time. So a test says to the byte and to
/// the ms what the batteries answer.
/// </summary>
internal sealed class BankRig : IBusPort
{
    public const int PollMs = 3000;

    private readonly List<RigBattery> _batteries = [];
    private readonly Queue<byte> _line = new(256);
    private readonly byte[] _message = new byte[MessageFormat.DataLength];
    private readonly byte[] _unknown = new byte[8];
    private readonly long[] _values = new long[Readings.Slots];
    private readonly BusListener _listener;

    public BankRig(
        BankWiring wiring = BankWiring.Series,
        int? capacityAh = null,
        Action<Settings>? set = null,
        IStore? store = null)
    {
        Settings.Set(SettingId.Wiring, (int)wiring);
        Settings.Set(SettingId.Capacity, capacityAh ?? Settings.Get(SettingId.Capacity));
        set?.Invoke(Settings);
        _listener = new BusListener(new BusLink(this, Counters), Batteries, Counters);
        Bank = new Bank(Batteries, Settings);
        Alarms = new AlarmList(Batteries, Settings);
        Logbook = new Logbook(Batteries, Bank, Alarms, store, DaysBuffer, new byte[Monitor.WorkLength], PollMs);
        Logbook.Load(NowMs);
    }

    public BatteryList Batteries { get; } = new();

    public BusCounters Counters { get; } = new();

    public byte[] DaysBuffer { get; } = new byte[Days.RecordLength];

    public Settings Settings { get; } = new();

    public Bank Bank { get; }

    public AlarmList Alarms { get; }

    public Logbook Logbook { get; }

    public long NowMs { get; private set; } = 1000;

    /// <summary>What is raised, and what is over and not seen yet.</summary>
    public IEnumerable<Alarm> Listed => Enumerable.Range(0, Alarms.Count).Select(i => Alarms[i]);

    /// <summary>The kinds that are raised, in their order.</summary>
    public IEnumerable<AlarmKind> Kinds => Listed.Where(alarm => !alarm.IsOver).Select(alarm => alarm.Kind);

    /// <summary>The kinds that are over, in their order.</summary>
    public IEnumerable<AlarmKind> Over => Listed.Where(alarm => alarm.IsOver).Select(alarm => alarm.Kind);

    /// <summary>The master gives a battery its bus id.</summary>
    public RigBattery Add(string serial)
    {
        var battery = new RigBattery(System.Text.Encoding.ASCII.GetBytes(serial.PadRight(12, '0')), _batteries.Count + 2);
        _batteries.Add(battery);
        Hear(RequestWriter.Assign(_message, battery.Serial, battery.BusId));
        return battery;
    }

    /// <summary>A battery that had its bus id before anybody listened: it is known by that alone.</summary>
    public RigBattery AddNameless()
    {
        var battery = new RigBattery(new byte[MessageFormat.SerialLength], _batteries.Count + 2);
        _batteries.Add(battery);
        return battery;
    }

    /// <summary>The master makes all forget their bus ids, and gives the one of the last battery to another.</summary>
    public RigBattery ReplaceLast(string serial)
    {
        Hear(RequestWriter.Reset(_message));
        _batteries.RemoveAt(_batteries.Count - 1);
        return Add(serial);
    }

    /// <summary>So many polls of all batteries, with an update at the end of each and 3 s from one to the next.</summary>
    public void Poll(int times = 1)
    {
        for (int i = 0; i < times; i++)
        {
            PollOnce();
            Pass(PollMs);
        }
    }

    /// <summary>A poll of all batteries without anything behind it.</summary>
    public void PollOnce()
    {
        foreach (RigBattery battery in _batteries)
        {
            Hear(RequestWriter.Read(_message, battery.BusId));
            if (battery.Answers)
            {
                Answer(battery);
            }
        }
    }

    /// <summary>What the logbook has of the battery at a place of the list; unknown before its first reply.</summary>
    public long Kept(ReadingId id, int index = 0)
    {
        EnergyReadings.Fetch(Logbook, Batteries[index], _values, NowMs);
        return _values[(int)id];
    }

    /// <summary>What the logbook has of all batteries.</summary>
    public long KeptOfBank(ReadingId id)
    {
        EnergyReadings.Fetch(Logbook, Batteries, _values, NowMs);
        return _values[(int)id];
    }

    /// <summary>Polls for some minutes.</summary>
    public void PollMinutes(double minutes) => Poll((int)(minutes * 60000 / PollMs));

    /// <summary>Time without a master.</summary>
    public void Pass(int ms)
    {
        for (long endMs = NowMs + ms; NowMs < endMs; NowMs += Math.Min(250, endMs - NowMs))
        {
            _listener.Poll(NowMs);
            Update();
        }
    }

    /// <summary>The clock goes on by days in which nothing happens.</summary>
    public void JumpTo(long nowMs) => NowMs = nowMs;

    public void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("a listener is silent");

    public int Read(byte[] buffer, int offset, int count)
    {
        int read = 0;
        while (read < count && _line.TryDequeue(out byte value))
        {
            buffer[offset + read++] = value;
        }

        return read;
    }

    private void Answer(RigBattery battery)
    {
        int length = AnswerWriter.Data(_message, battery.BusId, battery.Model, _unknown);
        if (battery.Contradicts)
        {
            _message[DataReplyLayout.SocAgain] ^= 0x80;
            Crc16.Seal(_message, length);
        }

        Hear(length);
    }

    private void Hear(int length)
    {
        for (int i = 0; i < length; i++)
        {
            _line.Enqueue(_message[i]);
        }

        _listener.Poll(NowMs);
    }

    private void Update()
    {
        if (Bank.Update(NowMs))
        {
            Alarms.Update(NowMs);
            Logbook.Update(NowMs);
        }
    }
}
