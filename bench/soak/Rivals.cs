using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>Another master on the wire, for as long as a fault wants one.</summary>
internal sealed class Rivals
{
    private const int IntervalMs = 3000;
    private const int MaxBusId = 40;

    private readonly Random _random;
    private readonly VirtualBatteries _batteries;
    private readonly RivalMaster _rival;
    private FaultKind? _kind;
    private long _pollMs;
    private long _changeMs;

    public Rivals(VirtualWire wire, VirtualBatteries batteries, Random random)
    {
        _random = random;
        _batteries = batteries;
        _rival = new RivalMaster(wire, IntervalMs, BatteryList.FirstBusId, idStep: 1) { IsConnected = false };
    }

    /// <summary>When <see cref="Step"/> wants to be called, ms.</summary>
    public long DueMs => _kind == null ? long.MaxValue : Math.Min(_pollMs, _changeMs);

    /// <summary>It is switched on.</summary>
    public void Begin(FaultKind kind, long nowMs)
    {
        _kind = kind;
        _rival.IsConnected = true;
        _rival.Restart(_random.Next(BatteryList.FirstBusId, MaxBusId));
        _pollMs = nowMs;
        ChooseChange(nowMs);
    }

    /// <summary>It speaks, and what is on its bus changes at times.</summary>
    public void Step(long nowMs)
    {
        if (nowMs >= _changeMs)
        {
            Change();
            ChooseChange(nowMs);
        }

        _pollMs = Math.Max(_rival.Poll(nowMs), nowMs + 1);
    }

    /// <summary>It is switched off.</summary>
    public void End()
    {
        _kind = null;
        _rival.IsConnected = false;
    }

    private void Change()
    {
        if (_kind == FaultKind.RenumberingMaster || _random.Next(3) == 0)
        {
            _rival.Restart(_random.Next(BatteryList.FirstBusId, MaxBusId));
            return;
        }

        VirtualBattery battery = _batteries.All[_random.Next(_batteries.All.Count)];
        if (_random.Next(3) == 0)
        {
            battery.Restart();
        }
        else
        {
            battery.Model.CurrentMa = _random.Next(2) == 0 ? 0 : _random.Next(150, Troublemaker.MaxChargeMa);
        }
    }

    private void ChooseChange(long nowMs) => _changeMs = _kind == FaultKind.AnotherMaster
        ? long.MaxValue
        : nowMs + _random.NextInt64(10 * SoakClock.Second, 40 * SoakClock.Second);
}
