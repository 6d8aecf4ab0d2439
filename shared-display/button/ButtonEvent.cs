namespace ValenceNano.Display;

/// <summary>What the one button was used for.</summary>
public enum ButtonEvent
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A short press: the next page, or an alarm is acknowledged.</summary>
    Short,

    /// <summary>A long press: search for batteries again.</summary>
    Long,

    /// <summary>Two short presses: dim or bright.</summary>
    Double,

    /// <summary>Held longer: the network is to be set up.</summary>
    SetUp,

    /// <summary>Held longer still: everything that was set is to be forgotten.</summary>
    Reset,
}
