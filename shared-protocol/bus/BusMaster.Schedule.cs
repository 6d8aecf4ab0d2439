namespace ValenceNano.Protocol;

/// <summary>What is due next: a search, a round of polls, a look for strays, or nothing.</summary>
public sealed partial class BusMaster
{
    // Begins what is due now, or soon enough; else waits for it. Polls go before discovery, and discovery follows them.
    private void BecomeIdle(long nowMs, bool isBehindCycle)
    {
        long sinceResetMs = nowMs - _lastResetMs;
        bool isInDoubt = ((_cycle.IsIdentityInDoubt || _strays.IsFound) && sinceResetMs >= MinResetIntervalMs)
            || (_strays.MayBeTwo && sinceResetMs >= MinResetOnJunkMs);
        bool allAreHere = _batteries.AllAreHere() && !_discovery.HasMoreToFind;
        long nextDiscoveryMs = _lastDiscoveryMs + (allAreHere ? _discoveryIntervalMs : SearchIntervalMs);
        bool discoveryIsDue = isBehindCycle
            ? nowMs + DiscoverySlackMs >= nextDiscoveryMs
            : nowMs >= nextDiscoveryMs && nowMs < _nextCycleMs;
        if (_mustReset || isInDoubt || discoveryIsDue)
        {
            BeginDiscovery(nowMs, isInDoubt);
        }
        else if (nowMs < _nextCycleMs)
        {
            Rest(nowMs, nextDiscoveryMs < _nextCycleMs ? nextDiscoveryMs : _nextCycleMs);
        }
        else if (!isBehindCycle || !LooksForStray(nowMs))
        {
            // Cycles that take longer than their interval leave no rest: one look between two of them.
            BeginCycle(nowMs);
        }
    }

    private bool LooksForStray(long nowMs)
    {
        if (!_strays.IsDue || !_strays.Ask(nowMs))
        {
            return false;
        }

        _activity = Activity.LookingForStrays;
        _dueMs = nowMs + _strays.WindowMs;
        return true;
    }

    // Nothing is due for a while: time to look for strays, if it is enough, else to wait.
    private void Rest(long nowMs, long untilMs)
    {
        if (nowMs + _strays.WindowMs <= untilMs && LooksForStray(nowMs))
        {
            return;
        }

        _activity = Activity.Idle;
        _dueMs = _expiryMs < untilMs ? _expiryMs : untilMs;

        // One look when no echo can come any more: a request that comes then is another master's.
        long echoEndMs = _link.EchoEndMs;
        _dueMs = nowMs < echoEndMs && echoEndMs < _dueMs ? echoEndMs : _dueMs;
    }

    private void BeginDiscovery(long nowMs, bool isInDoubt)
    {
        bool nobodyAnswers = _batteries.CountAnswering() == 0;
        int resetIntervalMs = IsWaking ? SearchIntervalMs : ResetIntervalMs;
        bool withReset = _mustReset || isInDoubt || (nobodyAnswers && nowMs - _lastResetMs >= resetIntervalMs);
        if (_mustForget)
        {
            _batteries.ForgetLost();
            _mustForget = false;
        }

        _counters.Renumbered += isInDoubt ? 1 : 0;
        if (withReset)
        {
            _cycle.SettleIdentities();
            _lastResetMs = nowMs;
            _mustReset = false;
            _strays.Stop();
        }
        else if (!nobodyAnswers)
        {
            _strays.Begin();
        }

        _activity = Activity.Discovering;
        _lastDiscoveryMs = nowMs;
        _dueMs = nowMs;
        _discovery.Begin(withReset);
    }

    private void BeginCycle(long nowMs)
    {
        long lateMs = nowMs - _nextCycleMs;
        bool isOnTime = lateMs >= 0 && lateMs < _pollIntervalMs;
        _nextCycleMs = (isOnTime ? _nextCycleMs : nowMs) + _pollIntervalMs;
        _activity = Activity.Polling;
        _dueMs = nowMs;
        _cycle.Begin();
    }
}
