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
}
