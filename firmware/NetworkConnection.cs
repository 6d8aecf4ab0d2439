using System.Net.Sockets;
using ValenceNano.Network;

namespace ValenceNano.Firmware;

/// <summary>A connection over one of the chip's sockets, which is asked before everything whether it would wait.</summary>
public sealed class NetworkConnection : IConnection
{
    /// <summary>While more than half of the chip's send buffer is free, so much goes into it without waiting, bytes.</summary>
    private const int MaxSendLength = 2880;

    private readonly Socket _socket;

    /// <summary>Takes over a socket that is connected.</summary>
    public NetworkConnection(Socket socket)
    {
        _socket = socket;
    }

    /// <inheritdoc/>
    public bool IsOpen { get; private set; } = true;

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        if (!IsOpen)
        {
            return 0;
        }

        try
        {
            int available = _socket.Available;
            if (available == 0 && _socket.Poll(0, SelectMode.SelectRead))
            {
                // There is something to be told: either bytes that have only just come, or that the peer has ended it.
                available = _socket.Available;
                IsOpen = available > 0;
            }

            return available == 0 ? 0 : _socket.Receive(buffer, offset, available < count ? available : count, SocketFlags.None);
        }
        catch (SocketException)
        {
            IsOpen = false;
            return 0;
        }
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count)
    {
        try
        {
            return IsOpen && _socket.Poll(0, SelectMode.SelectWrite)
                ? _socket.Send(buffer, offset, count < MaxSendLength ? count : MaxSendLength, SocketFlags.None)
                : 0;
        }
        catch (SocketException)
        {
            IsOpen = false;
            return 0;
        }
    }

    /// <inheritdoc/>
    public void Close()
    {
        IsOpen = false;
        _socket.Close();
    }
}
