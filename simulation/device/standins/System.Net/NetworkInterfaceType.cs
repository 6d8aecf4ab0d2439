namespace System.Net.NetworkInformation;

internal enum NetworkInterfaceType
{
    Wireless80211 = 71,
    WirelessAP = 72,
}
