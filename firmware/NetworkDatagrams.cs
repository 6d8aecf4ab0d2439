using System.Net;
using System.Net.Sockets;
using ValenceNano.Network;

namespace ValenceNano.Firmware;

/// <summary>A port of the chip's network for datagrams. It is asked only while a network is up, else every call of the driver throws.</summary>
public sealed class NetworkDatagrams : IDatagrams
{
    /// <summary>How many calls a port that cannot be had is left alone for; at one each 10 ms, 2 s.</summary>
    private const int PauseCalls = 200;

    private readonly int _port;
    private readonly IPEndPoint _everybody;
    private Socket _socket;
    private Socket _sender;
    private int _pause;
    private EndPoint _from = new IPEndPoint(IPAddress.Any, 0);

    /// <summary>Makes one that has not touched the network yet.</summary>
    /// <param name="port">On which port, 1..65535.</param>
    /// <param name="replyPort">To which port of everybody in the network a reply goes; 0: to whoever has sent the last one.</param>
    public NetworkDatagrams(int port, int replyPort = 0)
    {
        _port = port;
        _everybody = replyPort == 0 ? null : new IPEndPoint(IPAddress.Broadcast, replyPort);
    }

    /// <inheritdoc/>
    public int Receive(byte[] buffer)
    {
        if (_pause > 0)
        {
            _pause--;
            return 0;
        }

        try
        {
            if (_socket == null)
            {
                Open();
            }

            return _socket.Poll(0, SelectMode.SelectRead) ? _socket.ReceiveFrom(buffer, ref _from) : 0;
        }
        catch (SocketException)
        {
            _pause = PauseCalls;
            return 0;
        }
    }

    /// <inheritdoc/>
    public void Reply(byte[] buffer, int count)
    {
        try
        {
            if (_everybody == null)
            {
                _socket.SendTo(buffer, 0, count, SocketFlags.None, _from);
            }
            else
            {
                _sender.SendTo(buffer, 0, count, SocketFlags.None, _everybody);
            }
        }
        catch (SocketException)
        {
            // Whoever has asked asks again.
        }
    }

    /// <summary>Gives the port back.</summary>
    public void Close()
    {
        _socket?.Close();
        _sender?.Close();
    }

    private void Open()
    {
        if (_everybody != null && _sender == null)
        {
            // Bound to the product's address in the network of its own, the only one in which it speaks to everybody: so that leaves by that
            // network, whichever else there is.
            _sender = OpenAt(AddressOf(WifiControl.OwnAddress), 0);
            _sender.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Broadcast, true);
        }

        _socket = OpenAt(IPAddress.Any, _port);
    }

    private static IPAddress AddressOf(int number) =>
        new(new[] { (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number });

    private static Socket OpenAt(IPAddress address, int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
        }
        catch (SocketException)
        {
            socket.Close();
            throw;
        }

        return socket;
    }
}
