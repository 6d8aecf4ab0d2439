namespace System.Net.NetworkInformation;

public enum NetworkInterfaceType
{
    Wireless80211 = 71,
    WirelessAP = 72,
}
