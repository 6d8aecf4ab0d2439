namespace ValenceNano.Protocol;

/// <summary>
/// Finds the batteries that have no bus id, as the genuine display does: rounds of six slots in which each of them answers
/// with its serial in a slot of its own choice, and is given a bus id. Rounds follow until two in a row bring neither an
/// answer nor a collision, eight at most.
/// </summary>
internal sealed class Discovery(BusLink link, BatteryList batteries, BusCounters counters)
{
    /// <summary>The power-up message and the start of a round are sent twice, this far apart, ms (log).</summary>
    private const int RepeatMs = 1;

    /// <summary>How long a slot stays open, ms (log).</summary>
    private const int SlotMs = 24;

    /// <summary>How long an acknowledgement may take, ms; the log has 28.</summary>
    private const int AcknowledgementMs = 60;

    private const int MaxAssignments = 2;
    private const int EnoughQuietRounds = 2;
    private const int MaxRounds = 8;

    private enum Step
    {
        Reset,
        ResetAgain,
        Round,
        RoundAgain,
        NextSlot,
        SlotIsOpen,
        Assign,
        AssignIsOpen,
    }

    private Step _step;
    private int _slot;
    private int _rounds;
    private int _quietRounds;
    private bool _roundWasQuiet;
    private Battery _assigning;
    private int _assignments;

    /// <summary>True when the rounds are over.</summary>
    public bool IsDone { get; private set; }

    /// <summary>A battery has answered since <see cref="Begin"/>, and there was a bus id for it.</summary>
    public bool HasFound { get; private set; }

    /// <summary>Batteries answered to the last round that was allowed: there may be more of them.</summary>
    public bool HasMoreToFind => IsDone && HasFound && _quietRounds < EnoughQuietRounds;

    /// <summary>An answer is being waited for: the next byte may come at any time.</summary>
    public bool IsWaiting => _step == Step.SlotIsOpen || _step == Step.AssignIsOpen;

    /// <summary>Starts the rounds; <paramref name="withReset"/>: with the power-up message before them.</summary>
    public void Begin(bool withReset)
    {
        _step = withReset ? Step.Reset : Step.Round;
        _rounds = 0;
        _quietRounds = 0;
        HasFound = false;
        IsDone = false;
    }

    /// <summary>Does what is due now.</summary>
    /// <returns>When to call again, ms; earlier if <see cref="OnMessage"/> says so.</returns>
    public long Advance(long nowMs)
    {
        switch (_step)
        {
            case Step.Reset:
            case Step.ResetAgain:
                link.Send(RequestWriter.Reset(link.Request), nowMs);
                _step++;
                return nowMs + RepeatMs;
            case Step.Round:
            case Step.RoundAgain:
                link.Send(RequestWriter.Round(link.Request), nowMs);
                _slot = 0;
                _roundWasQuiet = true;
                _step++;
                return nowMs + RepeatMs;
            case Step.SlotIsOpen:
                _roundWasQuiet &= link.StrayBytes == 0;
                NextSlot();
                return nowMs;
            case Step.Assign when !_assigning.HasSerial:
            case Step.AssignIsOpen when _assignments == MaxAssignments || !_assigning.HasSerial:
                // Without a serial it was forgotten meanwhile.
                NextSlot();
                return nowMs;
            case Step.Assign:
            case Step.AssignIsOpen:
                return SendAssignment(nowMs);
            default:
                return _slot < MessageFormat.SlotCount ? OpenSlot(nowMs) : EndRound(nowMs);
        }
    }

    /// <summary>Takes a message that has come in.</summary>
    /// <returns>True: it ends what was being waited for, call <see cref="Advance"/> now.</returns>
    public bool OnMessage(MessageKind kind)
    {
        if (kind == MessageKind.Serial && _step == Step.SlotIsOpen)
        {
            return OnSerial();
        }

        if (kind == MessageKind.Assigned && _step == Step.AssignIsOpen
            && link.LastMessage[MessageFormat.ManagementBody] == _assigning.BusId)
        {
            counters.Assigned++;
            _assigning.OnIdentified();
            NextSlot();
            return true;
        }

        return false;
    }

    private bool OnSerial()
    {
        _assigning = batteries.FindSerial(link.LastMessage, MessageFormat.ManagementBody)
            ?? batteries.AddSerial(link.LastMessage, MessageFormat.ManagementBody);
        if (_assigning == null)
        {
            // One too many. It goes on answering: no round would be quiet any more.
            return false;
        }

        _roundWasQuiet = false;
        if (_assigning.BusId == 0)
        {
            _assigning.BusId = batteries.FreeBusId();
        }

        HasFound = true;
        _assignments = 0;
        _step = Step.Assign;
        return true;
    }

    private long OpenSlot(long nowMs)
    {
        link.Send(RequestWriter.SlotPoll(link.Request, _slot), nowMs);
        _step = Step.SlotIsOpen;
        return nowMs + SlotMs + link.DelayMs;
    }

    private long SendAssignment(long nowMs)
    {
        link.Send(RequestWriter.Assign(link.Request, _assigning.Serial, _assigning.BusId), nowMs);
        _assignments++;
        _step = Step.AssignIsOpen;
        return nowMs + AcknowledgementMs + link.DelayMs;
    }

    private void NextSlot()
    {
        _slot++;
        _step = Step.NextSlot;
    }

    private long EndRound(long nowMs)
    {
        counters.Rounds++;
        _rounds++;
        _quietRounds = _roundWasQuiet ? _quietRounds + 1 : 0;
        IsDone = _quietRounds >= EnoughQuietRounds || _rounds >= MaxRounds;
        _step = Step.Round;
        return nowMs;
    }
}
