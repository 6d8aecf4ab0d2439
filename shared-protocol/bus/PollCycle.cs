namespace ValenceNano.Protocol;

/// <summary>
/// Asks every battery once for its data. A reply that fails is asked for again at once, twice at most; a battery that
/// has missed three polls is asked once, so that it costs the others no more than its window.
/// </summary>
internal sealed class PollCycle(BusLink link, BatteryList batteries, BusCounters counters)
{
    /// <summary>How long a reply may take, ms; the log has 5 to 9, an adapter on USB adds up to 16 twice.</summary>
    private const int ReplyMs = 50;

    private const int MaxRequests = 3;

    /// <summary>Polls in a row with a spoilt answer after which two batteries may be answering at once.</summary>
    private const int SpoiltPollsOfTwo = 2;

    /// <summary>
    /// Every so many more of them it may be so again. Not sooner: noise, or a battery whose replies are of another
    /// length, is not cured by new bus ids.
    /// </summary>
    private const int SpoiltPollsOfTwoAgain = 20;

    private int _index;
    private int _requests;
    private bool _heardWrongReply;

    /// <summary>True when all have been asked.</summary>
    public bool IsDone;

    /// <summary>A reply is being waited for: the next byte may come at any time.</summary>
    public bool IsWaiting;

    /// <summary>
    /// Another battery than the known one may be answering under its bus id, or one has a bus id that the master does
    /// not know of. Stays so until <see cref="SettleIdentities"/>.
    /// </summary>
    public bool IsIdentityInDoubt;

    /// <summary>Starts with the first battery.</summary>
    public void Begin()
    {
        _index = 0;
        _requests = 0;
        IsDone = false;
        IsWaiting = false;
    }

    /// <summary>All batteries are being asked who they are. Those that answered in doubt have been asked then.</summary>
    public void SettleIdentities()
    {
        IsIdentityInDoubt = false;
        for (int i = 0; i < batteries.Count; i++)
        {
            Battery battery = batteries[i];
            battery.WasAskedAgain = !battery.IsIdentified && battery.MissedPolls == 0;
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

        if (_index >= batteries.Count)
        {
            IsDone = true;
            return nowMs;
        }

        link.Send(RequestWriter.Read(link.Request, batteries[_index].BusId));
        counters.Polls++;
        _requests++;
        _heardWrongReply = false;
        IsWaiting = true;
        return nowMs + ReplyMs;
    }

    /// <summary>Takes a message that has come in.</summary>
    /// <returns>True: it ends what was being waited for, call <see cref="Advance"/> now.</returns>
    public bool OnMessage(MessageKind kind, long nowMs)
    {
        if (kind != MessageKind.Data)
        {
            return false;
        }

        if (!IsWaiting || _index >= batteries.Count || link.LastMessage[0] != batteries[_index].BusId)
        {
            counters.WrongReplies++;
            _heardWrongReply = true;
            return false;
        }

        IsWaiting = false;
        Battery battery = batteries[_index];
        if (!battery.IsIdentified && !battery.WasAskedAgain)
        {
            counters.Replies++;
            battery.HasAnswered = true;
            battery.MissedPolls = 0;
            IsIdentityInDoubt = true;
        }
        else if (link.TakeReply(battery, nowMs))
        {
            battery.IsIdentified = true;
        }

        // A reply that contradicts itself is not asked for again: three within 30 ms may be one and the same measurement,
        // and say nothing about the battery's make-up.
        NextBattery();
        return true;
    }

    private void CloseWindow()
    {
        IsWaiting = false;
        bool answered = link.CountMiss(_heardWrongReply);
        if (_index >= batteries.Count)
        {
            // The one that was asked has been forgotten meanwhile.
            return;
        }

        Battery battery = batteries[_index];
        if (_requests == MaxRequests || battery.MissedPolls >= Battery.MaxMissedPolls)
        {
            GiveUp(battery, answered);
        }
    }

    private void GiveUp(Battery battery, bool answered)
    {
        if (!battery.HasAnswered && !battery.IsIdentified)
        {
            // A ghost of a spoilt serial; or it has its bus id, and both its acknowledgement and its answers were lost.
            IsIdentityInDoubt = true;
            batteries.Remove(battery);
            _requests = 0;
            return;
        }

        battery.Miss(answered);
        battery.SpoiltPolls = answered ? battery.SpoiltPolls + 1 : 0;
        IsIdentityInDoubt |= battery.SpoiltPolls == SpoiltPollsOfTwo
            || (battery.SpoiltPolls > 0 && battery.SpoiltPolls % SpoiltPollsOfTwoAgain == 0);
        NextBattery();
    }

    private void NextBattery()
    {
        _index++;
        _requests = 0;
    }
}
