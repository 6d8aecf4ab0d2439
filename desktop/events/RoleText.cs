using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>The role on the bus in words.</summary>
public static class RoleText
{
    /// <summary>What the product does on its bus now.</summary>
    public static string Of(BusMonitor bus) => bus.Role switch
    {
        BusRole.Starting => "listening whether another display is there",
        BusRole.Listener when bus.IsMasterHeard => "listening: another display is the master of the bus",
        BusRole.Listener => "listening: no display has been heard yet",
        _ => "master of the bus",
    };
}
