namespace ValenceNano.Protocol;

/// <summary>
/// Follows a bus on which another master talks, and never sends a byte: who is given which bus id, who is asked, who
/// answers. A battery that had its bus id before the listening began is known by that alone.
/// </summary>
public sealed class BusListener(BusLink link, BatteryList batteries, BusCounters counters)
{
    /// <summary>Silence behind a request after which the master's round of polls is over, ms; the log has up to 110 between two.</summary>
    private const int CycleGapMs = 200;

    /// <summary>How often it wants to be called, ms: a device's receive buffer of 256 bytes is full after 22.</summary>
    private const int ListenMs = 10;

    /// <summary>A silence of the master that is longer tells nothing of how often he speaks, ms.</summary>
    private const int MaxSilenceMs = BusMaster.MaxPollIntervalMs + 5000;

    /// <summary>Values that are older tell nothing of whose the next ones are (<see cref="Telemetry.AreOfAnother"/>), ms.</summary>
    private const int MaxMarksMs = 120_000;

    private const int NobodyAsked = 0;

    private readonly PollPeriods _periods = new();
    private int _askedBusId;
    private bool _isAskedAgain;
    private bool _cycleIsOpen;
    private long _requestMs;
    private long _expiryMs;
    private MessageKind _last;

    /// <summary>
    /// When a master was last heard, ms on the clock of <see cref="Poll"/>; below 0 before the first time. Noise is no master.
    /// </summary>
    public long MasterHeardMs { get; private set; } = -1;

    /// <summary>The longest time that this master was silent between two messages, ms, as far as it tells how often he speaks.</summary>
    public int MasterSilenceMs { get; private set; }

    /// <summary>Takes what has arrived.</summary>
    /// <returns>When to call again at the latest, ms.</returns>
    public long Poll(long nowMs)
    {
        bool hasInput = link.Receive(nowMs);
        long dueMs = Follow(nowMs);
        return hasInput && link.MayHaveMore ? nowMs + 1 : dueMs;
    }

    /// <summary>
    /// Begins to listen in the middle of a turn, and with a message: that in <see cref="BusLink.LastMessage"/>, which made a
    /// master of us give way.
    /// </summary>
    internal long Begin(MessageKind kind, long nowMs)
    {
        _askedBusId = NobodyAsked;
        _cycleIsOpen = false;
        _expiryMs = nowMs;
        _periods.Clear();
        // Of the one before; what has passed since he was heard still counts, for it may be he.
        MasterSilenceMs = 0;
        Take(kind, nowMs);
        return Follow(nowMs);
    }

    private long Follow(long nowMs)
    {
        for (MessageKind kind = link.Next(nowMs); kind != MessageKind.None; kind = link.Next(nowMs))
        {
            Take(kind, nowMs);
        }

        if (_cycleIsOpen && nowMs - _requestMs >= CycleGapMs + link.DelayMs)
        {
            CountMiss();
            _cycleIsOpen = false;
            batteries.EndCycle();
        }

        if (nowMs >= _expiryMs)
        {
            _expiryMs = batteries.Expire(nowMs);
            if (nowMs - MasterHeardMs >= (Battery.MaxMissedPolls * MasterSilenceMs) + BatteryList.MinLiveMs)
            {
                batteries.ExpireWithoutData();
            }
        }

        return nowMs + ListenMs;
    }

    private void Take(MessageKind kind, long nowMs)
    {
        if (MessageFormat.IsFromMaster(kind))
        {
            // It has given up waiting for an answer, if it still was.
            CountMiss();
            long silenceMs = nowMs - MasterHeardMs;
            if (MasterHeardMs >= 0 && silenceMs > MasterSilenceMs && silenceMs <= MaxSilenceMs)
            {
                MasterSilenceMs = (int)silenceMs;
            }

            MasterHeardMs = nowMs;
        }

        OnMessage(kind, nowMs);
        _last = kind;
    }

    private void OnMessage(MessageKind kind, long nowMs)
    {
        switch (kind)
        {
            case MessageKind.Reset:
                batteries.ForgetBusIds(nowMs);
                break;
            case MessageKind.Round:
                // Every round is opened twice.
                counters.Rounds += _last == MessageKind.Round ? 0 : 1;
                break;
            case MessageKind.Assign:
                OnAssign(nowMs);
                break;
            case MessageKind.Assigned:
                counters.Assigned++;
                break;
            case MessageKind.Read:
                OnRead(nowMs);
                break;
            case MessageKind.Data:
            case MessageKind.Refused:
            case MessageKind.OtherReply:
                OnAnswer(kind, nowMs);
                break;
            default:
                break;
        }
    }

    private void OnAssign(long nowMs)
    {
        byte[] message = link.LastMessage;
        int busId = message[MessageFormat.AssignBusId];
        if (busId == MessageFormat.Everyone || busId > MessageFormat.MaxBusId)
        {
            // Not an address: as a master we could not ask for it.
            return;
        }

        Battery holder = batteries.FindBusId(busId);
        Battery battery = batteries.FindSerial(message, MessageFormat.ManagementBody);
        if (holder != null && holder != battery)
        {
            Reassign(holder, nowMs);
        }

        // Only now: a full list has room where a nameless holder was.
        battery ??= batteries.AddSerial(message, MessageFormat.ManagementBody);
        if (battery != null)
        {
            battery.BusId = busId;
        }
    }

    // The bus id goes to another; without it and without a serial a battery is nobody.
    private void Reassign(Battery holder, long nowMs)
    {
        if (holder.HasSerial)
        {
            holder.LoseBusId(nowMs);
        }
        else
        {
            batteries.Remove(holder);
        }
    }

    private void OnRead(long nowMs)
    {
        link.BeginWindow();
        _askedBusId = link.LastMessage[0];
        _requestMs = nowMs;
        _cycleIsOpen = true;
        _isAskedAgain = false;
        Battery battery = batteries.FindBusId(_askedBusId);
        if (battery != null)
        {
            counters.Polls++;
            _isAskedAgain = !_periods.OnAsked(battery, nowMs);
        }
    }

    // An answer that is no data and that nobody is known to have asked for is one to a question of the master's own.
    private void OnAnswer(MessageKind kind, long nowMs)
    {
        int busId = link.LastMessage[0];
        if (busId != _askedBusId)
        {
            counters.WrongReplies += kind == MessageKind.Data || _askedBusId != NobodyAsked ? 1 : 0;
            return;
        }

        _askedBusId = NobodyAsked;
        Battery battery = batteries.FindBusId(busId);
        if (kind == MessageKind.Data && battery != null && IsAnother(battery, nowMs))
        {
            // It was given away while nothing could be heard.
            battery.LoseBusId(nowMs);
            battery = null;
        }

        battery ??= AddAsked(busId, nowMs);
        if (kind != MessageKind.Data)
        {
            link.TakeAnswerWithoutData(battery, kind);
        }
        else if (battery != null)
        {
            link.TakeReply(battery, nowMs, _periods.LiveMs(battery));
        }
        else
        {
            counters.Replies++;
        }
    }

    // Only a name can be a wrong one.
    private bool IsAnother(Battery battery, long nowMs) =>
        battery.HasSerial && battery.HasValues && battery.AgeMs(nowMs) <= MaxMarksMs && battery.Values.AreOfAnother(link.LastMessage);

    private Battery AddAsked(int busId, long nowMs)
    {
        counters.Polls++;
        Battery battery = batteries.AddBusId(busId);
        if (battery != null)
        {
            _periods.OnAsked(battery, nowMs);
        }

        return battery;
    }

    // Silence under an id that nobody is known to have is no miss: a master like ours looks for strays (StrayIds). Nor is a second one of
    // the same poll: it asks three times within 150 ms.
    private void CountMiss()
    {
        Battery battery = _askedBusId != NobodyAsked ? batteries.FindBusId(_askedBusId) : null;
        if (battery != null || (_askedBusId != NobodyAsked && link.HeardCorrupt))
        {
            bool answered = link.CountMiss(heardWrongReply: false);
            if (battery != null && !_isAskedAgain)
            {
                battery.Miss(answered);
            }
        }

        _askedBusId = NobodyAsked;
    }
}
