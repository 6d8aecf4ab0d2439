using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>
/// Decides which page is shown, how bright, and where on the panel. Pages turn by themselves; one that the user turned to
/// stays longer; an alarm that nobody has acknowledged stands before all others.
/// </summary>
/// <remarks>
/// The order: the bank, what is wrong (if anything is), each battery and its cells, the bus. A state machine like the bus
/// master: it reads no clock.
/// </remarks>
public sealed class PageTurner
{
    /// <summary>How long a page stays by itself, ms.</summary>
    public const int TurnMs = 5000;

    /// <summary>How long a page stays that the user turned to, ms.</summary>
    public const int StayMs = 30000;

    /// <summary>Without a press or a change for so long the panel is dimmed, ms.</summary>
    public const int DimAfterMs = 600000;

    /// <summary>From one step of the picture, to save the panel's pixels, to the next, ms.</summary>
    public const int MoveMs = 60000;

    /// <summary>From one beat to the next, ms: ages on the pages count in seconds.</summary>
    public const int BeatMs = 1000;

    // Six places, each a pixel from the next; memory row 63 is always dark, so that it may come round to the top.
    private const int Places = 6;

    private readonly BusMonitor _bus;
    private readonly Bank _bank;
    private readonly AlarmList _alarms;
    private readonly long _blankAfterMs;
    private int _position;
    private long _turnMs;
    private long _beatMs;
    private long _activeMs;
    private int _live = -1;
    private int _known;
    private int _news;
    private int _cycles;
    private bool _userDimmed;
    private bool _mustDraw = true;

    /// <summary>Starts at the first page.</summary>
    /// <param name="bus">For the batteries, and to search again.</param>
    /// <param name="bank">For what is live.</param>
    /// <param name="alarms">For what is wrong.</param>
    /// <param name="blankAfterMs">Without a press or a change for so long the panel goes dark, ms; 0: never.</param>
    public PageTurner(BusMonitor bus, Bank bank, AlarmList alarms, long blankAfterMs)
    {
        _bus = bus;
        _bank = bank;
        _alarms = alarms;
        _blankAfterMs = blankAfterMs;
    }

    /// <summary>The page to show.</summary>
    public PageKind Page;

    /// <summary>The place in the list of the battery that it is about, 0..; -1 if it is about none.</summary>
    public int BatteryIndex = -1;

    /// <summary>The panel is less bright than it can be.</summary>
    public bool IsDim;

    /// <summary>The panel is dark.</summary>
    public bool IsBlank;

    /// <summary>Changes every second: whoever sees it change sees that the loop runs.</summary>
    public bool Beat;

    /// <summary>How far to the right the picture is to be drawn now, 0..2 columns.</summary>
    public int Origin;

    /// <summary>The memory row to be shown at the top now: 0, or 63 for one row further down.</summary>
    public int StartLine;

    /// <summary>When to call <see cref="Update"/> again at the latest, ms.</summary>
    public long DueMs => _beatMs;

    /// <summary>Takes what the button was used for. On a dark panel any use only wakes it.</summary>
    public void Press(ButtonEvent press, long nowMs)
    {
        if (press == ButtonEvent.None)
        {
            return;
        }

        bool wasDim = IsDim;
        _activeMs = nowMs;
        _mustDraw = true;
        if (IsBlank)
        {
            return;
        }

        switch (press)
        {
            case ButtonEvent.Short when Page == PageKind.Alarm && _alarms.WorstUnseen != null:
                _alarms.Acknowledge();
                TurnTo(0, nowMs + TurnMs);
                break;
            case ButtonEvent.Short:
                TurnTo(_position + 1, nowMs + StayMs);
                break;
            case ButtonEvent.Long:
                _bus.SearchAgain();
                TurnTo(0, nowMs + TurnMs);
                break;
            default:
                _userDimmed = !wasDim;
                break;
        }
    }

    /// <summary>Looks at what has changed and what time it is.</summary>
    /// <returns>True: the page is to be drawn anew.</returns>
    public bool Update(long nowMs)
    {
        bool mustDraw = _mustDraw || _cycles != _bus.Counters.Cycles;
        if (nowMs < _beatMs && !mustDraw)
        {
            return false;
        }

        _mustDraw = false;
        _cycles = _bus.Counters.Cycles;
        if (nowMs >= _beatMs)
        {
            _beatMs = nowMs - (nowMs % BeatMs) + BeatMs;
            Beat = !Beat;
        }

        NoticeChanges(nowMs);
        if (nowMs >= _turnMs)
        {
            TurnTo(_position + 1, nowMs + TurnMs);
        }

        ChoosePage();
        ChooseLight(nowMs);
        ChoosePlace(nowMs);
        return true;
    }

    private void NoticeChanges(long nowMs)
    {
        if (_live == _bank.LiveCount && _known == _bank.BatteryCount && _news == _alarms.News)
        {
            return;
        }

        if (_turnMs == 0 || _known == 0)
        {
            // The first batteries: begin with all of them together.
            TurnTo(0, nowMs + TurnMs);
        }

        _live = _bank.LiveCount;
        _known = _bank.BatteryCount;
        _news = _alarms.News;
        _activeMs = nowMs;
    }

    private void TurnTo(int position, long nextTurnMs)
    {
        _position = position;
        _turnMs = nextTurnMs;
    }

    private void ChoosePage()
    {
        BatteryIndex = -1;
        Alarm unseen = _alarms.WorstUnseen;
        if (unseen != null && unseen.Severity == AlarmSeverity.Alarm)
        {
            Page = PageKind.Alarm;
            return;
        }

        int extra = _alarms.Count > 0 ? 1 : 0;
        int last = 1 + extra + (2 * _bank.BatteryCount);
        if (_position > last)
        {
            _position = 0;
        }

        if (_position == 0)
        {
            Page = Home();
        }
        else if (_position == last)
        {
            Page = PageKind.Bus;
        }
        else if (_position <= extra)
        {
            Page = PageKind.Alarm;
        }
        else
        {
            int place = _position - 1 - extra;
            BatteryIndex = place / 2;
            Page = place % 2 == 0 ? PageKind.Battery : PageKind.Cells;
        }
    }

    private PageKind Home()
    {
        if (_bank.BatteryCount == 0)
        {
            return PageKind.Searching;
        }

        return _bank.LiveCount == 0 ? PageKind.Asleep : PageKind.Bank;
    }

    private void ChooseLight(long nowMs)
    {
        if (Page == PageKind.Alarm && _alarms.WorstUnseen != null)
        {
            IsDim = false;
            IsBlank = false;
            return;
        }

        long idleMs = nowMs - _activeMs;
        IsDim = _userDimmed || idleMs >= DimAfterMs;
        IsBlank = _blankAfterMs > 0 && idleMs >= _blankAfterMs;
    }

    private void ChoosePlace(long nowMs)
    {
        int place = (int)(nowMs / MoveMs % Places);
        Origin = place < 3 ? place : Places - 1 - place;
        StartLine = place < 3 ? 0 : PageBuffer.Rows - 1;
    }
}
