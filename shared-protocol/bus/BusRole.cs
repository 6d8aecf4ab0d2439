namespace ValenceNano.Protocol;

/// <summary>What the product does on the bus. Its texts stand in a table of this order.</summary>
public enum BusRole
{
    /// <summary>Just started: listens whether another master talks.</summary>
    Starting,

    /// <summary>Another master talks: listens to it and never sends.</summary>
    Listener,

    /// <summary>The master of the bus.</summary>
    Master,
}
