namespace ValenceNano.Model;

/// <summary>Which settings must stand in an order, and what is done about those that do not.</summary>
public static class SettingRules
{
    private const int Rules = 7;

    // The lower one, the higher one, and how much must lie between them at least: between low and high cells the ways back of both. A limit
    // that is switched off is in no order with any other.
    private static readonly byte[] _lower =
    [
        (byte)SettingId.CellLowAlarm, (byte)SettingId.CellHighWarn, (byte)SettingId.CellLowWarn, (byte)SettingId.CellHotWarn,
        (byte)SettingId.ChargeCold, (byte)SettingId.BoardHotWarn, (byte)SettingId.SocLowAlarm,
    ];

    private static readonly byte[] _higher =
    [
        (byte)SettingId.CellLowWarn, (byte)SettingId.CellHighAlarm, (byte)SettingId.CellHighWarn, (byte)SettingId.CellHotAlarm,
        (byte)SettingId.CellHotWarn, (byte)SettingId.BoardHotAlarm, (byte)SettingId.SocLowWarn,
    ];

    private static readonly byte[] _between = [0, 0, 101, 0, 1, 0, 0];

    /// <summary>The lower setting of the first two that contradict each other; <see cref="SettingId.Count"/> if none do.</summary>
    public static SettingId FindConflict(Settings settings)
    {
        int rule = FindRule(settings);
        return rule < 0 ? SettingId.Count : (SettingId)_lower[rule];
    }

    /// <summary>The setting that must be higher than another one; <see cref="SettingId.Count"/> if none must.</summary>
    public static SettingId HigherThan(SettingId lower)
    {
        int rule = 0;
        while (rule < Rules && _lower[rule] != (byte)lower)
        {
            rule++;
        }

        return rule < Rules ? (SettingId)_higher[rule] : SettingId.Count;
    }

    /// <summary>How much must lie between it and the setting that must be higher, at least.</summary>
    public static int Between(SettingId lower)
    {
        int rule = 0;
        while (_lower[rule] != (byte)lower)
        {
            rule++;
        }

        return _between[rule];
    }

    /// <summary>Replaces settings that contradict one another by their defaults, which never do.</summary>
    public static void Repair(Settings settings)
    {
        for (int rule = FindRule(settings); rule >= 0; rule = FindRule(settings))
        {
            settings.Replace((SettingId)_lower[rule]);
            settings.Replace((SettingId)_higher[rule]);
        }
    }

    private static int FindRule(Settings settings)
    {
        int rule = 0;
        while (rule < Rules && IsKept(settings, rule))
        {
            rule++;
        }

        return rule < Rules ? rule : -1;
    }

    private static bool IsKept(Settings settings, int rule)
    {
        var lower = (SettingId)_lower[rule];
        var higher = (SettingId)_higher[rule];
        return settings.Get(lower) + _between[rule] <= settings.Get(higher)
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
