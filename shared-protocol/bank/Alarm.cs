namespace ValenceNano.Protocol;

/// <summary>
/// One thing that is wrong with one battery. The objects belong to an <see cref="AlarmList"/> and are reused: read them
/// anew after each update.
/// </summary>
public sealed class Alarm
{
    private AlarmRule _rule;

    // What it becomes when that has held for long enough; the same as Severity while nothing is due.
    private AlarmSeverity _pending;
    private long _pendingSinceMs;
    private int _acknowledgedValue;

    /// <summary>How bad it is: what has held for the minimum time.</summary>
    public AlarmSeverity Severity;

    /// <summary>The cell group, 1..4; 0 for a kind that is not about one.</summary>
    public int Cell;

    /// <summary>The last value that was beyond <see cref="Limit"/>, in the unit of <see cref="Kind"/>.</summary>
    public int Value;

    /// <summary>
    /// The limit that <see cref="Value"/> is beyond: the one set for <see cref="Severity"/>, or, once back behind that, the
    /// one to be passed for it to end. "2.52 V &lt; 2.55 V" is true where "2.52 V &lt; 2.50 V" is not.
    /// </summary>
    public int Limit;

    /// <summary>When it was raised, ms on the clock of <c>Update</c>.</summary>
    public long SinceMs;

    /// <summary>Somebody has seen it, and it has not become worse since.</summary>
    public bool IsAcknowledged;

    /// <summary>What is wrong.</summary>
    public AlarmKind Kind => _rule.Kind;

    /// <summary>With which battery, 1.. in the order of the list.</summary>
    public int BatteryNumber => Watch.Number;

    /// <summary>The watch on that battery; null while the object is not in use.</summary>
    internal BatteryWatch Watch { get; private set; }

    /// <summary>It is neither raised nor about to be.</summary>
    internal bool IsOver => Severity == AlarmSeverity.None && _pending == AlarmSeverity.None;

    /// <summary>It is an alarm, or about to become one.</summary>
    internal bool IsAlarm => Severity == AlarmSeverity.Alarm || _pending == AlarmSeverity.Alarm;

    /// <summary>Takes the object into use for a condition that is new.</summary>
    internal void Begin(AlarmRule rule, BatteryWatch watch)
    {
        _rule = rule;
        Watch = watch;
        Watch.Open |= rule.Bit;
        Severity = AlarmSeverity.None;
        _pending = AlarmSeverity.None;
        IsAcknowledged = false;
    }

    /// <summary>Gives the object back.</summary>
    internal void End()
    {
        Watch.Open &= ~_rule.Bit;
        Watch = null;
    }

    /// <summary>It was seen as it is now.</summary>
    internal void Acknowledge()
    {
        IsAcknowledged = true;
        _acknowledgedValue = Value;
    }

    /// <summary>Judges a value of now.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isTelling">False: it is taken at a time when it tells nothing. What is raised then stays so.</param>
    /// <param name="nowMs">When it came.</param>
    internal void Judge(int value, bool isTelling, long nowMs)
    {
        AlarmSeverity target = isTelling ? Target(value) : Severity;
        if (target == Severity)
        {
            _pending = Severity;
        }
        else
        {
            Head(target, nowMs);
        }

        if (_pending != Severity && nowMs - _pendingSinceMs >= _rule.MinimumMs)
        {
            BecomePending(nowMs);
            Head(target, nowMs);
        }

        TakeValue(value);
    }

    // Worse by the limits as they are, better only by the hysteresis.
    private AlarmSeverity Target(int value)
    {
        AlarmSeverity worse = _rule.Judge(value);
        if (worse > Severity)
        {
            return worse;
        }

        AlarmSeverity better = _rule.JudgeAgain(value);
        return better < Severity ? better : Severity;
    }

    // Of several steps in one direction the smallest is what has held all the time.
    private void Head(AlarmSeverity target, long nowMs)
    {
        bool rises = target > Severity;
        bool isNewDirection = _pending == Severity || rises != _pending > Severity;
        if (isNewDirection)
        {
            _pendingSinceMs = nowMs;
        }

        if (isNewDirection || (rises ? target < _pending : target > _pending))
        {
            _pending = target;
        }
    }

    private void BecomePending(long nowMs)
    {
        if (Severity == AlarmSeverity.None)
        {
            SinceMs = nowMs;
        }

        if (_pending > Severity)
        {
            IsAcknowledged = false;
        }

        Severity = _pending;
    }

    private void TakeValue(int value)
    {
        if (Severity == AlarmSeverity.None || _rule.JudgeAgain(value) < Severity)
        {
            return;
        }

        Cell = CellOf(Kind, Watch.Battery.Values);
        Value = value;
        Limit = _rule.LimitFor(value, Severity);
        if (IsAcknowledged && _rule.IsMuchWorse(value, _acknowledgedValue))
        {
            IsAcknowledged = false;
        }
    }

    private static int CellOf(AlarmKind kind, Telemetry values) => kind switch
    {
        AlarmKind.CellHigh => CellGroup.Highest(values.CellMv),
        AlarmKind.CellLow => CellGroup.Lowest(values.CellMv),
        AlarmKind.CellHot => CellGroup.Highest(values.CellC),
        AlarmKind.CellColdCharging => CellGroup.Lowest(values.CellC),
        _ => 0,
    };
}
