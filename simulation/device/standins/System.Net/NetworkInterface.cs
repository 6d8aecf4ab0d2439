using ValenceNano.Simulation;

namespace System.Net.NetworkInformation;

// Has what was when it was fetched, as the platform's.
internal class NetworkInterface
{
    private readonly VirtualWifi _wifi = VirtualDevice.Current.Wifi;

    private NetworkInterface(NetworkInterfaceType type, byte lastOfAddress, string address)
    {
        NetworkInterfaceType = type;
        PhysicalAddress = [0x24, 0x2B, 0x32, 0x39, 0x3F, lastOfAddress];
        IPv4Address = address;
        _wifi.InterfacesMade++;
    }

    public string IPv4Address { get; }

    public NetworkInterfaceType NetworkInterfaceType { get; }

    public byte[] PhysicalAddress { get; set; }

    public static bool GetIsNetworkAvailable() => VirtualDevice.Current.Wifi.HasLink || VirtualDevice.Current.Wifi.IsAccessPoint;

    public static NetworkInterface[] GetAllNetworkInterfaces()
    {
        VirtualWifi wifi = VirtualDevice.Current.Wifi;
        return
        [
            new(NetworkInterfaceType.Wireless80211, 0x2A, wifi.StationAddress),
            new(NetworkInterfaceType.WirelessAP, 0x2B, wifi.IsAccessPoint ? wifi.AccessPointAddress : VirtualWifi.NoAddress),
        ];
    }

    public void EnableStaticIPv4(string ipv4Address, string ipv4SubnetMask, string ipv4GatewayAddress) =>
        _wifi.AccessPointAddress = ipv4Address;
}
