namespace ValenceNano.Network;

/// <summary>The paths, in the order of <see cref="Route"/>, and what may be done with each.</summary>
internal static class RouteTable
{
    /// <summary>
    /// Where a phone in the product's own network is sent that asks for anything else: to the page. Nothing of it may be kept, for elsewhere
    /// the same address is somebody else's.
    /// </summary>
    public const string LocationField = "\r\nLocation: http://192.168.4.1/\r\nCache-Control: no-store";

    /// <summary>The route with this path; <see cref="Route.Count"/>: there is none.</summary>
    public static Route Find(byte[] buffer, int start, int count)
    {
        Route route = Route.Page;
        while (route < Route.Count && !WebTexts.Is(WebText.PagePath + (int)route, buffer, start, count))
        {
            route++;
        }

        return route;
    }

    /// <summary>Tells whether a route knows a method.</summary>
    public static bool Allows(Route route, RequestMethod method)
    {
        switch (method)
        {
            case RequestMethod.Get:
            case RequestMethod.Head:
                return route < Route.Acknowledge;
            case RequestMethod.Put:
                return IsChangeable(route);
            case RequestMethod.Post:
                return route >= Route.Acknowledge;
            default:
                return false;
        }
    }

    /// <summary>What is said to a method that it does not know.</summary>
    public static string AllowField(Route route) =>
        IsChangeable(route) ? "\r\nAllow: GET, HEAD, PUT" : route < Route.Acknowledge ? "\r\nAllow: GET, HEAD" : "\r\nAllow: POST";

    /// <summary>Tells whether it is of no use without a radio.</summary>
    public static bool IsOfWifi(Route route) => route == Route.Wifi || route >= Route.WifiScan;

    private static bool IsChangeable(Route route) => route == Route.Settings || route == Route.Wifi;

    /// <summary>Tells whether it needs a press of the product's button before.</summary>
    public static bool IsLocked(Route route, RequestMethod method) =>
        route >= Route.Reset || (IsChangeable(route) && method == RequestMethod.Put);
}
