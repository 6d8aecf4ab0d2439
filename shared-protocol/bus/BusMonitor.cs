namespace ValenceNano.Protocol;

/// <summary>
/// The product's side of the bus: listens at start-up, stays a listener while another master talks, and is the master
/// otherwise. Everything it knows is in <see cref="Batteries"/> and <see cref="Counters"/>.
/// </summary>
public sealed class BusMonitor
{
    /// <summary>How long it listens before its first byte, ms: longer than a genuine display's pause between polls.</summary>
    public const int ListenFirstMs = 4000;

    /// <summary>Silence of another master after which it takes over from him, ms.</summary>
    public const int TakeOverMs = 60000;

    private readonly BusListener _listener;
    private readonly bool _mayBecomeMaster;
    private long _startMs = -1;

    /// <summary>What it does on the bus now.</summary>
    public BusRole Role;

    /// <summary>Makes a monitor that has not touched the bus yet.</summary>
    /// <param name="port">The bus; it belongs to this monitor from now on.</param>
    /// <param name="pollIntervalMs">From one poll of a battery to the next, 250..60000 ms.</param>
    /// <param name="start">
    /// How it begins: <see cref="BusRole.Starting"/> listens first, <see cref="BusRole.Master"/> speaks at once,
    /// <see cref="BusRole.Listener"/> never becomes the master.
    /// </param>
    public BusMonitor(IBusPort port, int pollIntervalMs, BusRole start)
    {
        Link = new BusLink(port, Counters);
        Master = new BusMaster(Link, Batteries, Counters, pollIntervalMs);
        _listener = new BusListener(Link, Batteries, Counters);
        _mayBecomeMaster = start != BusRole.Listener;
        Role = start;
    }

    /// <summary>The batteries, in the order of their serials.</summary>
    public readonly BatteryList Batteries = new();

    /// <summary>What happened so far.</summary>
    public readonly BusCounters Counters = new();

    /// <summary>
    /// Polled only while <see cref="Role"/> is Master. For a caller that knows that nothing can arrive: its <see cref="BusMaster.DueMs"/>.
    /// </summary>
    internal readonly BusMaster Master;

    /// <summary>For the last message.</summary>
    public readonly BusLink Link;

    /// <summary>Another master has been heard since the start.</summary>
    public bool IsMasterHeard => _listener.MasterHeardMs >= 0;

    /// <summary>Searches for batteries now. A listener cannot: it leaves that to the master it listens to.</summary>
    public void SearchAgain()
    {
        if (Role == BusRole.Master)
        {
            Master.SearchAgain();
        }
    }

    /// <summary>Takes what has arrived and does what is due.</summary>
    /// <returns>When to call again at the latest, ms.</returns>
    public long Poll(long nowMs)
    {
        if (Role == BusRole.Master)
        {
            return Master.Poll(nowMs);
        }

        long dueMs = _listener.Poll(nowMs);
        if (!_mayBecomeMaster)
        {
            return dueMs;
        }

        if (_startMs < 0)
        {
            _startMs = nowMs;
        }

        if (_listener.MasterHeardMs >= 0)
        {
            Role = BusRole.Listener;
        }

        long takeOverMs = Role == BusRole.Starting ? _startMs + ListenFirstMs : _listener.MasterHeardMs + TakeOverMs;
        if (nowMs >= takeOverMs)
        {
            Role = BusRole.Master;
            Batteries.TakeOver();
            return Master.Poll(nowMs);
        }

        return dueMs < takeOverMs ? dueMs : takeOverMs;
    }
}
