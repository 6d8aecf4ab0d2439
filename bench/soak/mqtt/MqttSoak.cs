using System.Text;
using ValenceNano.Firmware;
using ValenceNano.Model;
using ValenceNano.Network;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>
/// The product with its own client in virtual time, with one fault of broker, network or bus after the other, and Home Assistant as a witness.
/// </summary>
public sealed class MqttSoak
{
    internal const string Display = "valencenano-soak";

    private const int BatteryCount = 3;
    private const long StepMs = 50;
    private const long CheckMs = SoakClock.Second;

    private static readonly MqttFault[] s_faults = Enum.GetValues<MqttFault>();

    private readonly VirtualClock _clock = new();
    private readonly Random _random;
    private readonly VirtualWire _wire;
    private readonly WirePort _port;
    private readonly VirtualBroker _broker = new();
    private readonly VirtualHome _home;
    private readonly HomeWitness _witness;
    private readonly VirtualFlash _records = new();
    private readonly Settings _settings = new();
    private Monitor _monitor = null!;
    private BrokerPublisher _publisher = null!;
    private MqttFault? _fault;
    private long _endMs;
    private long _nextMs = 2 * SoakClock.Minute;
    private long _checkMs;
    private long _startedMs;

    private MqttSoak(int seed)
    {
        _random = new Random(seed);
        _wire = new VirtualWire(_clock, seed);
        Batteries = new VirtualBatteries(_wire);
        for (int i = 1; i <= BatteryCount; i++)
        {
            Batteries.Add(new VirtualBattery(Encoding.ASCII.GetBytes($"MQTT{seed:0000}-{i:00}!"), 300 + (200 * i), (seed * 10) + i));
        }

        _port = _wire.OpenPort();
        _home = new VirtualHome(_broker);
        _witness = new HomeWitness(_home, Batteries);
        _settings.Set(SettingId.Mqtt, 1);
        _settings.SetText(SettingId.MqttHost, "broker"u8.ToArray(), 0, 6);
        ChangeWeather();
        Start();
    }

    /// <summary>What was wrong, in words.</summary>
    public IReadOnlyList<string> Failures => _witness.Failures;

    /// <summary>How many faults there were.</summary>
    public int Faults { get; private set; }

    /// <summary>How many messages came to the broker.</summary>
    public int Messages => _broker.Messages;

    /// <summary>How many values were held against what the batteries have said.</summary>
    public long Checks => _witness.Checks;

    private VirtualBatteries Batteries { get; }

    private long NowMs => _clock.NowMs;

    /// <summary>Runs for some virtual days.</summary>
    public static MqttSoak Run(int seed, double days)
    {
        var soak = new MqttSoak(seed);
        long endMs = (long)(days * SoakClock.Day);
        while (soak.NowMs < endMs)
        {
            soak.Step();
        }

        return soak;
    }

    private void Step()
    {
        long productMs = NowMs - _startedMs;
        long dueMs = _monitor.Poll(productMs);
        bool hasMore = _publisher.Poll(productMs);
        _home.NowMs = NowMs;
        _broker.Step(NowMs);
        if (NowMs >= _checkMs)
        {
            _checkMs = NowMs + CheckMs;
            _witness.Check(NowMs, _broker.IsUp);
            MakeTrouble();
        }

        long next = hasMore ? NowMs + 1 : Math.Min(dueMs + _startedMs, NowMs + StepMs);
        _clock.NowUs = Math.Max(NowMs + 1, next) * 1000;
    }

    private void MakeTrouble()
    {
        if (_fault is { } fault)
        {
            GoOn(fault);
            if (NowMs >= _endMs)
            {
                End(fault);
                _witness.BeginQuiet(NowMs, fault.ToString());
                _fault = null;
                _nextMs = NowMs + _random.NextInt64(75 * SoakClock.Second, 4 * SoakClock.Minute);
            }
        }
        else if (NowMs >= _nextMs)
        {
            _witness.EndQuiet();
            ChangeWeather();
            _fault = s_faults[_random.Next(s_faults.Length)];
            _endMs = NowMs + _random.NextInt64(SoakClock.Second, 5 * SoakClock.Minute);
            Faults++;
            Begin(_fault.Value);
        }
    }

    private void Begin(MqttFault fault)
    {
        switch (fault)
        {
            case MqttFault.BrokerGone or MqttFault.BrokerForgets:
                _broker.IsUp = false;
                _broker.Crash(forgets: fault == MqttFault.BrokerForgets);
                break;
            case MqttFault.BrokerHangs:
                _broker.IsHung = true;
                break;
            case MqttFault.Refused:
                _broker.Answer = 5;
                _broker.Crash(forgets: false);
                break;
            case MqttFault.HomeRestarts:
                _home.Restart();
                break;
            case MqttFault.DisplayRestarts:
                _monitor.Logbook.Save(NowMs - _startedMs);
                _broker.Crash(forgets: false);
                Start();
                break;
            case MqttFault.Unplugged:
                Batteries.All[0].IsPlugged = false;
                _witness.Expect(Batteries.All[0], NowMs, isGone: true);
                break;
            case MqttFault.Asleep:
                Batteries.All[1].Model.CurrentMa = 0;
                _endMs = NowMs + (8 * SoakClock.Minute);
                break;
            case MqttFault.AllAsleep:
                ForEach(battery => battery.Model.CurrentMa = 0);
                _endMs = NowMs + (8 * SoakClock.Minute);
                break;
            case MqttFault.Noise:
                _wire.NoisePerBit = 0.0005;
                break;
        }
    }

    private void GoOn(MqttFault fault)
    {
        switch (fault)
        {
            case MqttFault.Flapping when _random.Next(5) == 0:
                _broker.Crash(forgets: false);
                break;
            case MqttFault.Stalled when _broker.Peer != null:
                _broker.Peer.Window = 0;
                break;
            case MqttFault.Flood:
                _broker.Publish("homeassistant/status", new string('x', _random.Next(2000)));
                _broker.Publish($"other/{_random.Next(100)}", "{}");
                break;
            case MqttFault.Junk when _random.Next(10) == 0:
                byte[] junk = new byte[_random.Next(1, 100)];
                _random.NextBytes(junk);
                _broker.Peer?.Send(junk);
                break;
        }
    }

    private void End(MqttFault fault)
    {
        _broker.IsUp = true;
        _broker.IsHung = false;
        _broker.Answer = 0;
        _wire.NoisePerBit = 0;
        if (fault is MqttFault.Junk)
        {
            _broker.Crash(forgets: false);
        }

        if (!Batteries.All[0].IsPlugged)
        {
            Batteries.All[0].IsPlugged = true;
            _witness.Expect(Batteries.All[0], NowMs, isGone: false);
        }

        if (fault is MqttFault.Asleep or MqttFault.AllAsleep)
        {
            ChangeWeather();
        }
    }

    private void Start()
    {
        _startedMs = NowMs;
        _monitor = new Monitor(_port, _settings, BusRole.Starting, store: _records);
        _publisher = new BrokerPublisher(_monitor, _broker, new DeviceFacts { TopicId = "soak"u8.ToArray() });
    }

    private void ChangeWeather() => ForEach(battery =>
    {
        battery.Model.CurrentMa = (_random.Next(2) == 0 ? -1 : 1) * _random.Next(1000, 20_000);
        battery.Model.SocPermille = _random.Next(200, 900);
    });

    private void ForEach(Action<VirtualBattery> action)
    {
        foreach (VirtualBattery battery in Batteries.All)
        {
            action(battery);
        }
    }
}
