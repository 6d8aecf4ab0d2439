namespace ValenceNano.Model;

/// <summary>Which settings must stand in an order, and what is done about those that do not.</summary>
public static class SettingRules
{
    // The columns of the rules.
    private const int Lower = 0;
    private const int Higher = 1;
    private const int Least = 2;
    private const int Columns = 3;

    // The lower one, the higher one, and how much must lie between them at least: between low and high cells the ways back of both. A limit
    // that is switched off is in no order with any other.
    private static readonly byte[] _rules =
    [
        (byte)SettingId.CellLowAlarm, (byte)SettingId.CellLowWarn, 0,
        (byte)SettingId.CellHighWarn, (byte)SettingId.CellHighAlarm, 0,
        (byte)SettingId.CellLowWarn, (byte)SettingId.CellHighWarn, 101,
        (byte)SettingId.CellHotWarn, (byte)SettingId.CellHotAlarm, 0,
        (byte)SettingId.ChargeCold, (byte)SettingId.CellHotWarn, 1,
        (byte)SettingId.BoardHotWarn, (byte)SettingId.BoardHotAlarm, 0,
        (byte)SettingId.SocLowAlarm, (byte)SettingId.SocLowWarn, 0,
    ];

    /// <summary>The lower setting of the first two that contradict each other; <see cref="SettingId.Count"/> if none do.</summary>
    public static SettingId FindConflict(Settings settings)
    {
        int rule = FindBroken(settings);
        return rule < 0 ? SettingId.Count : (SettingId)_rules[rule + Lower];
    }

    /// <summary>The setting that must be higher than another one; <see cref="SettingId.Count"/> if none must.</summary>
    public static SettingId HigherThan(SettingId lower)
    {
        int rule = FindLower(lower);
        return rule < _rules.Length ? (SettingId)_rules[rule + Higher] : SettingId.Count;
    }

    /// <summary>How much must lie between it and the setting that must be higher, at least.</summary>
    public static int Between(SettingId lower) => _rules[FindLower(lower) + Least];

    /// <summary>Replaces settings that contradict one another by their defaults, which never do.</summary>
    public static void Repair(Settings settings)
    {
        for (int rule = FindBroken(settings); rule >= 0; rule = FindBroken(settings))
        {
            settings.Replace((SettingId)_rules[rule + Lower]);
            settings.Replace((SettingId)_rules[rule + Higher]);
        }
    }

    private static int FindLower(SettingId lower)
    {
        int rule = 0;
        while (rule < _rules.Length && _rules[rule + Lower] != (byte)lower)
        {
            rule += Columns;
        }

        return rule;
    }

    private static int FindBroken(Settings settings)
    {
        int rule = 0;
        while (rule < _rules.Length && IsKept(settings, rule))
        {
            rule += Columns;
        }

        return rule < _rules.Length ? rule : -1;
    }

    private static bool IsKept(Settings settings, int rule)
    {
        var lower = (SettingId)_rules[rule + Lower];
        var higher = (SettingId)_rules[rule + Higher];
        return settings.Get(lower) + _rules[rule + Least] <= settings.Get(higher)
            || IsOff(settings, lower) || IsOff(settings, higher);
    }

    // At the end of its range that no value passes.
    private static bool IsOff(Settings settings, SettingId id)
    {
        bool isLow = id == SettingId.CellLowAlarm || id == SettingId.CellLowWarn || id == SettingId.ChargeCold
            || id == SettingId.SocLowAlarm || id == SettingId.SocLowWarn;
        return settings.Get(id) == (isLow ? SettingTable.Min(id) : SettingTable.Max(id));
    }
}
