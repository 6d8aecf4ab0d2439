using ValenceNano.Simulation;

namespace System.Net.NetworkInformation;

internal class WirelessAPConfiguration
{
    private readonly VirtualWifi _wifi = VirtualDevice.Current.Wifi;

    internal WirelessAPConfiguration()
    {
    }

    public AuthenticationType Authentication { get; set; }

    public EncryptionType Encryption { get; set; }

    public byte MaxConnections { get; set; }

    public ConfigurationOptions Options { get; set; }

    public string Password { get; set; }

    public string Ssid { get; set; }

    public static WirelessAPConfiguration[] GetAllWirelessAPConfigurations()
    {
        (string name, string password, int options, int maxClients) = VirtualDevice.Current.Wifi.AccessPoint;
        return [new() { Ssid = name, Password = password, Options = (ConfigurationOptions)options, MaxConnections = (byte)maxClients }];
    }

    public WirelessAPStation[] GetConnectedStations() => new WirelessAPStation[_wifi.Phones];

    public void SaveConfiguration()
    {
        _wifi.CheckCanSave();
        _wifi.AccessPoint = (Ssid, Password, (int)Options, MaxConnections);
    }

    internal enum ConfigurationOptions : byte
    {
        Disable = 1,
        Enable = 2,
        AutoStart = 6,
    }
}
