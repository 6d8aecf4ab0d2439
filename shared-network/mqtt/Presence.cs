namespace ValenceNano.Network;

/// <summary>Whether a display or a battery is there, as it is published.</summary>
public static class Presence
{
    /// <summary>It is there.</summary>
    public static readonly byte[] Online = Ascii.Of("online");

    /// <summary>It is not.</summary>
    public static readonly byte[] Offline = Ascii.Of("offline");
}
