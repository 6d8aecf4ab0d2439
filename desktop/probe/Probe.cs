using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>
/// Reads other registers of the batteries between the polls of a master: at most one request a second, one battery at a time, and
/// only while the master has nothing to do for long enough. It ends by itself when a battery falls silent or an alarm comes.
/// </summary>
/// <remarks>As the master it reads no clock and never waits: call <see cref="Poll"/> when it says.</remarks>
public sealed class Probe
{
    /// <summary>From one extra request to the next, ms.</summary>
    public const int IntervalMs = 1000;

    /// <summary>How long the master must have nothing to do, ms.</summary>
    private const int MinIdleMs = ProbeExchange.WindowMs + 100;

    private readonly Monitor _monitor;
    private readonly ProbeOptions _options;
    private readonly IProbeOutput _output;
    private readonly ProbeExchange _exchange;
    private readonly Dictionary<Battery, ProbePlan> _plans = [];
    private Battery? _battery;
    private long _nextMs;
    private bool _wasCorrupt;

    /// <summary>Makes a probe that has asked nothing yet.</summary>
    /// <param name="port">The bus, the same one that the monitor has.</param>
    /// <param name="monitor">Finds and polls the batteries.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="output">Takes what is read.</param>
    public Probe(IBusPort port, Monitor monitor, ProbeOptions options, IProbeOutput output)
    {
        _monitor = monitor;
        _options = options;
        _output = output;
        _exchange = new ProbeExchange(port);
    }

    /// <summary>Why it has ended before its time; null: it has not.</summary>
    public string? Trouble { get; private set; }

    /// <summary>It has read all there is to read, or has stopped.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Something was read.</summary>
    public bool HasRead { get; private set; }

    /// <summary>Does what is due, on the master's side or its own.</summary>
    /// <returns>When to call again at the latest, ms.</returns>
    public long Poll(long nowMs)
    {
        if (_exchange.IsWaiting)
        {
            TakeAnswer(nowMs);
            return nowMs + 1;
        }

        long dueMs = _monitor.Poll(nowMs);
        if (IsDone)
        {
            return dueMs;
        }

        StopAtTrouble();
        bool isIdle = _monitor.Bus.Role == BusRole.Master && dueMs - nowMs >= MinIdleMs;
        if (!IsDone && isIdle && nowMs >= _nextMs && Choose() is { } plan)
        {
            _nextMs = nowMs + IntervalMs;
            _exchange.Send(plan.Next!, _battery!.BusId, nowMs);
            return nowMs + 1;
        }

        return dueMs;
    }

    private void TakeAnswer(long nowMs)
    {
        ProbeAnswer answer = _exchange.Poll(nowMs);
        ProbePlan plan = _plans[_battery!];
        switch (answer)
        {
            case ProbeAnswer.Registers:
                HasRead = true;
                _output.Read(_battery!, plan.Next!, _exchange.Registers, plan.Pass, nowMs);
                plan.TakeAnswer();
                break;
            case ProbeAnswer.Refused:
                plan.TakeRefusal(_exchange.Code);
                break;
            case ProbeAnswer.Corrupt when _wasCorrupt:
                Stop($"battery {_battery!.Number} gives no whole answer to {Words(plan.Next!)}");
                break;
            case ProbeAnswer.Silence:
                Stop($"battery {_battery!.Number} is silent after {Words(plan.Next!)}");
                break;
            default:
                break;
        }

        _wasCorrupt = answer == ProbeAnswer.Waiting ? _wasCorrupt : answer == ProbeAnswer.Corrupt;
        if (plan.Next == null && answer != ProbeAnswer.Waiting)
        {
            EndPass(plan);
        }
    }

    private void EndPass(ProbePlan plan)
    {
        if (plan.Pass == 1)
        {
            _output.Refused(_battery!, plan.Refused);
        }

        if (plan.Pass < _options.Passes && plan.HasRegisters)
        {
            plan.BeginPass();
        }

        // The next battery has its turn, or this one again.
        _battery = null;
        IsDone |= _plans.Values.All(each => each.Next == null) && !Asked().Any(battery => !_plans.ContainsKey(battery));
    }

    // The battery at hand, else the one whose pass is behind.
    private ProbePlan? Choose()
    {
        _battery ??= Asked().Where(battery => !_plans.TryGetValue(battery, out ProbePlan? plan) || plan.Next != null)
            .OrderBy(battery => _plans.GetValueOrDefault(battery)?.Pass ?? 0).FirstOrDefault();
        if (_battery == null)
        {
            return null;
        }

        if (!_plans.TryGetValue(_battery, out ProbePlan? plan))
        {
            plan = new ProbePlan(_options.From, _options.To);
            _plans.Add(_battery, plan);
        }

        return plan;
    }

    private IEnumerable<Battery> Asked()
    {
        for (int i = 0; i < _monitor.Bus.Batteries.Count; i++)
        {
            Battery battery = _monitor.Bus.Batteries[i];
            if (battery.State == BatteryState.Live && (_options.Number == null || battery.Number == _options.Number))
            {
                yield return battery;
            }
        }
    }

    private void StopAtTrouble()
    {
        foreach (Battery battery in _plans.Keys.Where(battery => battery.State != BatteryState.Live || battery.MissedPolls > 0))
        {
            Stop($"battery {battery.Number} no longer answers its polls");
        }

        for (int i = 0; i < _monitor.Alarms.Count && _plans.Count > 0; i++)
        {
            if (_monitor.Alarms[i].Severity == AlarmSeverity.Alarm)
            {
                Stop($"battery {_monitor.Alarms[i].Battery?.Number ?? 0} alarms: {_monitor.Alarms[i].Kind}");
            }
        }

        if (_plans.Count > 0 && _monitor.Bus.Role != BusRole.Master)
        {
            Stop("another display is the master of the bus");
        }
    }

    private void Stop(string trouble)
    {
        Trouble ??= trouble;
        IsDone = true;
    }

    private static string Words(ReadRequest request) =>
        $"function {request.Function}, registers 0x{request.Register:X4}-0x{request.Last:X4}";
}
