namespace ValenceNano.Model;

/// <summary>Which settings must stand in an order, and what is done about those that do not.</summary>
public static class SettingRules
{
    /// <summary>The lower setting of the first two that contradict each other; <see cref="SettingId.Count"/> if none do.</summary>
    public static SettingId FindConflict(Settings settings)
    {
        SettingId lower = 0;
        while (lower < SettingId.Count && IsKept(settings, lower, HigherThan(lower)))
        {
            lower++;
        }

        return lower;
    }

    /// <summary>The setting that must be higher than another one; <see cref="SettingId.Count"/> if none must.</summary>
    public static SettingId HigherThan(SettingId lower) => lower switch
    {
        SettingId.CellLowAlarm => SettingId.CellLowWarn,
        SettingId.CellLowWarn => SettingId.CellHighWarn,
        SettingId.CellHighWarn => SettingId.CellHighAlarm,
        SettingId.CellHotWarn => SettingId.CellHotAlarm,
        SettingId.ChargeCold => SettingId.CellHotWarn,
        SettingId.BoardHotWarn => SettingId.BoardHotAlarm,
        SettingId.SocLowAlarm => SettingId.SocLowWarn,
        _ => SettingId.Count,
    };

    /// <summary>How much must lie between it and the setting that must be higher, at least: between low and high cells the ways back of both.</summary>
    public static int Between(SettingId lower) => lower switch
    {
        SettingId.CellLowWarn => 101,
        SettingId.ChargeCold => 1,
        _ => 0,
    };

    /// <summary>Replaces settings that contradict one another by their defaults, which never do.</summary>
    public static void Repair(Settings settings)
    {
        for (SettingId lower = FindConflict(settings); lower < SettingId.Count; lower = FindConflict(settings))
        {
            settings.Replace(lower);
            settings.Replace(HigherThan(lower));
        }
    }

    // A limit that is switched off is in no order with any other.
    private static bool IsKept(Settings settings, SettingId lower, SettingId higher) =>
        higher == SettingId.Count
        || settings.Get(lower) + Between(lower) <= settings.Get(higher)
        || IsOff(settings, lower) || IsOff(settings, higher);

    // At the end of its range that no value passes.
    private static bool IsOff(Settings settings, SettingId id)
    {
        bool isLow = id == SettingId.CellLowAlarm || id == SettingId.CellLowWarn || id == SettingId.ChargeCold
            || id == SettingId.SocLowAlarm || id == SettingId.SocLowWarn;
        return settings.Get(id) == (isLow ? SettingTable.Min(id) : SettingTable.Max(id));
    }
}
