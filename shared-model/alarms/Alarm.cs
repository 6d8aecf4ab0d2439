using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// One thing that is wrong with one battery. The objects belong to an <see cref="AlarmList"/> and are reused: read them
/// anew after each update.
/// </summary>
public sealed class Alarm
{
    private AlarmRule _rule;
    private long _pendingSinceMs;
    private int _acknowledgedValue;

    /// <summary>What is wrong.</summary>
    public AlarmKind Kind;

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

    /// <summary>Somebody has seen it, and it has not become worse since.</summary>
    public bool IsAcknowledged;

    /// <summary>The battery it is wrong with.</summary>
    public Battery Battery;

    /// <summary>What <see cref="Severity"/> becomes when that has held for long enough; the same while nothing is due.</summary>
    internal AlarmSeverity Pending;

    /// <summary>Takes the object into use for a condition that is new.</summary>
    internal void Begin(Battery battery, AlarmKind kind, AlarmRule rule)
    {
        Battery = battery;
        Kind = kind;
        _rule = rule;
        Severity = AlarmSeverity.None;
        Pending = AlarmSeverity.None;
        IsAcknowledged = false;
    }

    /// <summary>It was seen as it is now.</summary>
    internal void Acknowledge()
    {
        IsAcknowledged = true;
        _acknowledgedValue = Value;
    }

    /// <summary>Judges a value of now: worse by the limits as they are, better only by the hysteresis.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isTelling">False: it is taken at a time when it tells nothing. What is raised then stays so.</param>
    /// <param name="nowMs">When it came.</param>
    internal void Judge(int value, bool isTelling, long nowMs)
    {
        AlarmSeverity better = _rule.Judge(value, _rule.Hysteresis);
        AlarmSeverity target = Severity;
        if (isTelling)
        {
            AlarmSeverity worse = _rule.Judge(value, 0);
            target = worse > Severity ? worse : better < Severity ? better : Severity;
        }

        Head(target, nowMs);
        if (Pending != Severity && nowMs - _pendingSinceMs >= _rule.MinimumMs)
        {
            IsAcknowledged &= Pending < Severity;
            Severity = Pending;
            Head(target, nowMs);
        }

        if (Severity != AlarmSeverity.None && better >= Severity)
        {
            TakeValue(value);
        }
    }

    // Of several steps in one direction the smallest is what has held all the time.
    private void Head(AlarmSeverity target, long nowMs)
    {
        bool rises = target > Severity;
        bool isNewDirection = Pending == Severity || rises != Pending > Severity;
        if (isNewDirection)
        {
            _pendingSinceMs = nowMs;
        }

        if (isNewDirection || (rises ? target < Pending : target > Pending))
        {
            Pending = target;
        }
    }

    private void TakeValue(int value)
    {
        Cell = CellOf(Kind, Battery.Values);
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
