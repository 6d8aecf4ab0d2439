using System.Text;
using ValenceNano.Model;
using ValenceNano.Desktop;
using ValenceNano.Display;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>The whole product in virtual time, with one fault after the other.</summary>
internal sealed class Soak
{
    private const int PluggedCount = 4;
    private const int SpareCount = 2;
    private const long WarmUpMs = SoakClock.Minute;
    private const long MaxRecoveryMs = 10 * SoakClock.Second;

    private static readonly FaultKind[] Kinds = Enum.GetValues<FaultKind>();

    private readonly VirtualClock _clock = new();
    private readonly Random _random;
    private readonly VirtualWire _wire;
    private readonly FaultPort _faults;
    private readonly VirtualBatteries _batteries;
    private readonly MeteredPort _port;
    private readonly Troublemaker _trouble;
    private readonly Witness _witness;
    private readonly PageWitness _page;
    private readonly EnergyWitness _energy;
    private readonly SoakResult _result;
    private PanelDisplay _display = null!;
    private MemoryPanel _panel = null!;
    private PictureWitness _pictures = null!;
    private VirtualBattery? _unplugged;
    private long _unpluggedMs;
    private long _jumpMs;
    private long _startedMs;
    private long _nextFaultMs = SoakClock.Minute;
    private long _recoveringSinceMs = -1;
    private FaultKind _recoveringFrom;

    private Soak(int seed)
    {
        _random = new Random(seed);
        _result = new SoakResult { Seed = seed };
        _wire = new VirtualWire(_clock, seed);
        _batteries = new VirtualBatteries(_wire);
        for (int i = 0; i < PluggedCount + SpareCount; i++)
        {
            _batteries.Add(new VirtualBattery(Encoding.ASCII.GetBytes($"SOAK\n{seed:0000}-{i:00}"), 400 + (90 * i), (seed * 100) + i)
            {
                IsPlugged = i < PluggedCount,
            });
        }

        _faults = new FaultPort(_wire.OpenPort(), _clock, seed);
        _port = new MeteredPort(_faults);
        _trouble = new Troublemaker(_wire, _faults, _batteries, _random, _result);
        _trouble.ChangeWeather();
        _witness = new Witness(_batteries, _result);
        _page = new PageWitness(_result, seed);
        _energy = new EnergyWitness(_batteries, _result);
        StartMonitor();
    }

    private long NowMs => _clock.NowMs;

    /// <summary>Runs for some virtual days.</summary>
    public static SoakResult Run(int seed, double days)
    {
        Initialisers.Run();
        var soak = new Soak(seed);
        try
        {
            soak.RunUntil((long)(days * SoakClock.Day));
            BankDays.Run(soak._result, days);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            soak._result.Exceptions++;
            soak._result.Failures.Add($"seed {seed}, {soak.NowMs} ms: {e}");
        }

        soak._energy.Judge(soak._display.Monitor, soak.NowMs + soak._jumpMs);
        soak.CollectCounters();
        soak._result.SpoiltByNoise = soak._wire.SpoiltMessages;
        soak._result.Collisions = soak._wire.CollidedMessages;
        soak._result.SpoiltByFaults = soak._faults.SpoiltMessages;
        soak._result.VirtualHours = soak.NowMs / (double)SoakClock.Hour;
        return soak._result;
    }

    private void RunUntil(long endMs)
    {
        while (NowMs < endMs)
        {
            long dueMs = Poll() - _jumpMs;
            _witness.Check(_display, NowMs + _jumpMs, NowMs);
            _energy.Check(_display.Monitor, NowMs);
            _pictures.Check(NowMs + _jumpMs);
            _page.Check(NowMs + _jumpMs);
            MakeTrouble();
            NoticeRecovery();
            NoticeLoss();
            long nextMs = Math.Min(dueMs, Math.Min(_nextFaultMs, _trouble.Current == null ? long.MaxValue : _trouble.DueMs));
            _clock.NowUs = Math.Max(NowMs + 1, nextMs) * 1000;
        }
    }

    private long Poll()
    {
        long worldBefore = _port.Allocated;
        long before = GC.GetAllocatedBytesForCurrentThread();
        long dueMs = _display.Poll(NowMs + _jumpMs);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before - (_port.Allocated - worldBefore);
        if (NowMs - _startedMs > WarmUpMs)
        {
            _result.AllocatedBytes += allocated;
        }

        return dueMs;
    }

    private void MakeTrouble()
    {
        if (_trouble.Current is { } kind)
        {
            _trouble.Step(NowMs);
            if (NowMs >= _trouble.EndMs)
            {
                _trouble.End();
                _recoveringSinceMs = NowMs;
                _recoveringFrom = kind;
                _nextFaultMs = NowMs + _random.NextInt64(20 * SoakClock.Second, 4 * SoakClock.Minute);
            }
        }
        else if (NowMs >= _nextFaultMs)
        {
            BeginFault();
        }
    }

    private void BeginFault()
    {
        if (_recoveringSinceMs >= 0)
        {
            _result.Failures.Add($"seed {_result.Seed}, {NowMs} ms: not recovered from {_recoveringFrom}");
        }

        _trouble.ChangeWeather();
        FaultKind kind = Kinds[_random.Next(Kinds.Length)];
        _trouble.Begin(kind, NowMs);
        if (kind is FaultKind.Unplug or FaultKind.UnplugAndForget or FaultKind.Replace)
        {
            _unplugged = _trouble.First;
            _unpluggedMs = NowMs;
        }

        _nextFaultMs = long.MaxValue;
        if (kind == FaultKind.RestartMonitor)
        {
            CollectCounters();
            _energy.Judge(_display.Monitor, NowMs + _jumpMs);
            StartMonitor();
        }

        if (kind == FaultKind.ClockJump)
        {
            _jumpMs += SoakClock.ClockJump;
        }
    }

    private void NoticeRecovery()
    {
        if (_recoveringSinceMs < 0 || !IsWell())
        {
            return;
        }

        long took = NowMs - _recoveringSinceMs;
        _recoveringSinceMs = -1;
        _result.Recovery[_recoveringFrom].Add(took);
        if (took > MaxRecoveryMs)
        {
            _result.Failures.Add($"seed {_result.Seed}, {NowMs} ms: {took} ms to recover from {_recoveringFrom}");
        }
    }

    private void NoticeLoss()
    {
        if (_unplugged == null || Find(_unplugged)?.State == BatteryState.Live)
        {
            return;
        }

        _result.Losing.Add(NowMs - _unpluggedMs);
        _unplugged = null;
    }

    private Battery? Find(VirtualBattery battery) => _display.Monitor.Bus.Batteries.FindSerial(battery.Serial.ToArray(), 0);

    // Every battery that is awake is live, with values from after the fault.
    private bool IsWell()
    {
        foreach (VirtualBattery battery in _batteries.All)
        {
            if (!battery.IsAwake(_clock.NowUs))
            {
                continue;
            }

            Battery? known = Find(battery);
            if (known?.State != BatteryState.Live || known.ValuesMs - _jumpMs < _recoveringSinceMs)
            {
                return false;
            }
        }

        return true;
    }

    private void StartMonitor()
    {
        _panel = new MemoryPanel();
        _display = new PanelDisplay(new Monitor(_port, new Settings(), BusRole.Starting), _panel);
        _pictures = new PictureWitness(_display, _panel, _result);
        _startedMs = NowMs;
        _witness.ForgetMonitor();
        _energy.ForgetMonitor();
        _page.ForgetMonitor(_display.Monitor);
    }

    private void CollectCounters()
    {
        BusCounters counters = _display.Monitor.Bus.Counters;
        _result.Polls += counters.Polls;
        _result.Replies += counters.Replies;
        _result.CrcErrors += counters.CrcErrors;
        _result.Timeouts += counters.Timeouts;
        _result.WrongReplies += counters.WrongReplies;
        _result.Inconsistent += counters.Inconsistent;
        _result.JunkBytes += counters.JunkBytes;
        _result.Renumbered += counters.Renumbered;
    }
}
