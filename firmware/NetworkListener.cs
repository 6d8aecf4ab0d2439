using System.Net;
using System.Net.Sockets;
using ValenceNano.Network;

namespace ValenceNano.Firmware;

/// <summary>
/// A port of the chip's network. While no network is up every call of the driver throws, which costs some 2,000 instructions: then it is
/// left alone for a while.
/// </summary>
public sealed class NetworkListener : IListener
{
    // At least as many as come at once; the driver turns others away until then, and they try again by themselves.
    private const int Backlog = 4;

    /// <summary>How many calls it is left alone for; at one each 10 ms, 2 s.</summary>
    private const int PauseCalls = 200;

    private readonly IPAddress _address;
    private readonly int _port;
    private Socket _socket;
    private int _pause;

    /// <summary>Makes one that has not touched the network yet.</summary>
    /// <param name="address">On which of the product's addresses.</param>
    /// <param name="port">On which port, 1..65535.</param>
    public NetworkListener(IPAddress address, int port)
    {
        _address = address;
        _port = port;
    }

    /// <summary>Takes the port now. Throws what the driver throws if that cannot be; <see cref="Accept"/> tries by itself.</summary>
    public void Open()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(_address, _port));
            socket.Listen(Backlog);
        }
        catch (SocketException)
        {
            socket.Close();
            throw;
        }

        _socket = socket;
    }

    /// <inheritdoc/>
    public IConnection Accept()
    {
        if (_pause > 0)
        {
            _pause--;
            return null;
        }

        try
        {
            if (_socket == null)
            {
                Open();
            }

            return _socket.Poll(0, SelectMode.SelectRead) ? Take(_socket.Accept()) : null;
        }
        catch (SocketException)
        {
            _pause = PauseCalls;
            return null;
        }
    }

    /// <summary>Gives the port back.</summary>
    public void Close() => _socket?.Close();

    private static NetworkConnection Take(Socket socket)
    {
        try
        {
            // The last piece of an answer must not wait for the acknowledgement of the one before.
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.NoDelay, true);
            return new NetworkConnection(socket);
        }
        catch (SocketException)
        {
            // The peer has reset it already, and lwIP has nothing to set.
            socket.Close();
            return null;
        }
    }
}
