namespace ValenceNano.Protocol;

/// <summary>
/// From where a value of one kind is a warning, and from where an alarm. A kind whose low values are bad is judged with
/// the sign of value and limits turned, so that here higher is always worse.
/// </summary>
internal sealed class AlarmRule
{
    private const int Never = int.MaxValue;

    private readonly int _sign;
    private readonly int _warnAbove;
    private readonly int _alarmAbove;
    private readonly int _hysteresis;

    /// <summary>What it judges.</summary>
    public readonly AlarmKind Kind;

    /// <summary>How long a change must hold before it counts, ms.</summary>
    public readonly int MinimumMs;

    /// <summary>The bit of <see cref="Kind"/> in <see cref="BatteryWatch.Open"/>.</summary>
    public readonly int Bit;

    private AlarmRule(AlarmKind kind, int sign, int warn, int alarm, int hysteresis, int minimumMs)
    {
        Kind = kind;
        MinimumMs = minimumMs;
        Bit = 1 << (int)kind;
        _sign = sign;
        _warnAbove = sign * warn;
        _alarmAbove = sign * alarm;
        _hysteresis = hysteresis;
    }

    /// <summary>High values are bad.</summary>
    public static AlarmRule Above(AlarmKind kind, int warn, int alarm, int hysteresis, int minimumMs) =>
        new(kind, 1, warn, alarm, hysteresis, minimumMs);

    /// <summary>High values are bad, but never worse than a warning.</summary>
    public static AlarmRule WarnAbove(AlarmKind kind, int warn, int hysteresis, int minimumMs) =>
        new(kind, 1, warn, Never, hysteresis, minimumMs);

    /// <summary>Low values are bad.</summary>
    public static AlarmRule Below(AlarmKind kind, int warn, int alarm, int hysteresis, int minimumMs) =>
        new(kind, -1, warn, alarm, hysteresis, minimumMs);

    /// <summary>It is beyond no limit.</summary>
    public bool IsFine(int value) => _sign * value <= _warnAbove;

    /// <summary>What a value is by the limits.</summary>
    public AlarmSeverity Judge(int value) => Judge(value, 0);

    /// <summary>What it is for one that is already beyond them.</summary>
    public AlarmSeverity JudgeAgain(int value) => Judge(value, _hysteresis);

    /// <summary>The limit that a value is beyond which is this bad: the one set, or where that ends again.</summary>
    public int LimitFor(int value, AlarmSeverity severity)
    {
        int above = severity == AlarmSeverity.Alarm ? _alarmAbove : _warnAbove;
        return _sign * (_sign * value > above ? above : above - _hysteresis);
    }

    /// <summary>It is so much worse than before that this must not pass unseen: by two hystereses.</summary>
    public bool IsMuchWorse(int value, int before) => _sign * (value - before) > 2 * _hysteresis;

    private AlarmSeverity Judge(int value, int slack)
    {
        int signed = _sign * value;
        if (signed > _alarmAbove - slack)
        {
            return AlarmSeverity.Alarm;
        }

        return signed > _warnAbove - slack ? AlarmSeverity.Warning : AlarmSeverity.None;
    }
}
