namespace System.Net.NetworkInformation;

internal class WirelessAPStation
{
    internal WirelessAPStation()
    {
    }
}
