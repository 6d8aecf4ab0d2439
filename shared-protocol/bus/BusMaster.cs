namespace ValenceNano.Protocol;

/// <summary>
/// The master of the bus, in place of the genuine display: power-up message, discovery, a poll of every battery every few
/// seconds, discovery again for batteries plugged in later, and behind that a few reads for those that discovery cannot find
/// (<see cref="StrayIds"/>). It sends nothing else, and writes to no register.
/// </summary>
/// <remarks>
/// A state machine: it reads no clock and never waits. <see cref="Poll"/> does what is due and says when it wants to be
/// called again. All times are ms on one clock that never runs backwards.
/// </remarks>
public sealed partial class BusMaster
{
    /// <summary>Shortest time from one poll cycle to the next, ms.</summary>
    public const int MinPollIntervalMs = 250;

    /// <summary>Time from one poll cycle to the next as the genuine display has it, ms.</summary>
    public const int DefaultPollIntervalMs = 3000;

    /// <summary>Longest time from one poll cycle to the next, ms.</summary>
    public const int MaxPollIntervalMs = 60000;

    /// <summary>From one discovery to the next while every known battery answers, ms (log).</summary>
    private const int DiscoveryIntervalMs = 33000;

    /// <summary>
    /// From one discovery to the next while a known battery, every battery or the end of the rounds is missing, ms. Also of a
    /// master that polls more seldom: one that listens before it speaks must not take the bus for a silent one.
    /// </summary>
    private const int SearchIntervalMs = 3000;

    /// <summary>Discovery that is due this soon begins now, right behind a poll cycle, and so delays none, ms.</summary>
    private const int DiscoverySlackMs = 1500;

    /// <summary>From one power-up message to the next while no battery answers, ms.</summary>
    private const int ResetIntervalMs = 60000;

    /// <summary>From one power-up message to the next while it is in doubt who answers, ms.</summary>
    private const int MinResetIntervalMs = 5000;

    /// <summary>The same while nothing but junk tells of somebody there, ms: on a line that brings it by itself.</summary>
    private const int MinResetOnJunkMs = 600_000;

    /// <summary>How much later than its third poll a value may be and still count as live, ms.</summary>
    private const int LateMs = 500;

    private enum Activity
    {
        Idle,
        Discovering,
        Polling,
        LookingForStrays,
    }

    private readonly BatteryList _batteries;
    private readonly BusCounters _counters;
    private readonly BusLink _link;
    private readonly Discovery _discovery;
    private readonly PollCycle _cycle;
    private readonly StrayIds _strays;
    private readonly int _pollIntervalMs;
    private readonly int _discoveryIntervalMs;
    private Activity _activity;
    private long _dueMs;
    private bool _mustReset = true;
    private bool _mustForget;
    private long _nextCycleMs;
    private long _lastDiscoveryMs;
    private long _lastResetMs;
    private long _expiryMs;

    /// <summary>A round of polls has begun and is not over.</summary>
    public bool IsPolling => _activity == Activity.Polling;

    /// <summary>What <see cref="Poll"/> returns when it has heard another master: we must speak no more.</summary>
    internal const long HeardAnother = -1;

    /// <summary>When something is due if nothing arrives until then, ms.</summary>
    public long DueMs => _dueMs;

    /// <summary>As <see cref="BusMonitor.IsWaking"/>.</summary>
    internal bool IsWaking { get; set; }

    /// <summary>The request of the other master that has been heard.</summary>
    internal MessageKind Another { get; private set; }

    /// <summary>Makes a master that has sent nothing yet.</summary>
    /// <param name="link">The bus; it belongs to this master from now on.</param>
    /// <param name="batteries">Where batteries are kept.</param>
    /// <param name="counters">Where faults are counted.</param>
    /// <param name="pollIntervalMs">From one poll cycle to the next, 250..60000 ms.</param>
    public BusMaster(BusLink link, BatteryList batteries, BusCounters counters, int pollIntervalMs)
    {
        if (pollIntervalMs < MinPollIntervalMs || pollIntervalMs > MaxPollIntervalMs)
        {
            throw new System.ArgumentOutOfRangeException(nameof(pollIntervalMs));
        }

        _link = link;
        _batteries = batteries;
        _counters = counters;
        _pollIntervalMs = pollIntervalMs;
        bool isSlow = pollIntervalMs > DefaultPollIntervalMs;
        _discoveryIntervalMs = isSlow ? SearchIntervalMs : DiscoveryIntervalMs;
        int liveMs = (isSlow ? pollIntervalMs : DefaultPollIntervalMs) * Battery.MaxMissedPolls + LateMs;
        _discovery = new Discovery(link, batteries, counters);
        _cycle = new PollCycle(link, batteries, counters, liveMs);
        _strays = new StrayIds(link, batteries);
    }

    /// <summary>
    /// Searches anew as soon as the bus is free: forgets the batteries that are lost (not those that sleep), and begins
    /// with the power-up message.
    /// </summary>
    public void SearchAgain()
    {
        _mustReset = true;
        _mustForget = true;
        if (_activity == Activity.Idle)
        {
            _dueMs = 0;
        }
    }

    /// <summary>Speaks no more. If it is called again it begins anew, with the power-up message.</summary>
    internal void Stop()
    {
        _activity = Activity.Idle;
        _cycle.Stop();
        _mustReset = true;
        _dueMs = 0;
        _expiryMs = 0;
    }

    /// <summary>Takes what has arrived and does what is due, unless another master is heard.</summary>
    /// <returns>
    /// When to call again at the latest, ms. While an answer is waited for that is in 1 ms: a later call finds the answer
    /// all the same, it only costs time on the bus. <see cref="HeardAnother"/>: not at all, but for the next start.
    /// </returns>
    public long Poll(long nowMs)
    {
        bool hasInput = _link.Receive(nowMs);
        if (hasInput && HearsAnother(nowMs))
        {
            return HeardAnother;
        }

        while (nowMs >= _dueMs)
        {
            // Even if nothing may be sent: on a noisy bus an old value must not stay live for so long.
            if (nowMs >= _expiryMs)
            {
                _expiryMs = _batteries.Expire(nowMs);
            }

            if (!_link.MaySend(nowMs))
            {
                return nowMs + 1;
            }

            // The line is quiet. A false beginning may have held back a whole message until now; what is cut off must
            // not count as an answer to what is sent next.
            _link.EndBurst();
            if (HearsAnother(nowMs))
            {
                return HeardAnother;
            }

            Advance(nowMs);
        }

        bool isWaiting = _activity != Activity.Idle && (_discovery.IsWaiting || _cycle.IsWaiting);
        return isWaiting || (hasInput && _link.MayHaveMore) ? nowMs + 1 : _dueMs;
    }

    // Takes all that is whole, up to the first request that is not our own come back.
    private bool HearsAnother(long nowMs)
    {
        for (MessageKind kind = _link.Next(nowMs); kind != MessageKind.None; kind = _link.Next(nowMs))
        {
            if (MessageFormat.IsFromMaster(kind))
            {
                if (!_link.TakeEcho())
                {
                    Another = kind;
                    return true;
                }

                continue;
            }

            if (EndsWaiting(kind, nowMs))
            {
                _dueMs = nowMs;
            }
        }

        return false;
    }

    private bool EndsWaiting(MessageKind kind, long nowMs)
    {
        if (_activity == Activity.Discovering)
        {
            return _discovery.OnMessage(kind);
        }

        return (_activity == Activity.LookingForStrays && _strays.OnMessage(kind)) || _cycle.OnMessage(kind, nowMs);
    }

    private void Advance(long nowMs)
    {
        switch (_activity)
        {
            case Activity.Discovering:
                _dueMs = _discovery.Advance(nowMs);
                if (_discovery.IsDone && _discovery.HasFound)
                {
                    BeginCycle(nowMs);
                }
                else if (_discovery.IsDone)
                {
                    BecomeIdle(nowMs, isBehindCycle: false);
                }

                break;
            case Activity.Polling:
                _dueMs = _cycle.Advance(nowMs);
                if (_cycle.IsDone)
                {
                    _batteries.EndCycle();
                    BecomeIdle(nowMs, isBehindCycle: true);
                }

                break;
            case Activity.LookingForStrays:
                _strays.CloseWindow();
                BecomeIdle(nowMs, isBehindCycle: false);
                break;
            default:
                BecomeIdle(nowMs, isBehindCycle: false);
                break;
        }
    }
}
