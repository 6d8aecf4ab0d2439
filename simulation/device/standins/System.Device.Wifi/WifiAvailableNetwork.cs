namespace System.Device.Wifi;

internal class WifiAvailableNetwork
{
    internal WifiAvailableNetwork(string name, int signalDbm)
    {
        Ssid = name;
        NetworkRssiInDecibelMilliwatts = signalDbm;
    }

    public double NetworkRssiInDecibelMilliwatts { get; }

    public string Ssid { get; }
}
