namespace ValenceNano.Model;

/// <summary>What <see cref="Days"/> keeps of each day, of all batteries together.</summary>
public enum DayId
{
    /// <summary>Charge taken in, mAh.</summary>
    ChargeIn,

    /// <summary>Charge given, mAh.</summary>
    ChargeOut,

    /// <summary>Energy taken in, mWh.</summary>
    EnergyIn,

    /// <summary>Energy given, mWh.</summary>
    EnergyOut,

    /// <summary>How much of the batteries' time was seen, permille.</summary>
    Coverage,

    /// <summary>Lowest state of charge of the bank, permille.</summary>
    SocMin,

    /// <summary>Highest state of charge of the bank, permille.</summary>
    SocMax,

    /// <summary>Lowest voltage of the bank, mV.</summary>
    VoltageMin,

    /// <summary>Highest voltage of the bank, mV.</summary>
    VoltageMax,

    /// <summary>Lowest cell-group voltage of all, mV.</summary>
    CellMin,

    /// <summary>Highest cell-group voltage of all, mV.</summary>
    CellMax,

    /// <summary>Lowest cell-group temperature of all, deg C.</summary>
    CellMinC,

    /// <summary>Highest cell-group temperature of all, deg C.</summary>
    CellMaxC,

    /// <summary>How many there are.</summary>
    Count,
}
