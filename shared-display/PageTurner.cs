using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>
/// Decides which page is shown, how bright, and where on the panel. It rests on the bank, or turns all pages by itself, as is set; a
/// page that the user turned to stays longer; an alarm that nobody has acknowledged stands before all others.
/// </summary>
/// <remarks>
/// The order: the bank, what is wrong (if anything is), energy and the last day, each battery with its cells and its health, the bus.
/// A state machine like the bus master: it reads no clock.
/// </remarks>
public sealed partial class PageTurner
{
    /// <summary>How long a page stays by itself, ms.</summary>
    public const int TurnMs = 5000;

    /// <summary>How long a page stays that the user turned to, ms.</summary>
    public const int StayMs = 30000;

    /// <summary>Without a press or a change for so long the panel is dimmed, ms.</summary>
    public const int DimAfterMs = 600000;

    /// <summary>From one step of the picture, to save the panel's pixels, to the next, ms.</summary>
    public const int MoveMs = 60000;

    /// <summary>How long a page that is to turn by itself waits for a round of polls to end, ms.</summary>
    private const int MaxWaitMs = 500;

    /// <summary>From one beat to the next, ms: ages on the pages count in seconds.</summary>
    public const int BeatMs = 1000;

    /// <summary>An alarm shown for less is not what the button was pressed for, ms: a press is told 350 ms after its end.</summary>
    internal const int MinSeenMs = 1000;

    private const int MinuteMs = 60000;

    // Positions in the order. The one of the alarms is passed over while there are none, those of energy and graph while there is no
    // battery: the others keep theirs.
    private const int HomePosition = 0;
    private const int AlarmPosition = 1;
    private const int EnergyPosition = 2;
    private const int GraphPosition = 3;
    private const int FirstBatteryPosition = 4;
    private const int PagesPerBattery = 3;

    private readonly BusMonitor _bus;
    private readonly Monitor _monitor;
    private PageKind _home = PageKind.Searching;
    private int _position;
    private bool _stays;
    private bool _isPreempted;
    private bool _turnsBehindPolls;
    private bool _userDimmed;
    private bool _mustDraw;
    private long _turnMs;
    private long _beatMs;
    private long _activeMs;
    private long _newsMs;
    private int _revision;
    private int _live = -1;
    private int _news;

    /// <summary>Starts at the first page.</summary>
    /// <param name="monitor">For what there is to show and how, and to search again.</param>
    public PageTurner(Monitor monitor)
    {
        _bus = monitor.Bus;
        _monitor = monitor;
        _network = monitor.Network;
    }

    /// <summary>The page to show.</summary>
    public PageKind Page { get; private set; } = PageKind.Searching;

    /// <summary>The place in the list of the battery that it is about, 0..; -1 if it is about none.</summary>
    public int BatteryIndex { get; private set; } = -1;

    /// <summary>The panel is less bright than it can be.</summary>
    public bool IsDim { get; private set; }

    /// <summary>The panel is dark.</summary>
    public bool IsBlank { get; private set; }

    /// <summary>Changes every second: whoever sees it change sees that the loop runs.</summary>
    public bool Beat { get; private set; }

    /// <summary>How far to the right the picture is to be drawn now, 0..<see cref="Canvas.MaxOrigin"/> columns.</summary>
    public int Origin { get; private set; }

    /// <summary>The memory row to be shown at the top now: 0, or 63, which is always dark, for one row further down.</summary>
    public int StartLine { get; private set; }

    /// <summary>When to call <see cref="Update"/> again at the latest, ms.</summary>
    public long DueMs => _beatMs < _turnMs ? _beatMs : _turnMs;

    /// <summary>Takes what the button was used for. On a dark panel any use only wakes it, and shows the first page.</summary>
    public void Press(ButtonEvent press, long nowMs)
    {
        if (press == ButtonEvent.None)
        {
            return;
        }

        _activeMs = nowMs;
        _mustDraw = true;
        if (IsBlank)
        {
            TurnTo(HomePosition, nowMs, TurnMs);
            return;
        }

        switch (press)
        {
            case ButtonEvent.Short when _isPreempted && nowMs - _newsMs < MinSeenMs:
                break;
            case ButtonEvent.Short when _isPreempted:
                _monitor.Alarms.AcknowledgeSeen(AlarmPage.Others(_monitor.Alarms.Count));
                TurnTo(HomePosition, nowMs, TurnMs);
                break;
            case ButtonEvent.Short:
                TurnTo(_position + 1, nowMs, StayMs);
                break;
            case ButtonEvent.Long:
                _bus.SearchAgain();
                TurnTo(HomePosition, nowMs, TurnMs);
                break;
            default:
                _userDimmed = !IsDim;
                break;
        }
    }

    /// <summary>The next <see cref="Update"/> is to say that the page must be drawn, whether anything has changed or not.</summary>
    public void MustDraw() => _mustDraw = true;

    /// <summary>Looks at what has changed and what time it is.</summary>
    /// <returns>True: the page is to be drawn anew.</returns>
    public bool Update(long nowMs)
    {
        bool isNew = _mustDraw || IsNetworkNew || _revision != _bus.Batteries.Revision;
        if (!isNew && nowMs < DueMs)
        {
            return false;
        }

        _mustDraw = false;
        _revision = _bus.Batteries.Revision;
        if (nowMs >= _beatMs)
        {
            _beatMs = nowMs - (nowMs % BeatMs) + BeatMs;
            Beat = !Beat;
        }

        NoticeChanges(nowMs);
        if (IsNetworkNew)
        {
            NoticeNetwork(nowMs);
        }

        if (IsTurnDue(nowMs))
        {
            TurnByItself(nowMs);
        }

        ChoosePage();
        ChooseLight(nowMs);
        ChoosePlace(nowMs);
        return true;
    }

    // A new page takes the device 100 ms to draw and to send, in which no battery is asked: one that turns by itself waits for the
    // round of polls to end.
    private bool IsTurnDue(long nowMs)
    {
        if (nowMs >= _turnMs && _bus.IsPolling && !_turnsBehindPolls)
        {
            _turnsBehindPolls = true;
            _turnMs = nowMs + MaxWaitMs;
        }

        return nowMs >= _turnMs || (_turnsBehindPolls && !_bus.IsPolling);
    }

    private void NoticeChanges(long nowMs)
    {
        if (_live == _monitor.Bank.LiveCount && _news == _monitor.Alarms.News)
        {
            return;
        }

        bool isFirst = _live < 0;
        _newsMs = _news != _monitor.Alarms.News ? nowMs : _newsMs;
        _live = _monitor.Bank.LiveCount;
        _news = _monitor.Alarms.News;
        _activeMs = nowMs;
        PageKind home = HomePage.Of(_monitor.Bank, _bus.Batteries);
        if (isFirst || (home != _home && !_stays))
        {
            TurnTo(HomePosition, nowMs, TurnMs);
        }

        _home = home;
    }

    private void TurnByItself(long nowMs)
    {
        if (IsSetUp)
        {
            TurnTo(_position + 1, nowMs, IsCode(_position + 1) ? CodeMs : TurnMs);
            return;
        }

        bool rests = _monitor.Settings.Get(SettingId.RestPage) == (int)RestPage.Bank;
        TurnTo(rests ? HomePosition : _position + 1, nowMs, TurnMs);
    }

    private void TurnTo(int position, long nowMs, int forMs)
    {
        _showsAddress = false;
        _position = position;
        _turnMs = nowMs + forMs;
        _stays = forMs == StayMs;
        _turnsBehindPolls = false;
    }

    private void ChoosePage()
    {
        Alarm unseen = _monitor.Alarms.WorstUnseen;
        _isPreempted = unseen != null && unseen.WorstUnseen == AlarmSeverity.Alarm;
        if (StandsBeforeOthers())
        {
            return;
        }

        int bus = FirstBatteryPosition + (PagesPerBattery * _bus.Batteries.Count);
        if (_position > (_networkState == NetworkState.Off ? bus : bus + 1))
        {
            _position = HomePosition;
        }

        if (_position == AlarmPosition && _monitor.Alarms.Count == 0)
        {
            _position++;
        }

        if (_position > AlarmPosition && _bus.Batteries.Count == 0)
        {
            _position = _position > bus ? bus + 1 : bus;
        }

        int place = _position - FirstBatteryPosition;
        bool isOfBattery = !_isPreempted && place >= 0 && _position < bus;
        BatteryIndex = isOfBattery ? place / PagesPerBattery : -1;
        if (isOfBattery)
        {
            Page = PageKind.Battery + (place % PagesPerBattery);
        }
        else if (_isPreempted || _position == AlarmPosition)
        {
            Page = PageKind.Alarm;
        }
        else if (_position == EnergyPosition || _position == GraphPosition)
        {
            Page = _position == EnergyPosition ? PageKind.Energy : PageKind.Graph;
        }
        else
        {
            Page = _position == bus ? PageKind.Bus : _position > bus ? PageKind.Network : HomePage.Of(_monitor.Bank, _bus.Batteries);
        }
    }
}
