namespace ValenceNano.Model;

/// <summary>What <see cref="Extremes"/> keeps of each battery since it was set back.</summary>
public enum ExtremeId
{
    /// <summary>Lowest battery voltage, mV.</summary>
    VoltageMin,

    /// <summary>Highest battery voltage, mV.</summary>
    VoltageMax,

    /// <summary>Lowest cell-group voltage, mV.</summary>
    CellMin,

    /// <summary>Highest cell-group voltage, mV.</summary>
    CellMax,

    /// <summary>Lowest cell-group temperature, deg C.</summary>
    CellMinC,

    /// <summary>Highest cell-group temperature, deg C.</summary>
    CellMaxC,

    /// <summary>Deepest state of charge, permille.</summary>
    SocMin,

    /// <summary>Full charges that were seen: <see cref="HealthMeter"/> has the rule.</summary>
    FullCharges,

    /// <summary>Cycles: below 65 %, and then above 90 %.</summary>
    Cycles,

    /// <summary>Times the battery's gauge has set itself anew: its state of charge moved by more than 3 % from one reply to the next.</summary>
    Synchronisations,

    /// <summary>How many there are.</summary>
    Count,
}
