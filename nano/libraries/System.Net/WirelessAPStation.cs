namespace System.Net.NetworkInformation;

public class WirelessAPStation
{
    internal extern WirelessAPStation();
}
