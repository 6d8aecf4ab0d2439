using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>Begins a fault, keeps it up and ends it.</summary>
internal sealed class Troublemaker(VirtualWire wire, FaultPort port, VirtualBatteries batteries, Random random, SoakResult result)
{
    private const int BabbleGapMs = 40;

    // A charge with more is read as a discharge: the field may have 16 bits or 32.
    internal const int MaxChargeMa = short.MaxValue;

    private readonly NoisyLine _noise = new(wire, random);
    private readonly Rivals _rivals = new(wire, batteries, random);
    private readonly byte[] _babble = new byte[MessageFormat.DataLength];
    private VirtualBattery _first = null!;
    private VirtualBattery _second = null!;
    private int _firstCurrentMa;
    private long _nextBabbleMs;
    private long _endMs;

    /// <summary>What goes wrong now; null while nothing does.</summary>
    public FaultKind? Current { get; private set; }

    /// <summary>The battery that the fault is about; means nothing for a fault that is about none.</summary>
    public VirtualBattery First => _first;

    /// <summary>When the fault ends, ms.</summary>
    public long EndMs => _endMs;

    /// <summary>The batteries that are on the bus while nothing is wrong.</summary>
    public IEnumerable<VirtualBattery> Plugged => batteries.All.Where(battery => battery.IsPlugged);

    /// <summary>Begins a fault that the world can make by itself; a restart and a jump of the clock are the monitor's.</summary>
    public void Begin(FaultKind kind, long nowMs)
    {
        Current = kind;
        VirtualBattery[] plugged = [.. Plugged];
        random.Shuffle(plugged);
        _first = plugged[0];
        _second = plugged[1];
        _firstCurrentMa = _first.Model.CurrentMa;
        _endMs = nowMs + (kind == FaultKind.Short ? SoakClock.Hour : random.NextInt64(15 * SoakClock.Second, 3 * SoakClock.Minute));
        _nextBabbleMs = nowMs;
        switch (kind)
        {
            case FaultKind.Sleep:
                _first.Model.CurrentMa = 0;
                break;
            case FaultKind.SleepAll:
                SetCurrents(_ => 0);
                break;
            case FaultKind.Unplug:
            case FaultKind.UnplugAndForget:
            case FaultKind.RenewPanel:
                _first.IsPlugged = false;
                break;
            case FaultKind.NeverQuiet:
                _endMs = nowMs + random.NextInt64(15 * SoakClock.Second, SoakClock.Minute);
                _noise.Begin(nowMs, _endMs);
                break;
            case FaultKind.Replace:
                Replace();
                break;
            case FaultKind.SwapIds:
                _first.IsPlugged = false;
                _second.IsPlugged = false;
                break;
            case FaultKind.RestartBatteries:
                ForEach(battery => battery.Restart());
                _endMs = nowMs;
                break;
            case FaultKind.Noise:
                wire.NoisePerBit = Math.Pow(10, -6 + (4 * random.NextDouble()));
                break;
            case FaultKind.WrongId:
                _first.AnswersAs = _second.BusId;
                break;
            case FaultKind.SharedId:
                _first.BusId = _second.BusId;
                _endMs = nowMs;
                break;
            case FaultKind.Short:
                wire.IsShorted = true;
                break;
            case FaultKind.RestartMonitor:
            case FaultKind.ClockJump:
                _endMs = nowMs;
                break;
            case FaultKind.AnotherMaster:
            case FaultKind.RenumberingMaster:
            case FaultKind.ListenerLife:
                _rivals.Begin(kind, nowMs);
                break;
            case FaultKind.Refuse:
                _first.RefusalCode = random.Next(1, 5);
                break;
            case FaultKind.OtherLength:
                _first.RegisterCount = random.Next(1, 126);
                break;
            default:
                port.Rates = RatesOf(kind);
                break;
        }
    }

    /// <summary>Keeps a fault up that has to be.</summary>
    public void Step(long nowMs)
    {
        if (Current == FaultKind.NeverQuiet)
        {
            _noise.Step(nowMs);
        }

        if (nowMs >= _rivals.DueMs)
        {
            _rivals.Step(nowMs);
        }

        if (Current != FaultKind.Babble || nowMs < _nextBabbleMs)
        {
            return;
        }

        _nextBabbleMs = nowMs + random.Next(1, BabbleGapMs);
        if (random.Next(2) == 0)
        {
            batteries.TalkOutOfTurn(_first, nowMs * 1000);
        }
        else
        {
            random.NextBytes(_babble);
            wire.Transmit(null, _babble.AsSpan(0, random.Next(1, _babble.Length)), nowMs * 1000);
        }

        result.BabbledMessages++;
    }

    /// <summary>When <see cref="Step"/> wants to be called, ms.</summary>
    public long DueMs => Current switch
    {
        FaultKind.Babble => Math.Min(_nextBabbleMs, _endMs),
        FaultKind.NeverQuiet => Math.Min(_noise.DueMs, _endMs),
        _ => Math.Min(_rivals.DueMs, _endMs),
    };

    /// <summary>Ends the fault: all is as it should be.</summary>
    public void End()
    {
        switch (Current)
        {
            case FaultKind.Sleep:
            case FaultKind.SleepAll:
            case FaultKind.ListenerLife:
                SetCurrents(_ => RandomCurrentMa());
                break;
            case FaultKind.Unplug:
            case FaultKind.RenewPanel:
                _first.IsPlugged = true;
                break;
            case FaultKind.UnplugAndForget:
                _first.Restart();
                _first.IsPlugged = true;
                break;
            case FaultKind.SwapIds:
                (_first.BusId, _second.BusId) = (_second.BusId, _first.BusId);
                _first.IsPlugged = true;
                _second.IsPlugged = true;
                break;
            case FaultKind.Replace:
                _second.IsPlugged = true;
                break;
            default:
                break;
        }

        _rivals.End();
        _first.AnswersAs = 0;
        _first.RefusalCode = 0;
        _first.RegisterCount = MessageFormat.DataRegisterCount;
        wire.NoisePerBit = 0;
        wire.IsShorted = false;
        port.Rates = new FaultRates();
        Current = null;
    }

    /// <summary>Other currents and other weather; a battery that is nearly empty is charged then, and one that is nearly full is not.</summary>
    public void ChangeWeather() => ForEach(battery =>
    {
        battery.Model.CurrentMa = RandomCurrentMa();
        battery.Model.AmbientC = random.Next(-20, 45);
        if (battery.Model.SocPermille is < 100 or > 950)
        {
            int magnitudeMa = Math.Min(MaxChargeMa, Math.Abs(battery.Model.CurrentMa));
            battery.Model.CurrentMa = battery.Model.SocPermille < 100 ? magnitudeMa : -magnitudeMa;
        }
    });

    // One that has been in a drawer goes where another was, with that one's bus id from another boat.
    private void Replace()
    {
        VirtualBattery spare = batteries.All.First(battery => !battery.IsPlugged);
        spare.BusId = _first.BusId;
        _first.IsPlugged = false;
        _second = spare;
    }

    private FaultRates RatesOf(FaultKind kind)
    {
        int percent = random.Next(5, 60);
        return kind switch
        {
            FaultKind.Drop => new FaultRates { Drop = percent },
            FaultKind.Cut => new FaultRates { Cut = percent },
            FaultKind.Split => new FaultRates { Split = percent },
            FaultKind.Delay => new FaultRates { Delay = percent },
            FaultKind.Junk => new FaultRates { Junk = percent },
            FaultKind.Echo => new FaultRates { Echo = percent },
            FaultKind.Everything => new FaultRates
            {
                Drop = 10, Flip = 10, Cut = 10, Split = 10, Delay = 10, Junk = 10, Echo = 10,
            },
            _ => new FaultRates(),
        };
    }

    private int RandomCurrentMa() => random.Next(2) == 0 ? -random.Next(150, 40_000) : random.Next(150, MaxChargeMa);

    private void SetCurrents(Func<VirtualBattery, int> currentMa) => ForEach(battery => battery.Model.CurrentMa = currentMa(battery));

    private void ForEach(Action<VirtualBattery> action)
    {
        foreach (VirtualBattery battery in batteries.All)
        {
            action(battery);
        }
    }
}
