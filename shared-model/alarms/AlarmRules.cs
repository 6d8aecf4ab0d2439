namespace ValenceNano.Model;

/// <summary>
/// From where the values of each kind are a warning, and from where an alarm. Values whose low numbers are bad are judged with the sign of
/// value and limits turned, so that here higher is always worse.
/// </summary>
internal sealed class AlarmRules
{
    /// <summary>High values are bad.</summary>
    public const int High = 1;

    /// <summary>Low values are bad.</summary>
    public const int Low = -1;

    /// <summary>The alarm limit of what is never worse than a warning.</summary>
    public const int Never = int.MaxValue;

    // The columns of the table: on the device one table takes a quarter of what an object for each kind would.
    private const int SignColumn = 0;
    private const int WarnColumn = 1;
    private const int AlarmColumn = 2;
    private const int HysteresisColumn = 3;
    private const int MinimumColumn = 4;
    private const int Columns = 5;

    private readonly int[] _table = new int[AlarmTable.Kinds * Columns];

    /// <summary>Sets the rule of a kind.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="sign"><see cref="High"/> or <see cref="Low"/>.</param>
    /// <param name="hysteresis">How far back behind its limit a value must be before it is good again.</param>
    /// <param name="warn">What a value must be beyond. <see cref="Never"/>, or int.MinValue where low values are bad, is beyond reach.</param>
    /// <param name="alarm">The same for an alarm.</param>
    /// <param name="minimumMs">How long a change must hold before it counts, ms.</param>
    public void Set(AlarmKind kind, int sign, int hysteresis, int warn, int alarm, int minimumMs)
    {
        int at = (int)kind * Columns;
        _table[at + SignColumn] = sign;
        _table[at + WarnColumn] = Signed(sign, warn);
        _table[at + AlarmColumn] = Signed(sign, alarm);
        _table[at + HysteresisColumn] = hysteresis;
        _table[at + MinimumColumn] = minimumMs;
    }

    /// <summary>How far back behind its limit a value must be before it is good again.</summary>
    public int Hysteresis(AlarmKind kind) => _table[((int)kind * Columns) + HysteresisColumn];

    /// <summary>How long a change must hold before it counts, ms.</summary>
    public int MinimumMs(AlarmKind kind) => _table[((int)kind * Columns) + MinimumColumn];

    /// <summary>What a value is by limits that are lower by <paramref name="slack"/>.</summary>
    public AlarmSeverity Judge(AlarmKind kind, int value, int slack)
    {
        int[] table = _table;
        int at = (int)kind * Columns;
        int signed = table[at] * value + slack;
        if (signed > table[at + AlarmColumn])
        {
            return AlarmSeverity.Alarm;
        }

        return signed > table[at + WarnColumn] ? AlarmSeverity.Warning : AlarmSeverity.None;
    }

    /// <summary>The limit that a value is beyond which is this bad: the one set, or where that ends again.</summary>
    public int LimitFor(AlarmKind kind, int value, AlarmSeverity severity)
    {
        int at = (int)kind * Columns;
        int sign = _table[at + SignColumn];
        int limit = _table[at + (severity == AlarmSeverity.Alarm ? AlarmColumn : WarnColumn)];
        return sign * (sign * value > limit ? limit : limit - Hysteresis(kind));
    }

    /// <summary>It is so much worse than before that this must not pass unseen: by two hystereses.</summary>
    public bool IsMuchWorse(AlarmKind kind, int value, int before) =>
        _table[((int)kind * Columns) + SignColumn] * (value - before) > 2 * Hysteresis(kind);

    // The lowest integer has no counterpart.
    private static int Signed(int sign, int limit) => limit == int.MinValue && sign == Low ? Never : sign * limit;
}
