using System.Net.Sockets;

namespace System.Net;

public class IPAddress
{
    public extern IPAddress(byte[] address);

    public static readonly IPAddress Any;
    public static readonly IPAddress Broadcast;

    public extern AddressFamily AddressFamily { get; }
}
