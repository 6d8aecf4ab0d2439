using ValenceNano.Simulation;

namespace System.Device.Wifi;

internal sealed class WifiAdapter
{
    private readonly VirtualWifi _wifi = VirtualDevice.Current.Wifi;

    private WifiAdapter()
    {
        _wifi.SearchEnded += () => AvailableNetworksChanged?.Invoke(this, null);
    }

    public event AvailableNetworksChangedEventHandler AvailableNetworksChanged;

    public WifiNetworkReport NetworkReport => new([.. _wifi.Found.ConvertAll(found => new WifiAvailableNetwork(found.Name, found.SignalDbm))]);

    public static WifiAdapter[] FindAllAdapters() => [new()];

    // It ends when the test says so.
    public void ScanAsync() => _wifi.Searches++;
}
