namespace ValenceNano.Protocol;

/// <summary>
/// The product's side of the bus: listens at start-up, stays a listener while another master talks, and is the master
/// otherwise. Everything it knows is in <see cref="Batteries"/> and <see cref="Counters"/>.
/// </summary>
/// <remarks>
/// A master that hears another one gives way at once. If it had spoken itself just before, the other may be one of our own, has
/// heard that, and gives way in the same moment; so both listen for a little while only, and not for the same, and who is first
/// is the master. If it had not, the other has heard nothing that could silence it.
/// </remarks>
public sealed class BusMonitor
{
    /// <summary>How long a reply may take on a cable, ms; the log has 5 to 9, an adapter on USB adds up to 16 twice.</summary>
    public const int ReplyMs = 50;

    /// <summary>The longest time that a reply may be waited for, ms: two rounds of discovery then take 12 s.</summary>
    public const int MaxReplyMs = 1000;

    /// <summary>How long it listens before its first byte, ms: longer than a genuine display's pause between polls.</summary>
    public const int ListenFirstMs = 4000;

    /// <summary>The longest time that it listens beyond <see cref="ListenFirstMs"/>, for displays that were switched on together, ms.</summary>
    public const int MaxPauseMs = 2047;

    /// <summary>Silence of another master after which it takes over from him, ms; more if he is known to be silent for long.</summary>
    public const int TakeOverMs = 60000;

    /// <summary>Two that speak within this time may not have heard each other before, ms: over a network they are that far apart.</summary>
    private const int TogetherMs = 500;

    /// <summary>Who is still heard so long after we gave way has not given way himself, ms.</summary>
    private const int SettledMs = 1000;

    /// <summary>How much later than his longest silence another master may be, ms.</summary>
    private const int LateMs = 1000;

    private readonly BusMaster _master;
    private readonly BusListener _listener;
    private BusRole _role;
    private readonly bool _mayBecomeMaster;
    private int _random;
    private int _pauseMs;
    private long _startMs = -1;
    private long _yieldedMs;
    private bool _mayHaveYieldedToo;

    /// <summary>Makes a monitor that has not touched the bus yet.</summary>
    /// <param name="port">The bus; it belongs to this monitor from now on.</param>
    /// <param name="pollIntervalMs">From one poll of a battery to the next, 250..60000 ms.</param>
    /// <param name="start">
    /// How it begins: <see cref="BusRole.Starting"/> listens first, <see cref="BusRole.Master"/> speaks at once,
    /// <see cref="BusRole.Listener"/> never becomes the master.
    /// </param>
    /// <param name="deviceNumber">
    /// Another one for each device, so that of two on one bus one speaks first; 0: it never waits longer than it must.
    /// </param>
    /// <param name="replyMs">
    /// How long a reply may take, <see cref="ReplyMs"/> to <see cref="MaxReplyMs"/>: what it is longer than on a cable, discovery's
    /// slots, echoes and the pauses within a message are longer too.
    /// </param>
    public BusMonitor(IBusPort port, int pollIntervalMs, BusRole start, int deviceNumber = 0, int replyMs = ReplyMs)
    {
        Link = new BusLink(port, Counters, replyMs - ReplyMs);
        _master = new BusMaster(Link, Batteries, Counters, pollIntervalMs);
        _listener = new BusListener(Link, Batteries, Counters);
        _mayBecomeMaster = start != BusRole.Listener;
        _random = deviceNumber;
        _role = start;
        ChoosePause();
    }

    /// <summary>What it does on the bus now.</summary>
    public BusRole Role => _role;

    /// <summary>The batteries, in the order of their serials.</summary>
    public BatteryList Batteries { get; } = new();

    /// <summary>What happened so far.</summary>
    public BusCounters Counters { get; } = new();

    /// <summary>For the last message.</summary>
    public BusLink Link { get; }

    /// <summary>
    /// Polled only while <see cref="Role"/> is Master. For a caller that knows that nothing can arrive: its <see cref="BusMaster.DueMs"/>.
    /// </summary>
    internal BusMaster Master => _master;

    /// <summary>Another master has been heard since the start.</summary>
    public bool IsMasterHeard => _listener.MasterHeardMs >= 0;

    /// <summary>As the master it is asking one battery after the other, and has not asked all yet.</summary>
    public bool IsPolling => Role == BusRole.Master && Master.IsPolling;

    /// <summary>
    /// Those that sleep are being woken for a few seconds, and may have kept their bus ids: while nobody answers, each search of the master
    /// begins with the power-up message.
    /// </summary>
    public bool IsWaking
    {
        get => _master.IsWaking;
        set => _master.IsWaking = value;
    }

    /// <summary>
    /// Forgets the batteries that are lost, and searches now. A listener cannot search: it leaves that to the master it listens to.
    /// </summary>
    public void SearchAgain()
    {
        if (_role == BusRole.Master)
        {
            _master.SearchAgain();
        }
        else
        {
            Batteries.ForgetLost();
        }
    }

    /// <summary>Takes what has arrived and does what is due.</summary>
    /// <returns>When to call again at the latest, ms.</returns>
    public long Poll(long nowMs)
    {
        if (_role == BusRole.Master)
        {
            long masterDueMs = _master.Poll(nowMs);
            return masterDueMs != BusMaster.HeardAnother ? masterDueMs : Yield(nowMs);
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
            _role = BusRole.Listener;
        }

        long takeOverMs = TakeOverDueMs();
        if (nowMs >= takeOverMs)
        {
            return TakeOver(nowMs);
        }

        return dueMs < takeOverMs ? dueMs : takeOverMs;
    }

    // At once, and with the message that told of the other: it may be the one that takes all bus ids away.
    private long Yield(long nowMs)
    {
        Counters.Yielded++;
        _role = BusRole.Listener;
        Batteries.ForgetBusIds(nowMs);
        _yieldedMs = nowMs;
        _mayHaveYieldedToo = nowMs - Link.LastSentMs < TogetherMs;
        ChoosePause();
        MessageKind another = _master.Another;
        _master.Stop();
        return _listener.Begin(another, nowMs);
    }

    private long TakeOver(long nowMs)
    {
        _role = BusRole.Master;
        Batteries.TakeOver();
        return Poll(nowMs);
    }

    private long TakeOverDueMs()
    {
        if (_role == BusRole.Starting)
        {
            return _startMs + ListenFirstMs + _pauseMs;
        }

        long heardMs = _listener.MasterHeardMs;
        if (_mayHaveYieldedToo && heardMs - _yieldedMs < SettledMs)
        {
            return heardMs + ListenFirstMs + _pauseMs;
        }

        int silenceMs = (2 * _listener.MasterSilenceMs) + LateMs;
        return heardMs + (silenceMs > TakeOverMs ? silenceMs : TakeOverMs);
    }

    private void ChoosePause()
    {
        if (_random != 0)
        {
            _random = (_random * 1103515245) + 12345;
            _pauseMs = (_random >> 16) & MaxPauseMs;
        }
    }
}
