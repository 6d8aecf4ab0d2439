using ValenceNano.Model;

namespace ValenceNano.Display;

/// <summary>The pages of the display.</summary>
public enum PageKind
{
    /// <summary>All batteries together.</summary>
    Bank,

    /// <summary>In place of the bank while no battery is known: what to do.</summary>
    Searching,

    /// <summary>In place of the bank while none is live: the last values with their age.</summary>
    Asleep,

    /// <summary>What is wrong, in words.</summary>
    Alarm,

    /// <summary>What has gone in and out of all batteries.</summary>
    Energy,

    /// <summary>The last 24 hours.</summary>
    Graph,

    /// <summary>One battery.</summary>
    Battery,

    /// <summary>The cell groups of one battery.</summary>
    Cells,

    /// <summary>What one battery really holds.</summary>
    Health,

    /// <summary>What happens on the bus.</summary>
    Bus,

    /// <summary>The network, and where the page is.</summary>
    Network,

    /// <summary>In set-up: what a phone has to scan next.</summary>
    SetUpCode,

    /// <summary>In set-up: the same as text.</summary>
    SetUpText,

    /// <summary>While the button is held for long: what it will do.</summary>
    Held,
}
