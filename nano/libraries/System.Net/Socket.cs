namespace System.Net.Sockets;

public class Socket : IDisposable
{
    public extern Socket(AddressFamily addressFamily, SocketType socketType, ProtocolType protocolType);

    public extern int Available { get; }

    public extern Socket Accept();

    public extern void Bind(EndPoint localEP);

    public extern void Close();

    public extern void Connect(EndPoint remoteEP);

    extern void IDisposable.Dispose();

    public extern void Listen(int backlog);

    public extern bool Poll(int microSeconds, SelectMode mode);

    public extern int Receive(byte[] buffer, int offset, int size, SocketFlags socketFlags);

    public extern int ReceiveFrom(byte[] buffer, ref EndPoint remoteEP);

    public extern int Send(byte[] buffer, int offset, int size, SocketFlags socketFlags);

    public extern int SendTo(byte[] buffer, int offset, int size, SocketFlags socketFlags, EndPoint remoteEP);

    public extern void SetSocketOption(SocketOptionLevel optionLevel, SocketOptionName optionName, bool optionValue);
}
