namespace ValenceNano.Network;

/// <summary>Whether a display or a battery is there, as it is published.</summary>
public static class Presence
{
    /// <summary>It is there.</summary>
    public const string Online = "online";

    /// <summary>It is not.</summary>
    public const string Offline = "offline";
}
