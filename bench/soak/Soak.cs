using System.Text;
using ValenceNano.Display;
using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>The whole product in virtual time, by itself or as the firmware on a device, with one fault after the other.</summary>
internal sealed class Soak
{
    private const int PluggedCount = 4;
    private const int SpareCount = 2;
    private const long WarmUpMs = SoakClock.Minute;
    private const long MaxRecoveryMs = 10 * SoakClock.Second;
    private const long MinGapMs = 10 * SoakClock.Second;

    private static readonly FaultKind[] Kinds = Enum.GetValues<FaultKind>();

    private readonly VirtualClock _clock = new();
    private readonly Random _random;
    private readonly VirtualWire _wire;
    private readonly FaultPort _faults;
    private readonly VirtualBatteries _batteries;
    private readonly Troublemaker _trouble;
    private readonly PanelTrouble _panelTrouble;
    private readonly Witness _witness;
    private readonly PageWitness _page;
    private readonly EnergyWitness _energy;
    private readonly PictureWitness _pictures;
    private readonly SoakHead _head;
    private readonly SoakResult _result;
    private VirtualBattery? _unplugged;
    private long _unpluggedMs;
    private long _jumpMs;
    private long _startedMs;
    private long _nextFaultMs = SoakClock.Minute;
    private long _recoveringSinceMs = -1;
    private FaultKind _recoveringFrom;

    private Soak(int seed, int? instructionUs)
    {
        _random = new Random(seed);
        _result = new SoakResult { Seed = seed };
        var rig = new FirmwareRig(seed, clock: _clock);
        rig.Settings.Set(SettingId.RestPage, (int)RestPage.Round);
        _wire = rig.Wire;
        _batteries = rig.Batteries;
        _faults = rig.Line;
        for (int i = 0; i < PluggedCount + SpareCount; i++)
        {
            _batteries.Add(new VirtualBattery(Encoding.ASCII.GetBytes($"SOAK\n{seed:0000}-{i:00}"), 400 + (90 * i), (seed * 100) + i)
            {
                IsPlugged = i < PluggedCount,
            });
        }

        var port = new MeteredPort(_faults);
        _head = instructionUs is { } us ? new DeviceHead(rig, port, us) : new IdealHead(_clock, port, deviceNumber: seed);
        _trouble = new Troublemaker(_wire, _faults, _batteries, _random, _result);
        _trouble.ChangeWeather();
        _panelTrouble = new PanelTrouble(_random);
        _witness = new Witness(_batteries, _result);
        _page = new PageWitness(_result, seed);
        _energy = new EnergyWitness(_batteries, _result);
        _pictures = new PictureWitness(_head, _result);
    }

    private long NowMs => _clock.NowMs;

    /// <summary>Runs for some virtual days.</summary>
    /// <param name="seed">The same gives the same faults.</param>
    /// <param name="days">How many.</param>
    /// <param name="instructionUs">How long an instruction takes on the device, us; null: the product by itself.</param>
    public static SoakResult Run(int seed, double days, int? instructionUs)
    {
        Initialisers.Run();
        var soak = new Soak(seed, instructionUs);
        try
        {
            soak.RunUntil((long)(days * SoakClock.Day));
            BankDays.Run(soak._result, days);
            StoreDays.Run(soak._result, days);
            WifiDays.Run(soak._result, days);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            soak._result.Exceptions++;
            soak._result.Failures.Add($"seed {seed}, {soak.NowMs} ms: {e}");
        }

        soak.JudgeEnergy();
        soak.CollectCounters();
        soak._result.Exceptions += soak._head.Reboots;
        soak._result.CorruptedByNoise = soak._wire.CorruptedMessages;
        soak._result.Collisions = soak._wire.CollidedMessages;
        soak._result.CorruptedByFaults = soak._faults.CorruptedMessages;
        soak._result.VirtualHours = soak.NowMs / (double)SoakClock.Hour;
        return soak._result;
    }

    private void RunUntil(long endMs) => _head.Run(
        () =>
        {
            if (_head.Display is { } display)
            {
                Turn(display);
            }

            return NowMs < endMs;
        },
        () => Math.Min(_nextFaultMs, _trouble.Current == null ? long.MaxValue : _trouble.DueMs));

    private void Turn(PanelDisplay display)
    {
        if (NowMs - _startedMs > WarmUpMs && _head.Allocated != 0)
        {
            _result.AllocatedBytes += _head.Allocated;
            _result.Failures.Add($"seed {_result.Seed}, {NowMs} ms: {_head.Allocated} bytes allocated in {_trouble.Current}, the last was {_recoveringFrom}");
        }

        if (!_witness.Check(display, _head.ProductMs, NowMs))
        {
            _result.Failures.Add($"seed {_result.Seed}, {NowMs} ms: a false value in {_trouble.Current}, the last was {_recoveringFrom}");
        }

        _energy.Check(display.Monitor, NowMs);
        _pictures.Check(display);
        _page.Check(display.Monitor, _head.ProductMs);
        MakeTrouble(display);
        NoticeRecovery();
        NoticeLoss();
    }

    private void MakeTrouble(PanelDisplay display)
    {
        if (_trouble.Current is { } kind)
        {
            _trouble.Step(NowMs);
            if (kind == FaultKind.RenewPanel)
            {
                _panelTrouble.Step(display, NowMs, _head.ProductMs);
            }

            if (NowMs >= _trouble.EndMs)
            {
                _trouble.End();
                if (kind == FaultKind.RenewPanel)
                {
                    PanelTrouble.End(display);
                }

                _recoveringSinceMs = NowMs;
                _recoveringFrom = kind;
                _nextFaultMs = NowMs + _random.NextInt64(MaxRecovery(kind) + MinGapMs, 4 * SoakClock.Minute);
                if (kind == FaultKind.ListenerLife)
                {
                    Restart(BusRole.Starting);
                }
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
            Restart(BusRole.Starting);
        }

        if (kind == FaultKind.ListenerLife)
        {
            Restart(BusRole.Listener);
        }

        if (kind == FaultKind.ClockJump)
        {
            _jumpMs += SoakClock.ClockJump;
            _head.JumpClock(SoakClock.ClockJump);
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
        if (took > MaxRecovery(_recoveringFrom))
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

    private Battery? Find(VirtualBattery battery) => _head.Display?.Monitor.Bus.Batteries.FindSerial(battery.Serial.ToArray(), 0);

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

    // Behind another master the product listens for a minute longer; its last word may be the first that a new monitor hears.
    private static long MaxRecovery(FaultKind kind) => MaxRecoveryMs
        + (kind is FaultKind.AnotherMaster or FaultKind.RenumberingMaster or FaultKind.ListenerLife ? BusMonitor.TakeOverMs : 0);

    private void Restart(BusRole start)
    {
        CollectCounters();
        JudgeEnergy();
        _head.Restart(start);
        _startedMs = NowMs;
        _witness.ForgetMonitor();
        _energy.ForgetMonitor();
    }

    private void JudgeEnergy()
    {
        if (_head.Display is { } display)
        {
            _energy.Judge(display.Monitor, _head.ProductMs);
        }
    }

    private void CollectCounters()
    {
        if (_head.Display == null)
        {
            return;
        }

        BusCounters counters = _head.Display.Monitor.Bus.Counters;
        _result.Polls += counters.Polls;
        _result.Replies += counters.Replies;
        _result.CrcErrors += counters.CrcErrors;
        _result.Timeouts += counters.Timeouts;
        _result.WrongReplies += counters.WrongReplies;
        _result.Inconsistent += counters.Inconsistent;
        _result.JunkBytes += counters.JunkBytes;
        _result.Renumbered += counters.Renumbered;
        _result.Yielded += counters.Yielded;
        _result.Refused += counters.Refused;
        _result.OtherReplies += counters.OtherReplies;
    }
}
