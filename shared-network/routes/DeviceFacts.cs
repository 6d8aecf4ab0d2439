namespace ValenceNano.Network;

/// <summary>What a product says of itself.</summary>
public sealed class DeviceFacts
{
    /// <summary>Which version of the product it is.</summary>
    public const string Version = "0.1.0";

    /// <summary>Its own name in the network, lower case; an empty one if it has none.</summary>
    public byte[] HostName { get; init; } = [];

    /// <summary>It knows the time of day by itself.</summary>
    public bool HasClock { get; init; }

    /// <summary>Its batteries are virtual.</summary>
    public bool IsSimulated { get; init; }
}
