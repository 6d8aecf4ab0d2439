namespace System.Device.Wifi;

public sealed class WifiAdapter : IDisposable
{
    internal extern WifiAdapter();

    public extern event AvailableNetworksChangedEventHandler AvailableNetworksChanged;

    public extern WifiNetworkReport NetworkReport { get; }

    public static extern WifiAdapter[] FindAllAdapters();

    public extern void Dispose();

    public extern void ScanAsync();
}
