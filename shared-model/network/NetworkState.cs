namespace ValenceNano.Model;

/// <summary>What the product's network does.</summary>
public enum NetworkState
{
    /// <summary>The radio is off: nobody has set it up.</summary>
    Off,

    /// <summary>It looks for its network, and has not had an address since the start.</summary>
    Connecting,

    /// <summary>It has looked for so long that the name or the password may be wrong.</summary>
    NotFound,

    /// <summary>It has an address.</summary>
    Connected,

    /// <summary>It had one, and looks for its network again.</summary>
    Lost,

    /// <summary>It is an access point of its own, to be set up.</summary>
    SetUp,

    /// <summary>The device is about to restart as something else.</summary>
    Restarting,
}
