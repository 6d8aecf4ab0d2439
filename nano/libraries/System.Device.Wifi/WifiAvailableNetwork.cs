namespace System.Device.Wifi;

public class WifiAvailableNetwork
{
    public extern WifiAvailableNetwork();

    public extern double NetworkRssiInDecibelMilliwatts { get; }

    public extern string Ssid { get; }
}
