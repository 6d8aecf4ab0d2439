using ValenceNano.Simulation;

namespace System.Net.NetworkInformation;

internal class Wireless80211Configuration
{
    private readonly VirtualWifi _wifi = VirtualDevice.Current.Wifi;

    internal Wireless80211Configuration()
    {
    }

    public AuthenticationType Authentication { get; set; }

    public EncryptionType Encryption { get; set; }

    public ConfigurationOptions Options { get; set; }

    public string Password { get; set; }

    public string Ssid { get; set; }

    public static Wireless80211Configuration[] GetAllWireless80211Configurations()
    {
        (string name, string password, int options) = VirtualDevice.Current.Wifi.Station;
        return [new() { Ssid = name, Password = password, Options = (ConfigurationOptions)options }];
    }

    public void SaveConfiguration()
    {
        _wifi.CheckCanSave();
        _wifi.Station = (Ssid, Password, (int)Options);
    }

    internal enum ConfigurationOptions : byte
    {
        Disable = 1,
        Enable = 2,
        AutoConnect = 6,
    }
}
