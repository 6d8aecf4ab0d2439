namespace ValenceNano.Network;

/// <summary>Where a phone in the product's own network is sent that asks for anything else.</summary>
internal static class CaptivePortal
{
    /// <summary>The way to the page. Nothing of it may be kept: elsewhere the same address is somebody else's.</summary>
    public const string LocationField = "\r\nLocation: http://192.168.4.1/\r\nCache-Control: no-store";
}
