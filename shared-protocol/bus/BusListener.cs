namespace ValenceNano.Protocol;

/// <summary>
/// Follows a bus on which another master talks, and never sends a byte: who is given which bus id, who is asked, who
/// answers. A battery that had its bus id before the listening began is known by that alone.
/// </summary>
public sealed class BusListener(BusLink link, BatteryList batteries, BusCounters counters)
{
    /// <summary>Silence behind a request after which the master's round of polls is over, ms; the log has up to 110 between two.</summary>
    private const int CycleGapMs = 200;

    /// <summary>Age at which values are no longer live, ms: three polls of the genuine display.</summary>
    private const int LiveMs = 9500;

    /// <summary>How often it wants to be called, ms: a device's receive buffer of 256 bytes is full after 22.</summary>
    private const int ListenMs = 10;

    private const int NobodyAsked = 0;

    private int _askedBusId;
    private bool _cycleIsOpen;
    private long _requestMs;
    private long _expiryMs;
    private MessageKind _last;

    /// <summary>
    /// When a master was last heard, ms on the clock of <see cref="Poll"/>; below 0 before the first time. Noise is no master.
    /// </summary>
    public long MasterHeardMs = -1;

    /// <summary>Takes what has arrived.</summary>
    /// <returns>When to call again at the latest, ms.</returns>
    public long Poll(long nowMs)
    {
        MessageKind kind = link.Next(nowMs);
        while (kind != MessageKind.None)
        {
            if (MessageFormat.IsFromMaster(kind))
            {
                // It has given up waiting for an answer, if it still was.
                CountMiss();
                MasterHeardMs = nowMs;
            }

            OnMessage(kind, nowMs);
            _last = kind;
            kind = link.Next(nowMs);
        }

        if (_cycleIsOpen && nowMs - _requestMs >= CycleGapMs)
        {
            CountMiss();
            _cycleIsOpen = false;
            counters.Cycles++;
        }

        if (nowMs >= _expiryMs)
        {
            _expiryMs = batteries.Expire(nowMs, LiveMs);
        }

        return nowMs + ListenMs;
    }

    private void OnMessage(MessageKind kind, long nowMs)
    {
        switch (kind)
        {
            case MessageKind.Reset:
                batteries.ForgetBusIds();
                break;
            case MessageKind.Round:
                // Every round is opened twice.
                counters.Rounds += _last == MessageKind.Round ? 0 : 1;
                break;
            case MessageKind.Assign:
                OnAssign();
                break;
            case MessageKind.Assigned:
                counters.Assigned++;
                break;
            case MessageKind.Read:
                link.BeginWindow();
                counters.Polls++;
                _askedBusId = link.LastMessage[0];
                _requestMs = nowMs;
                _cycleIsOpen = true;
                break;
            case MessageKind.Data:
                OnData(link.LastMessage[0], nowMs);
                break;
            default:
                break;
        }
    }

    private void OnAssign()
    {
        byte[] message = link.LastMessage;
        int busId = message[MessageFormat.AssignBusId];
        if (busId == MessageFormat.Everyone || busId > MessageFormat.MaxBusId)
        {
            // Not an address: as a master we could not ask for it.
            return;
        }

        Battery holder = batteries.FindBusId(busId);
        Battery battery = batteries.FindSerial(message, MessageFormat.ManagementBody)
            ?? batteries.AddSerial(message, MessageFormat.ManagementBody);
        if (holder != null && holder != battery)
        {
            Dispossess(holder);
        }

        if (battery != null)
        {
            battery.BusId = busId;
        }
    }

    // The bus id goes to another; without it and without a serial a battery is nobody.
    private void Dispossess(Battery holder)
    {
        if (holder.HasSerial)
        {
            holder.BusId = 0;
        }
        else
        {
            batteries.Remove(holder);
        }
    }

    private void OnData(int busId, long nowMs)
    {
        if (busId != _askedBusId)
        {
            counters.WrongReplies++;
            return;
        }

        _askedBusId = NobodyAsked;
        Battery battery = batteries.FindBusId(busId) ?? batteries.AddBusId(busId);
        if (battery != null)
        {
            link.TakeReply(battery, nowMs);
        }
        else
        {
            counters.Replies++;
        }
    }

    private void CountMiss()
    {
        if (_askedBusId != NobodyAsked)
        {
            bool answered = link.CountMiss(heardWrongReply: false);
            batteries.FindBusId(_askedBusId)?.Miss(answered);
            _askedBusId = NobodyAsked;
        }
    }
}
