namespace System.Net.Sockets;

public enum SocketType
{
    Stream = 1,
    Dgram = 2,
}
