namespace System.Device.Wifi;

internal class WifiNetworkReport
{
    internal WifiNetworkReport(WifiAvailableNetwork[] networks)
    {
        AvailableNetworks = networks;
    }

    public WifiAvailableNetwork[] AvailableNetworks { get; }
}
