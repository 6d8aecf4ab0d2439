namespace System.Net.NetworkInformation;

public class Wireless80211Configuration
{
    internal extern Wireless80211Configuration();

    public extern AuthenticationType Authentication { get; set; }

    public extern EncryptionType Encryption { get; set; }

    public extern ConfigurationOptions Options { get; set; }

    public extern string Password { get; set; }

    public extern string Ssid { get; set; }

    public static extern Wireless80211Configuration[] GetAllWireless80211Configurations();

    public extern void SaveConfiguration();

    public enum ConfigurationOptions : byte
    {
        Disable = 1,
        Enable = 2,
        AutoConnect = 6,
    }
}
