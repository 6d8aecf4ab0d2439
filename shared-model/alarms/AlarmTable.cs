namespace ValenceNano.Model;

/// <summary>
/// Every kind of alarm once, in the order of <see cref="AlarmKind"/>: on which side of its limits it is, its unit and place, what it
/// means, from which settings its limits are, and what it takes to end. Texts are places in <see cref="Texts"/>.
/// </summary>
public static class AlarmTable
{
    /// <summary>How many kinds there are.</summary>
    public const int Kinds = (int)AlarmKind.RepliesInconsistent + 1;

    /// <summary>State of charge and voltage are held against each other only below this current, mA either way: C/20.</summary>
    public const int RestMaxMa = 2000;

    /// <summary>How long they must disagree, s: so long that most of the last load is gone from the voltage.</summary>
    internal const int SocDisagreesSeconds = 60;

    /// <summary>A current above this is charging, mA. Less does no harm to a cold cell.</summary>
    public const int ChargingMa = 300;

    /// <summary>More <see cref="Protocol.Battery.Contradictions"/> are told: two replies in a row make 4.</summary>
    private const int ToleratedContradictions = 3;

    /// <summary>The setting of a limit that is none: it is fixed.</summary>
    private const SettingId Fixed = SettingId.Count;

    /// <summary>The minimum time of a kind for which it is a setting.</summary>
    private const int BySetting = -1;

    private static readonly TextTable _texts = new();

    // The columns of _rows: on the device one table costs far less than a dozen.
    private const int SignColumn = 0;
    private const int UnitColumn = 1;
    private const int PlaceColumn = 2;
    private const int WarnColumn = 3;
    private const int AlarmColumn = 4;
    private const int FixedLimitColumn = 5;
    private const int HysteresisColumn = 6;
    private const int MinimumSecondsColumn = 7;
    private const int KeyColumn = 8;
    private const int Columns = 9;

    // Where the texts of a row stand behind its key.
    private const int WhereText = 1;
    private const int MeaningText = 2;
    private const int StateText = 3;

    private static readonly short[] _rows = new short[Kinds * Columns];

    static AlarmTable()
    {
        // The units come first, in the order of AlarmUnit.
        _texts.Add("|mV|C|permille|");
        AddLimited();
        AddFixed();
        _texts.Complete();
    }

    /// <summary>All texts, ASCII.</summary>
    public static TextTable Texts => _texts;

    /// <summary>Where the name for programs is: "cell_high".</summary>
    public static int Key(AlarmKind kind) => Get(kind, KeyColumn);

    /// <summary>Where it is in a battery, as words behind the battery's name; the number of a cell group is to be added.</summary>
    public static int Where(AlarmKind kind) => Key(kind) + WhereText;

    /// <summary>Where the word is that stands for a value where there is none to show; else an empty text.</summary>
    public static int State(AlarmKind kind) => Key(kind) + StateText;

    /// <summary>Where it says what it means, in at most 15 characters: a line of the panel's middle font.</summary>
    public static int Meaning(AlarmKind kind) => Key(kind) + MeaningText;

    /// <summary>The unit of its value and limit.</summary>
    public static AlarmUnit Unit(AlarmKind kind) => (AlarmUnit)Get(kind, UnitColumn);

    /// <summary>Where the text of that unit is.</summary>
    public static int UnitText(AlarmKind kind) => Get(kind, UnitColumn);

    /// <summary>Where in the battery it is.</summary>
    public static AlarmPlace Place(AlarmKind kind) => (AlarmPlace)Get(kind, PlaceColumn);

    /// <summary>Tells whether it has a value and a limit to show.</summary>
    public static bool HasLimit(AlarmKind kind) => Unit(kind) != AlarmUnit.None;

    /// <summary>Tells whether low values are bad.</summary>
    public static bool IsBelow(AlarmKind kind) => Get(kind, SignColumn) == AlarmRule.Low;

    /// <summary>Tells whether it is about values, which are of now only while the battery is live.</summary>
    public static bool IsOfValues(AlarmKind kind) => kind != AlarmKind.BatteryLost && kind != AlarmKind.RepliesInconsistent;

    /// <summary>Makes the rule of a kind; its limits are still to be set by <see cref="SetLimits"/>.</summary>
    internal static AlarmRule MakeRule(AlarmKind kind) => new(Get(kind, SignColumn), Get(kind, HysteresisColumn));

    /// <summary>Gives the rule of a kind the limits that are set.</summary>
    internal static void SetLimits(AlarmRule rule, AlarmKind kind, Settings settings)
    {
        int seconds = Get(kind, MinimumSecondsColumn);
        rule.SetLimits(
            Limit(kind, (SettingId)Get(kind, WarnColumn), Get(kind, FixedLimitColumn), settings),
            Limit(kind, (SettingId)Get(kind, AlarmColumn), kind == AlarmKind.BatteryLost ? 0 : AlarmRule.Never, settings),
            seconds == BySetting ? settings.Get(SettingId.AlarmAfter) : seconds * 1000);
    }

    private static void AddLimited()
    {
        const int CellMv = 50;
        const int Degrees = 3;
        const int SpreadMv = 20;
        const int SocPermille = 30;
        Add(AlarmKind.CellHigh, AlarmRule.High, AlarmUnit.Millivolts, AlarmPlace.HighestCell,
            SettingId.CellHighWarn, SettingId.CellHighAlarm, CellMv);
        Say(AlarmKind.CellHigh, "cell_high| cell |voltage high||");
        Add(AlarmKind.CellLow, AlarmRule.Low, AlarmUnit.Millivolts, AlarmPlace.LowestCell,
            SettingId.CellLowWarn, SettingId.CellLowAlarm, CellMv);
        Say(AlarmKind.CellLow, "cell_low| cell |voltage low||");
        Add(AlarmKind.CellHot, AlarmRule.High, AlarmUnit.Celsius, AlarmPlace.HottestCell,
            SettingId.CellHotWarn, SettingId.CellHotAlarm, Degrees);
        Say(AlarmKind.CellHot, "cell_hot| cell |too hot||");
        Add(AlarmKind.CellColdCharging, AlarmRule.Low, AlarmUnit.Celsius, AlarmPlace.ColdestCell,
            SettingId.ChargeCold, SettingId.ChargeCold, Degrees);
        Say(AlarmKind.CellColdCharging, "cell_cold_charging| cell |cold, charging||");
        Add(AlarmKind.BoardHot, AlarmRule.High, AlarmUnit.Celsius, AlarmPlace.Battery,
            SettingId.BoardHotWarn, SettingId.BoardHotAlarm, Degrees);
        Say(AlarmKind.BoardHot, "board_hot| board|too hot||");
        Add(AlarmKind.SocLow, AlarmRule.Low, AlarmUnit.Permille, AlarmPlace.Battery,
            SettingId.SocLowWarn, SettingId.SocLowAlarm, SocPermille);
        Say(AlarmKind.SocLow, "soc_low| SOC|nearly empty||");
        Add(AlarmKind.CellSpread, AlarmRule.High, AlarmUnit.Millivolts, AlarmPlace.Battery, SettingId.SpreadWarn, Fixed, SpreadMv);
        Say(AlarmKind.CellSpread, "cell_spread| spread|cells far apart||");
    }

    // What has no limit of the owner's. Lost and inconsistent have had their time before they are true.
    private static void AddFixed()
    {
        const int SocDisagreesMv = 10;
        Add(AlarmKind.BatteryLost, AlarmRule.High, AlarmUnit.None, AlarmPlace.Battery, Fixed, Fixed, 0);
        Fix(AlarmKind.BatteryLost, 0, 0);
        Say(AlarmKind.BatteryLost, "battery_lost||no answer|lost|");
        Add(AlarmKind.SocDisagrees, AlarmRule.High, AlarmUnit.None, AlarmPlace.Battery, Fixed, Fixed, SocDisagreesMv);
        Fix(AlarmKind.SocDisagrees, 0, SocDisagreesSeconds);
        Say(AlarmKind.SocDisagrees, "soc_disagrees| SOC|cells disagree|doubtful|");
        Add(AlarmKind.RepliesInconsistent, AlarmRule.High, AlarmUnit.None, AlarmPlace.Battery, Fixed, Fixed, ToleratedContradictions);
        Fix(AlarmKind.RepliesInconsistent, ToleratedContradictions, 0);
        Say(AlarmKind.RepliesInconsistent, "replies_inconsistent| replies|do not add up|inconsistent|");
    }

    private static void Add(
        AlarmKind kind, int sign, AlarmUnit unit, AlarmPlace place, SettingId warn, SettingId alarm, int hysteresis)
    {
        Set(kind, SignColumn, sign);
        Set(kind, UnitColumn, (int)unit);
        Set(kind, PlaceColumn, (int)place);
        Set(kind, WarnColumn, (int)warn);
        Set(kind, AlarmColumn, (int)alarm);
        Set(kind, HysteresisColumn, hysteresis);
        Set(kind, MinimumSecondsColumn, BySetting);
    }

    private static void Fix(AlarmKind kind, int warnLimit, int minimumSeconds)
    {
        Set(kind, FixedLimitColumn, warnLimit);
        Set(kind, MinimumSecondsColumn, minimumSeconds);
    }

    // Key; where it is; what it means; what stands for a value.
    private static void Say(AlarmKind kind, string texts) => Set(kind, KeyColumn, _texts.Add(texts));

    private static int Get(AlarmKind kind, int column) => _rows[((int)kind * Columns) + column];

    private static void Set(AlarmKind kind, int column, int value) => _rows[((int)kind * Columns) + column] = (short)value;

    private static int Limit(AlarmKind kind, SettingId id, int fixedLimit, Settings settings)
    {
        if (id == Fixed)
        {
            return fixedLimit;
        }

        return settings.Get(id) * (kind == AlarmKind.SocLow ? 10 : 1);
    }
}
