namespace System.Net.NetworkInformation;

public class NetworkInterface
{
    internal extern NetworkInterface();

    public extern byte[] PhysicalAddress { get; set; }

    public static extern NetworkInterface[] GetAllNetworkInterfaces();
}
