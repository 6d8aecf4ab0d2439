namespace ValenceNano.Model;

/// <summary>What the value and the limit of an alarm are in.</summary>
public enum AlarmUnit
{
    /// <summary>There are none to show.</summary>
    None,

    /// <summary>Millivolts.</summary>
    Millivolts,

    /// <summary>Degrees Celsius.</summary>
    Celsius,

    /// <summary>Permille of the state of charge.</summary>
    Permille,
}
