namespace System.Net.Sockets;

public enum ProtocolType
{
    Tcp = 6,
    Udp = 17,
}
