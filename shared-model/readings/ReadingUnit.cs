namespace ValenceNano.Model;

/// <summary>
/// In which unit a reading is shown, and how the integer is in it: 13352 with three decimals is 13.352 V. What belongs to each stands
/// in <see cref="ReadingTable"/>.
/// </summary>
public enum ReadingUnit
{
    /// <summary>None.</summary>
    None,

    /// <summary>Millivolts, shown as V.</summary>
    Volts,

    /// <summary>Millivolts, shown as they are.</summary>
    Millivolts,

    /// <summary>Milliamperes, shown as A.</summary>
    Amperes,

    /// <summary>Milliwatts, shown as W.</summary>
    Watts,

    /// <summary>Milliampere-hours, shown as Ah.</summary>
    AmpereHours,

    /// <summary>Milliwatt-hours, shown as kWh.</summary>
    KilowattHours,

    /// <summary>A state of charge: permille, shown as %.</summary>
    Charge,

    /// <summary>A share of something else: permille, shown as %.</summary>
    Share,

    /// <summary>Degrees Celsius.</summary>
    Celsius,

    /// <summary>Minutes.</summary>
    Minutes,

    /// <summary>Milliseconds, shown as s.</summary>
    Seconds,
}
