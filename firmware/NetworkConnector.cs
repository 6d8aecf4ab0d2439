using System;
using System.Net;
using System.Net.Sockets;
using ValenceNano.Network;

namespace ValenceNano.Firmware;

/// <summary>
/// Opens connections with the chip's network. Looking up a name and connecting wait for some 7 s or more, and have no time limit: a thread does
/// that, once for each connection, and hands over the socket.
/// </summary>
public sealed class NetworkConnector : IConnector
{
    private string _host;
    private int _port;

    // Between the thread and the loop.
    private readonly object _gate = new();
    private Socket _socket;
    private bool _isBusy;

    /// <inheritdoc/>
    public bool HasFailed
    {
        get
        {
            lock (_gate)
            {
                return !_isBusy && _socket == null;
            }
        }
    }

    /// <inheritdoc/>
    public bool Begin(byte[] host, int length, int port)
    {
        lock (_gate)
        {
            if (_isBusy)
            {
                return false;
            }

            _isBusy = true;
        }

        // One that nobody has taken.
        _socket?.Close();
        _socket = null;
        var letters = new char[length];
        for (int i = 0; i < length; i++)
        {
            letters[i] = (char)host[i];
        }

        _host = new string(letters);
        _port = port;
        new System.Threading.Thread(Open).Start();
        return true;
    }

    /// <inheritdoc/>
    public IConnection Take()
    {
        lock (_gate)
        {
            if (_isBusy || _socket == null)
            {
                return null;
            }

            var connection = new NetworkConnection(_socket);
            _socket = null;
            return connection;
        }
    }

    private void Open()
    {
        Socket socket = null;
        try
        {
            socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Connect(new IPEndPoint(Find(_host), _port));
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.NoDelay, true);
        }
        catch (Exception)
        {
            // Whatever it is, from here it would end the program; the reason does not matter to who tries again.
            socket?.Close();
            socket = null;
        }

        lock (_gate)
        {
            _socket = socket;
            _isBusy = false;
        }
    }

    private static IPAddress Find(string host)
    {
        IPAddress[] addresses = Dns.GetHostEntry(host).AddressList;
        int place = 0;
        while (addresses[place].AddressFamily != AddressFamily.InterNetwork)
        {
            place++;
        }

        return addresses[place];
    }
}
