namespace ValenceNano.Model;

/// <summary>
/// How an integer with its decimals in the unit is shown: 13352 mV in volts with two decimals is 13.35. The last hex digit is the
/// decimals shown, the one in front of it all that the integer has, 0 to 9. The rest is rounded, half away from zero.
/// </summary>
public enum NumberFormat
{
    /// <summary>As it is.</summary>
    Whole = 0x00,

    /// <summary>Permille as percent.</summary>
    Percent = 0x10,

    /// <summary>Whole thousands.</summary>
    Thousands = 0x30,

    /// <summary>Milliwatts as watts.</summary>
    Watts = Thousands,

    /// <summary>Millivolts as volts, to a tenth.</summary>
    VoltsTenths = 0x31,

    /// <summary>Millivolts as volts.</summary>
    Volts = 0x32,

    /// <summary>Whole millions.</summary>
    Millions = 0x60,

    /// <summary>Millions, to a tenth.</summary>
    MillionsTenths = 0x61,

    /// <summary>Together with another one: what is above zero, and not rounded to it, has a plus sign.</summary>
    Plus = 0x100,

    /// <summary>Milliamperes as whole amperes.</summary>
    Amps = Plus | 0x30,

    /// <summary>Milliamperes as amperes, to a tenth.</summary>
    AmpsTenths = Plus | 0x31,

    /// <summary>Milliamperes as amperes, to a hundredth.</summary>
    AmpsHundredths = Plus | 0x32,
}
