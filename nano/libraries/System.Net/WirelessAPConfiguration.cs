namespace System.Net.NetworkInformation;

public class WirelessAPConfiguration
{
    internal extern WirelessAPConfiguration();

    public extern AuthenticationType Authentication { get; set; }

    public extern EncryptionType Encryption { get; set; }

    public extern byte MaxConnections { get; set; }

    public extern ConfigurationOptions Options { get; set; }

    public extern string Password { get; set; }

    public extern string Ssid { get; set; }

    public static extern WirelessAPConfiguration[] GetAllWirelessAPConfigurations();

    public extern WirelessAPStation[] GetConnectedStations();

    public extern void SaveConfiguration();

    public enum ConfigurationOptions : byte
    {
        Disable = 1,
        Enable = 2,
        AutoStart = 6,
    }
}
