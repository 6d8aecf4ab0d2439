namespace ValenceNano.Model;

/// <summary>
/// Every kind of alarm once, in the order of <see cref="AlarmKind"/>: on which side of its limits it is, its unit and place, what it
/// means, from which settings its limits are, and what it takes to end. Texts are places in <see cref="Words"/>.
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

    // The lines that a kind has in the texts.
    private const int KeyLine = 0;
    private const int WhereLine = 1;
    private const int MeaningLine = 2;
    private const int StateLine = 3;
    private const int LinesPerKind = 4;

    private enum Column
    {
        Sign,
        Unit,
        Place,
        Warn,
        Alarm,
        Hysteresis,
    }

    /// <summary>All texts: four lines a kind, then the units, then what is put behind an alarm of a kind or state.</summary>
    public static FlashTexts Words { get; } = new("""
        cell_high
        cell
        voltage high

        cell_low
        cell
        voltage low

        cell_hot
        cell
        too hot

        cell_cold_charging
        cell
        cold, charging

        board_hot
        board
        too hot

        battery_lost

        no answer
        lost
        soc_low
        SOC
        nearly empty

        cell_spread
        spread
        cells far apart

        soc_disagrees
        SOC
        cells disagree
        doubtful
        replies_inconsistent
        replies
        do not add up
        inconsistent

        mV
        C
        permille
        , charging
        , over
        """);

    /// <summary>Where the name for programs is: "cell_high".</summary>
    public static int Key(AlarmKind kind) => LineOf(kind, KeyLine);

    /// <summary>Where the word is for its place in a battery; an empty text if it is the battery itself. The number of a cell group is to be added.</summary>
    public static int Where(AlarmKind kind) => LineOf(kind, WhereLine);

    /// <summary>Where the word is that stands for a value where there is none to show; else an empty text.</summary>
    public static int State(AlarmKind kind) => LineOf(kind, StateLine);

    /// <summary>Where it says what it means, in at most 15 characters: a line of the panel's middle font.</summary>
    public static int Meaning(AlarmKind kind) => LineOf(kind, MeaningLine);

    /// <summary>Where it says that the battery is charging.</summary>
    internal const int Charging = (Kinds * LinesPerKind) + (int)AlarmUnit.Permille + 1;

    /// <summary>Where it says that the alarm is over.</summary>
    internal const int Over = Charging + 1;

    /// <summary>The unit of its value and limit.</summary>
    public static AlarmUnit Unit(AlarmKind kind) => (AlarmUnit)Get(kind, Column.Unit);

    /// <summary>Where the text of that unit is.</summary>
    public static int UnitText(AlarmKind kind) => (Kinds * LinesPerKind) + Get(kind, Column.Unit);

    /// <summary>Where in the battery it is.</summary>
    public static AlarmPlace Place(AlarmKind kind) => (AlarmPlace)Get(kind, Column.Place);

    /// <summary>Tells whether it has a value and a limit to show.</summary>
    public static bool HasLimit(AlarmKind kind) => Unit(kind) != AlarmUnit.None;

    /// <summary>Tells whether low values are bad.</summary>
    public static bool IsBelow(AlarmKind kind) => Get(kind, Column.Sign) == AlarmRules.Low;

    /// <summary>Tells whether it is about values, which are of now only while the battery is live.</summary>
    public static bool IsOfValues(AlarmKind kind) => kind != AlarmKind.BatteryLost && kind != AlarmKind.RepliesInconsistent;

    /// <summary>Makes the rule of a kind of the limits that are set. Lost and inconsistent have had their time before they are true.</summary>
    internal static void SetRule(AlarmRules rules, AlarmKind kind, Settings settings)
    {
        int sign = Get(kind, Column.Sign);
        int hysteresis = Get(kind, Column.Hysteresis);
        switch (kind)
        {
            case AlarmKind.BatteryLost:
                rules.Set(kind, sign, hysteresis, warn: 0, alarm: 0, minimumMs: 0);
                break;
            case AlarmKind.SocDisagrees:
                rules.Set(kind, sign, hysteresis, warn: 0, AlarmRules.Never, SocDisagreesSeconds * 1000);
                break;
            case AlarmKind.RepliesInconsistent:
                rules.Set(kind, sign, hysteresis, ToleratedContradictions, AlarmRules.Never, minimumMs: 0);
                break;
            default:
                rules.Set(kind, sign, hysteresis, Limit(kind, Column.Warn, settings), Limit(kind, Column.Alarm, settings),
                    settings.Get(SettingId.AlarmAfter));
                break;
        }
    }

    private static int Limit(AlarmKind kind, Column column, Settings settings)
    {
        var id = (SettingId)Get(kind, column);
        return id == SettingId.Count ? AlarmRules.Never : settings.Get(id) * (kind == AlarmKind.SocLow ? 10 : 1);
    }

    private static int LineOf(AlarmKind kind, int line) => ((int)kind * LinesPerKind) + line;

    private static int Get(AlarmKind kind, Column column) => kind switch
    {
        AlarmKind.CellHigh => Row(column, AlarmRules.High, AlarmUnit.Millivolts, AlarmPlace.HighestCell,
            SettingId.CellHighWarn, SettingId.CellHighAlarm, 50),
        AlarmKind.CellLow => Row(column, AlarmRules.Low, AlarmUnit.Millivolts, AlarmPlace.LowestCell,
            SettingId.CellLowWarn, SettingId.CellLowAlarm, 50),
        AlarmKind.CellHot => Row(column, AlarmRules.High, AlarmUnit.Celsius, AlarmPlace.HottestCell,
            SettingId.CellHotWarn, SettingId.CellHotAlarm, 3),
        AlarmKind.CellColdCharging => Row(column, AlarmRules.Low, AlarmUnit.Celsius, AlarmPlace.ColdestCell,
            SettingId.ChargeCold, SettingId.ChargeCold, 3),
        AlarmKind.BoardHot => Row(column, AlarmRules.High, AlarmUnit.Celsius, AlarmPlace.Battery,
            SettingId.BoardHotWarn, SettingId.BoardHotAlarm, 3),
        AlarmKind.SocLow => Row(column, AlarmRules.Low, AlarmUnit.Permille, AlarmPlace.Battery,
            SettingId.SocLowWarn, SettingId.SocLowAlarm, 30),
        AlarmKind.CellSpread => Row(column, AlarmRules.High, AlarmUnit.Millivolts, AlarmPlace.Battery,
            SettingId.SpreadWarn, SettingId.Count, 20),
        AlarmKind.BatteryLost => Fixed(column, 0),
        AlarmKind.SocDisagrees => Fixed(column, 10),
        _ => Fixed(column, ToleratedContradictions),
    };

    // What has no limit of the owner's, and nothing to show of it.
    private static int Fixed(Column column, int hysteresis) =>
        Row(column, AlarmRules.High, AlarmUnit.None, AlarmPlace.Battery, SettingId.Count, SettingId.Count, hysteresis);

    private static int Row(Column column, int sign, AlarmUnit unit, AlarmPlace place, SettingId warn, SettingId alarm, int hysteresis) =>
        column switch
        {
            Column.Sign => sign,
            Column.Unit => (int)unit,
            Column.Place => (int)place,
            Column.Warn => (int)warn,
            Column.Alarm => (int)alarm,
            _ => hysteresis,
        };
}
