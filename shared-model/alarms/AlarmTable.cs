namespace ValenceNano.Model;

/// <summary>
/// Every kind of alarm once, in the order of <see cref="AlarmKind"/>: on which side of its limits it is, its unit and place, what it
/// means, from which settings its limits are, and what it takes to end. Texts are places in <see cref="Text"/>.
/// </summary>
public static class AlarmTable
{
    /// <summary>How many kinds there are.</summary>
    public const int Kinds = (int)AlarmKind.RepliesInconsistent + 1;

    /// <summary>State of charge and voltage are held against each other only below this current, mA either way: C/20.</summary>
    public const int RestMaxMa = 2000;

    /// <summary>How long they must disagree, ms: so long that most of the last load is gone from the voltage.</summary>
    public const int SocDisagreesMs = 60000;

    /// <summary>A current above this is charging, mA. Less does no harm to a cold cell.</summary>
    public const int ChargingMa = 300;

    /// <summary>More <see cref="Protocol.Battery.Contradictions"/> are told: two replies in a row make 4.</summary>
    private const int ToleratedContradictions = 3;

    /// <summary>The setting of a limit that is none: it is fixed.</summary>
    private const SettingId Fixed = SettingId.Count;

    /// <summary>The minimum time of a kind for which it is a setting.</summary>
    private const int BySetting = -1;

    private static readonly TextTable _texts = new();
    private static readonly sbyte[] _signs = new sbyte[Kinds];
    private static readonly byte[] _units = new byte[Kinds];
    private static readonly byte[] _places = new byte[Kinds];
    private static readonly byte[] _warnSettings = new byte[Kinds];
    private static readonly byte[] _alarmSettings = new byte[Kinds];
    private static readonly int[] _fixedLimits = new int[Kinds];
    private static readonly int[] _hystereses = new int[Kinds];
    private static readonly int[] _minimumMs = new int[Kinds];
    private static readonly ushort[] _keys = new ushort[Kinds];
    private static readonly ushort[] _where = new ushort[Kinds];
    private static readonly ushort[] _states = new ushort[Kinds];
    private static readonly ushort[] _meanings = new ushort[Kinds];
    private static readonly ushort[] _unitTexts = new ushort[(int)AlarmUnit.Permille + 1];

    static AlarmTable()
    {
        _unitTexts[(int)AlarmUnit.None] = _texts.Add("");
        _unitTexts[(int)AlarmUnit.Millivolts] = _texts.Add("mV");
        _unitTexts[(int)AlarmUnit.Celsius] = _texts.Add("C");
        _unitTexts[(int)AlarmUnit.Permille] = _texts.Add("permille");
        AddLimited();
        AddFixed();
        _texts.Complete();
    }

    /// <summary>All texts, ASCII.</summary>
    public static byte[] Text => _texts.Bytes;

    /// <summary>How many bytes the text at a place of <see cref="Text"/> has.</summary>
    public static int Length(int place) => _texts.Length(place);

    /// <summary>Where the name for programs is: "cell_high".</summary>
    public static int Key(AlarmKind kind) => _keys[(int)kind];

    /// <summary>Where it is in a battery, as words behind the battery's name; the number of a cell group is to be added.</summary>
    public static int Where(AlarmKind kind) => _where[(int)kind];

    /// <summary>Where the word is that stands for a value where there is none to show; else an empty text.</summary>
    public static int State(AlarmKind kind) => _states[(int)kind];

    /// <summary>Where it says what it means, in at most 15 characters: a line of the panel's middle font.</summary>
    public static int Meaning(AlarmKind kind) => _meanings[(int)kind];

    /// <summary>The unit of its value and limit.</summary>
    public static AlarmUnit Unit(AlarmKind kind) => (AlarmUnit)_units[(int)kind];

    /// <summary>Where the text of that unit is.</summary>
    public static int UnitText(AlarmKind kind) => _unitTexts[_units[(int)kind]];

    /// <summary>Where in the battery it is.</summary>
    public static AlarmPlace Place(AlarmKind kind) => (AlarmPlace)_places[(int)kind];

    /// <summary>Tells whether it has a value and a limit to show.</summary>
    public static bool HasLimit(AlarmKind kind) => _units[(int)kind] != (byte)AlarmUnit.None;

    /// <summary>Tells whether low values are bad.</summary>
    public static bool IsBelow(AlarmKind kind) => _signs[(int)kind] == AlarmRule.Low;

    /// <summary>Tells whether it is about values, which are of now only while the battery is live.</summary>
    public static bool IsOfValues(AlarmKind kind) => kind != AlarmKind.BatteryLost && kind != AlarmKind.RepliesInconsistent;

    /// <summary>Makes the rule of a kind; its limits are still to be set by <see cref="SetLimits"/>.</summary>
    internal static AlarmRule MakeRule(AlarmKind kind) => new(_signs[(int)kind], _hystereses[(int)kind]);

    /// <summary>Gives the rule of a kind the limits that are set.</summary>
    internal static void SetLimits(AlarmRule rule, AlarmKind kind, Settings settings)
    {
        int minimumMs = _minimumMs[(int)kind];
        rule.SetLimits(
            Limit(kind, (SettingId)_warnSettings[(int)kind], _fixedLimits[(int)kind], settings),
            Limit(kind, (SettingId)_alarmSettings[(int)kind], kind == AlarmKind.BatteryLost ? 0 : AlarmRule.Never, settings),
            minimumMs == BySetting ? settings.Get(SettingId.AlarmAfter) : minimumMs);
    }

    private static void AddLimited()
    {
        const int CellMv = 50;
        const int Degrees = 3;
        const int SpreadMv = 20;
        const int SocPermille = 30;
        Add(AlarmKind.CellHigh, AlarmRule.High, AlarmUnit.Millivolts, AlarmPlace.HighestCell,
            SettingId.CellHighWarn, SettingId.CellHighAlarm, CellMv);
        Say(AlarmKind.CellHigh, "cell_high", " cell ", "voltage high");
        Add(AlarmKind.CellLow, AlarmRule.Low, AlarmUnit.Millivolts, AlarmPlace.LowestCell,
            SettingId.CellLowWarn, SettingId.CellLowAlarm, CellMv);
        Say(AlarmKind.CellLow, "cell_low", " cell ", "voltage low");
        Add(AlarmKind.CellHot, AlarmRule.High, AlarmUnit.Celsius, AlarmPlace.HottestCell,
            SettingId.CellHotWarn, SettingId.CellHotAlarm, Degrees);
        Say(AlarmKind.CellHot, "cell_hot", " cell ", "too hot");
        Add(AlarmKind.CellColdCharging, AlarmRule.Low, AlarmUnit.Celsius, AlarmPlace.ColdestCell,
            SettingId.ChargeCold, SettingId.ChargeCold, Degrees);
        Say(AlarmKind.CellColdCharging, "cell_cold_charging", " cell ", "cold, charging");
        Add(AlarmKind.BoardHot, AlarmRule.High, AlarmUnit.Celsius, AlarmPlace.Battery,
            SettingId.BoardHotWarn, SettingId.BoardHotAlarm, Degrees);
        Say(AlarmKind.BoardHot, "board_hot", " board", "too hot");
        Add(AlarmKind.SocLow, AlarmRule.Low, AlarmUnit.Permille, AlarmPlace.Battery,
            SettingId.SocLowWarn, SettingId.SocLowAlarm, SocPermille);
        Say(AlarmKind.SocLow, "soc_low", " SOC", "nearly empty");
        Add(AlarmKind.CellSpread, AlarmRule.High, AlarmUnit.Millivolts, AlarmPlace.Battery, SettingId.SpreadWarn, Fixed, SpreadMv);
        Say(AlarmKind.CellSpread, "cell_spread", " spread", "cells far apart");
    }

    // What has no limit of the owner's. Lost and inconsistent have had their time before they are true.
    private static void AddFixed()
    {
        const int SocDisagreesMv = 10;
        Add(AlarmKind.BatteryLost, AlarmRule.High, AlarmUnit.None, AlarmPlace.Battery, Fixed, Fixed, 0);
        Fix(AlarmKind.BatteryLost, 0, 0);
        Say(AlarmKind.BatteryLost, "battery_lost", "", "no answer", "lost");
        Add(AlarmKind.SocDisagrees, AlarmRule.High, AlarmUnit.None, AlarmPlace.Battery, Fixed, Fixed, SocDisagreesMv);
        Fix(AlarmKind.SocDisagrees, 0, SocDisagreesMs);
        Say(AlarmKind.SocDisagrees, "soc_disagrees", " SOC", "cells disagree", "doubtful");
        Add(AlarmKind.RepliesInconsistent, AlarmRule.High, AlarmUnit.None, AlarmPlace.Battery, Fixed, Fixed, ToleratedContradictions);
        Fix(AlarmKind.RepliesInconsistent, ToleratedContradictions, 0);
        Say(AlarmKind.RepliesInconsistent, "replies_inconsistent", " replies", "do not add up", "inconsistent");
    }

    private static void Add(
        AlarmKind kind, int sign, AlarmUnit unit, AlarmPlace place, SettingId warn, SettingId alarm, int hysteresis)
    {
        int row = (int)kind;
        _signs[row] = (sbyte)sign;
        _units[row] = (byte)unit;
        _places[row] = (byte)place;
        _warnSettings[row] = (byte)warn;
        _alarmSettings[row] = (byte)alarm;
        _hystereses[row] = hysteresis;
        _minimumMs[row] = BySetting;
    }

    private static void Fix(AlarmKind kind, int warnLimit, int minimumMs)
    {
        _fixedLimits[(int)kind] = warnLimit;
        _minimumMs[(int)kind] = minimumMs;
    }

    private static void Say(AlarmKind kind, string key, string where, string meaning, string state = "")
    {
        _keys[(int)kind] = _texts.Add(key);
        _where[(int)kind] = _texts.Add(where);
        _meanings[(int)kind] = _texts.Add(meaning);
        _states[(int)kind] = _texts.Add(state);
    }

    private static int Limit(AlarmKind kind, SettingId id, int fixedLimit, Settings settings)
    {
        if (id == Fixed)
        {
            return fixedLimit;
        }

        return settings.Get(id) * (kind == AlarmKind.SocLow ? 10 : 1);
    }
}
