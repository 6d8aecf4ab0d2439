namespace ValenceNano.Network;

/// <summary>What a radio is from one restart to the next.</summary>
public enum RadioMode
{
    /// <summary>Off.</summary>
    Off,

    /// <summary>In somebody's network, or looking for it; without the name of one it only runs.</summary>
    Station,

    /// <summary>A network of its own, of 192.168.4.1, which gives addresses to those who join.</summary>
    AccessPoint,
}
