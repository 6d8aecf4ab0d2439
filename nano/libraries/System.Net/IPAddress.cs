using System.Net.Sockets;

namespace System.Net;

public class IPAddress
{
    internal extern IPAddress();

    public static readonly IPAddress Any;

    public extern AddressFamily AddressFamily { get; }
}
