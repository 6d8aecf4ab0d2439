namespace System.Net.NetworkInformation;

public class NetworkInterface
{
    protected extern NetworkInterface(int interfaceIndex);

    public extern string IPv4Address { get; }

    public extern NetworkInterfaceType NetworkInterfaceType { get; }

    public extern byte[] PhysicalAddress { get; set; }

    public static extern NetworkInterface[] GetAllNetworkInterfaces();

    public static extern bool GetIsNetworkAvailable();

    public extern void EnableStaticIPv4(string ipv4Address, string ipv4SubnetMask, string ipv4GatewayAddress);
}
