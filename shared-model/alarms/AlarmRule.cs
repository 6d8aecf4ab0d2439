namespace ValenceNano.Model;

/// <summary>
/// From where a value is a warning, and from where an alarm. A value whose low numbers are bad is judged with the sign of
/// value and limits turned, so that here higher is always worse.
/// </summary>
internal sealed class AlarmRule
{
    /// <summary>High values are bad.</summary>
    public const int High = 1;

    /// <summary>Low values are bad.</summary>
    public const int Low = -1;

    /// <summary>The alarm limit of what is never worse than a warning.</summary>
    public const int Never = int.MaxValue;

    private readonly int _sign;
    private int _warn = Never;
    private int _alarm = Never;

    public AlarmRule(int sign, int hysteresis)
    {
        _sign = sign;
        Hysteresis = hysteresis;
    }

    /// <summary>How far back behind its limit a value must be before it is good again.</summary>
    public int Hysteresis { get; }

    /// <summary>How long a change must hold before it counts, ms.</summary>
    public int MinimumMs { get; private set; }

    /// <summary>Sets what a value must be beyond. <see cref="Never"/>, or int.MinValue where low values are bad, is beyond reach.</summary>
    public void SetLimits(int warn, int alarm, int minimumMs)
    {
        _warn = Signed(warn);
        _alarm = Signed(alarm);
        MinimumMs = minimumMs;
    }

    /// <summary>What a value is by limits that are lower by <paramref name="slack"/>.</summary>
    public AlarmSeverity Judge(int value, int slack)
    {
        int signed = _sign * value + slack;
        if (signed > _alarm)
        {
            return AlarmSeverity.Alarm;
        }

        return signed > _warn ? AlarmSeverity.Warning : AlarmSeverity.None;
    }

    /// <summary>The limit that a value is beyond which is this bad: the one set, or where that ends again.</summary>
    public int LimitFor(int value, AlarmSeverity severity)
    {
        int limit = severity == AlarmSeverity.Alarm ? _alarm : _warn;
        return _sign * (_sign * value > limit ? limit : limit - Hysteresis);
    }

    /// <summary>It is so much worse than before that this must not pass unseen: by two hystereses.</summary>
    public bool IsMuchWorse(int value, int before) => _sign * (value - before) > 2 * Hysteresis;

    // The lowest integer has no counterpart.
    private int Signed(int limit) => limit == int.MinValue && _sign == Low ? Never : _sign * limit;
}
