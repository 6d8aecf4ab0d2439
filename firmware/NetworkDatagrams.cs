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
    private Socket _socket;
    private int _pause;
    private EndPoint _sender = new IPEndPoint(IPAddress.Any, 0);

    /// <summary>Makes one that has not touched the network yet.</summary>
    /// <param name="port">On which port, 1..65535.</param>
    public NetworkDatagrams(int port)
    {
        _port = port;
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

            return _socket.Poll(0, SelectMode.SelectRead) ? _socket.ReceiveFrom(buffer, ref _sender) : 0;
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
            _socket.SendTo(buffer, 0, count, SocketFlags.None, _sender);
        }
        catch (SocketException)
        {
            // Whoever has asked asks again.
        }
    }

    /// <summary>Gives the port back.</summary>
    public void Close() => _socket?.Close();

    private void Open()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Any, _port));
        }
        catch (SocketException)
        {
            socket.Close();
            throw;
        }

        _socket = socket;
    }
}
