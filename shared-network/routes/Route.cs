namespace ValenceNano.Network;

/// <summary>What the page's interface has. The order is that of <see cref="RouteTable"/>.</summary>
public enum Route
{
    /// <summary>The page itself.</summary>
    Page,

    /// <summary>All that is known now.</summary>
    Status,

    /// <summary>The last day, and the days before it.</summary>
    History,

    /// <summary>The same as tables.</summary>
    HistoryTable,

    /// <summary>What the panel shows.</summary>
    Panel,

    /// <summary>The settings: to be read, and to be changed.</summary>
    Settings,

    /// <summary>The network that the product is in, and those that it finds: to be read, and to be changed.</summary>
    Wifi,

    /// <summary>The alarms have been seen.</summary>
    Acknowledge,

    /// <summary>Batteries are to be searched for.</summary>
    Search,

    /// <summary>What time it is.</summary>
    Time,

    /// <summary>Counters are to begin anew.</summary>
    Reset,

    /// <summary>A battery is to be forgotten.</summary>
    Forget,

    /// <summary>Networks are to be searched for.</summary>
    WifiScan,

    /// <summary>Set-up is to end.</summary>
    WifiEnd,

    /// <summary>How many there are; also: none of them.</summary>
    Count,
}
