namespace ValenceNano.Protocol;

/// <summary>
/// Asks every battery once for its data. A reply that fails is asked for again at once, twice at most; a battery that
/// has missed three polls is asked once, so that it costs the others no more than its window.
/// </summary>
internal sealed class PollCycle
{
    private const int MaxRequests = 3;

    /// <summary>Polls in a row with a corrupt answer after which two batteries may be answering at once.</summary>
    private const int CorruptPollsOfTwo = 2;

    /// <summary>Every so many more of them it may be so again. Not sooner: noise is not cured by new bus ids.</summary>
    private const int CorruptPollsOfTwoAgain = 20;

    private readonly BusLink _link;
    private readonly BatteryList _batteries;
    private readonly BusCounters _counters;
    private readonly int _liveMs;

    private readonly PollStates _states = new();
    private int _index;
    private int _requests;
    private bool _heardWrongReply;

    /// <summary>Makes a cycle that has asked nobody yet; <paramref name="liveMs"/>: how long values are live, ms.</summary>
    public PollCycle(BusLink link, BatteryList batteries, BusCounters counters, int liveMs)
    {
        _link = link;
        _batteries = batteries;
        _counters = counters;
        _liveMs = liveMs;
    }

    /// <summary>True when all have been asked.</summary>
    public bool IsDone { get; private set; }

    /// <summary>A reply is being waited for: the next byte may come at any time.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>
    /// Another battery than the known one may be answering under its bus id, or one has a bus id that the master does
    /// not know of. Stays so until <see cref="SettleIdentities"/>.
    /// </summary>
    public bool IsIdentityInDoubt { get; private set; }

    /// <summary>Starts with the first battery.</summary>
    public void Begin()
    {
        _index = 0;
        _requests = 0;
        IsDone = false;
        IsWaiting = false;
    }

    /// <summary>Nothing is waited for any more: another master speaks.</summary>
    public void Stop() => IsWaiting = false;

    /// <summary>All batteries are being asked who they are. Those that answered in doubt have been asked then.</summary>
    public void SettleIdentities()
    {
        IsIdentityInDoubt = false;
        for (int i = 0; i < _batteries.Count; i++)
        {
            Battery battery = _batteries[i];
            _states.SetAskedAgain(battery, !battery.IsIdentified && battery.MissedPolls == 0);
        }
    }

    /// <summary>Does what is due now.</summary>
    /// <returns>When to call again, ms; earlier if <see cref="OnMessage"/> says so.</returns>
    public long Advance(long nowMs)
    {
        if (IsWaiting)
        {
            CloseWindow();
        }

        if (_index >= _batteries.Count)
        {
            IsDone = true;
            return nowMs;
        }

        _link.Send(RequestWriter.Read(_link.Request, _batteries[_index].BusId), nowMs);
        _counters.Polls++;
        _requests++;
        _heardWrongReply = false;
        IsWaiting = true;
        return nowMs + BusMonitor.ReplyMs + _link.DelayMs;
    }

    /// <summary>Takes a message that has come in.</summary>
    /// <returns>True: it ends what was being waited for, call <see cref="Advance"/> now.</returns>
    public bool OnMessage(MessageKind kind, long nowMs)
    {
        if (kind != MessageKind.Data && kind != MessageKind.Refused && kind != MessageKind.OtherReply)
        {
            return false;
        }

        if (!IsWaiting || _index >= _batteries.Count || _link.LastMessage[0] != _batteries[_index].BusId)
        {
            _counters.WrongReplies++;
            _heardWrongReply = true;
            return false;
        }

        // A whole answer is not asked for again, whatever it is: three within 30 ms may be one and the same measurement, and
        // say nothing about the battery's layout.
        IsWaiting = false;
        Battery battery = _batteries[_index];
        _states.OnAnswered(battery);
        if (kind == MessageKind.Data)
        {
            OnData(battery, nowMs);
        }
        else
        {
            _states.OnSound(battery);
            _link.TakeAnswerWithoutData(battery, kind);
        }

        NextBattery();
        return true;
    }

    private void OnData(Battery battery, long nowMs)
    {
        bool isExchanged = battery.IsIdentified && battery.HasValues && battery.Values.AreOfAnother(_link.LastMessage);
        if (isExchanged && _states.MayDoubt(battery, nowMs))
        {
            battery.Doubt();
            _states.SetAskedAgain(battery, false);
        }

        if (!battery.IsIdentified && !_states.WasAskedAgain(battery))
        {
            _counters.Replies++;
            battery.OnHeard();
            IsIdentityInDoubt = true;
        }
        else if (_link.TakeReply(battery, nowMs, _liveMs))
        {
            battery.OnIdentified();
            _states.OnSound(battery);
        }
    }

    private void CloseWindow()
    {
        IsWaiting = false;
        bool answered = _link.CountMiss(_heardWrongReply);
        if (_index >= _batteries.Count)
        {
            // The one that was asked has been forgotten meanwhile.
            return;
        }

        Battery battery = _batteries[_index];
        if (_requests == MaxRequests || battery.MissedPolls >= Battery.MaxMissedPolls)
        {
            GiveUp(battery, answered);
        }
    }

    private void GiveUp(Battery battery, bool answered)
    {
        if (!_states.HasAnswered(battery) && !battery.HasValues && !battery.IsIdentified)
        {
            // A ghost of a corrupt serial; or it has its bus id, and both its acknowledgement and its answers were lost.
            IsIdentityInDoubt = true;
            _batteries.Remove(battery);
            _requests = 0;
            return;
        }

        battery.Miss(answered);
        int corruptPolls = _states.OnMiss(battery, answered);
        IsIdentityInDoubt |= corruptPolls == CorruptPollsOfTwo || (corruptPolls > 0 && corruptPolls % CorruptPollsOfTwoAgain == 0);
        NextBattery();
    }

    private void NextBattery()
    {
        _index++;
        _requests = 0;
    }
}
