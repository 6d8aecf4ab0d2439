namespace ValenceNano.Protocol;

/// <summary>What its polls bring, and what it is taken to be after them.</summary>
public sealed partial class Battery
{
    /// <summary>
    /// Takes a reply, unless it contradicts itself. One that breaks a rule which the two replies before it broke as well
    /// is taken: the battery is of another layout.
    /// </summary>
    /// <param name="reply">The reply; if it is taken, an object to be used for the next one.</param>
    /// <param name="nowMs">Now, ms.</param>
    /// <param name="liveMs">For how long the values are live without newer ones, ms.</param>
    /// <returns>True: the reply is now <see cref="Values"/>, and the battery is live. False: it was as good as none.</returns>
    internal bool Take(ref Telemetry reply, long nowMs, int liveMs = BatteryList.MinLiveMs)
    {
        RefusalCode = NotRefused;
        AnsweredWithoutData = false;
        if (!IsBelievable(reply.Broken))
        {
            Miss(answered: true);
            return false;
        }

        Telemetry spare = Values;
        Values = reply;
        reply = spare;
        HasValues = true;
        int counts = (int)_counts;
        SetCounts((counts & ~UpdatesMask) | ((counts + 1) & UpdatesMask), liveMs);
        ValuesMs = nowMs;
        MissedPolls = 0;
        AnsweredBadly = false;
        State = BatteryState.Live;
        ForgiveContradiction();
        return true;
    }

    /// <summary>
    /// It has answered, but with a refusal (its code) or with something that is no data (<see cref="NotRefused"/>). After three
    /// such polls, or if it was not live, that is its state.
    /// </summary>
    internal void TakeAnswerWithoutData(int refusalCode)
    {
        RefusalCode = refusalCode;
        AnsweredWithoutData = true;
        ForgiveContradiction();
        MissedPolls++;
        if (State != BatteryState.Live || MissedPolls >= MaxMissedPolls)
        {
            State = BatteryState.NoData;
            MissedPolls = 0;
        }
    }

    /// <summary>It has said that its bus id is its own: it is here, and will answer.</summary>
    internal void OnIdentified()
    {
        IsIdentified = true;
        MissedPolls = 0;
    }

    /// <summary>Something has answered under its bus id, and may be another battery: no values, but not silence either.</summary>
    internal void OnHeard() => MissedPolls = 0;

    /// <summary>A poll brought no values; <paramref name="answered"/>: but something was heard.</summary>
    internal void Miss(bool answered)
    {
        MissedPolls++;
        ForgiveContradiction();
        AnsweredBadly |= answered;
        if (!answered)
        {
            // It may have been unplugged, and what answers next may be another battery with the same bus id.
            IsIdentified = false;
        }

        if (MissedPolls >= MaxMissedPolls)
        {
            AnsweredWithoutData = false;
            Expire();
        }
    }

    /// <summary>Its values are no longer of now.</summary>
    internal void Expire()
    {
        if (State == BatteryState.NoData && !AnsweredWithoutData)
        {
            State = BatteryState.Lost;
        }
        else if (State == BatteryState.Live)
        {
            bool hardlyAnyCurrent = Values.CurrentMa <= AsleepCurrentMa && Values.CurrentMa >= -AsleepCurrentMa;
            BatteryState silent = hardlyAnyCurrent && !AnsweredBadly ? BatteryState.Asleep : BatteryState.Lost;
            State = AnsweredWithoutData ? BatteryState.NoData : silent;
        }
    }

    private bool IsBelievable(ReplyRules broken)
    {
        int habit = (int)broken & _more & ((_more & BrokenMask) >> BrokenBits);
        _more = (_more & ~BrokenMask) | ((_more << BrokenBits) & BrokenMask) | (int)broken;
        if (broken != ReplyRules.None)
        {
            Contradictions = Contradictions < MaxContradictions - 2 ? Contradictions + 3 : MaxContradictions + 1;
        }

        return (int)broken == habit;
    }

    // Every poll takes one back, the one that brought it too.
    private void ForgiveContradiction()
    {
        if (Contradictions > 0)
        {
            Contradictions--;
        }
    }
}
