using System.Net.Sockets;

namespace ValenceNano.Desktop;

/// <summary>
/// A bus port on the network: raw bytes over TCP, as ser2net and Wi-Fi adapters give them. A connection that breaks reads nothing until
/// it is back, and what is written meanwhile is lost, as on a cable that is pulled; it is tried again and again.
/// </summary>
public sealed class TcpBusPort : IBusConnection
{
    /// <summary>How long one attempt may take, ms.</summary>
    private const int ConnectMs = 3000;

    /// <summary>The first pause before it is tried again, ms; each one after it is twice as long, up to the longest.</summary>
    private const int MinPauseMs = 250;
    private const int MaxPauseMs = 1000;

    /// <summary>
    /// So long a connection must hold before it counts, ms: an adapter that is in use by another program accepts, and closes at once.
    /// </summary>
    private const int SettledMs = 1200;

    /// <summary>What is not acknowledged for so long breaks the connection, ms: what is sent later would come as one burst.</summary>
    private const int SilentMs = 4000;

    // tcp(7): IPPROTO_TCP and TCP_USER_TIMEOUT. The system's own time is a quarter of an hour.
    private const int TcpLevel = 6;
    private const int TcpUserTimeout = 18;

    private readonly TcpAddress _address;
    private readonly Action<string> _report;
    private readonly Func<long> _nowMs;
    private Socket? _socket;
    private Task<Socket>? _attempt;
    private long _connectedMs;
    private long _retryAtMs;
    private int _pauseMs = MinPauseMs;
    private bool _isToldGone;

    /// <summary>Connects.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="report">Takes a line when the connection breaks, and when it is back.</param>
    /// <param name="nowMs">A clock, ms; null: that of the system.</param>
    /// <exception cref="PortException">Nobody is there.</exception>
    public TcpBusPort(TcpAddress address, Action<string> report, Func<long>? nowMs = null)
    {
        _address = address;
        _report = report;
        _nowMs = nowMs ?? (() => Environment.TickCount64);
        try
        {
            Take(ConnectAsync(address).GetAwaiter().GetResult());
        }
        catch (Exception e) when (IsNetworkFault(e))
        {
            throw new PortException($"{address}: {Explain(e)}", e);
        }
    }

    /// <inheritdoc/>
    public void Write(byte[] buffer, int offset, int count)
    {
        if (_socket == null)
        {
            return;
        }

        // What there is no room for is lost. Nobody is there to wait for it.
        _socket.Send(buffer, offset, count, SocketFlags.None, out SocketError error);
        LoseAt(error);
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        if ((_socket == null && !ComesBack()) || count == 0)
        {
            return 0;
        }

        int read = _socket!.Receive(buffer, offset, count, SocketFlags.None, out SocketError error);
        LoseAt(read == 0 && error == SocketError.Success ? SocketError.Disconnecting : error);
        Settle();
        return read;
    }

    /// <inheritdoc/>
    public void WaitForInput(int ms)
    {
        if (_socket != null)
        {
            _socket.Poll(TimeSpan.FromMilliseconds(ms), SelectMode.SelectRead);
        }
        else
        {
            Thread.Sleep(ms);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _socket?.Dispose();
        _attempt?.ContinueWith(attempt => attempt.Result.Dispose(), TaskContinuationOptions.OnlyOnRanToCompletion);
    }

    private static async Task<Socket> ConnectAsync(TcpAddress address)
    {
        using var timeout = new CancellationTokenSource(ConnectMs);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // A listener sends nothing: only these tell it that the other side has gone without a word.
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 2);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 1);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 3);
            if (OperatingSystem.IsLinux())
            {
                socket.SetRawSocketOption(TcpLevel, TcpUserTimeout, BitConverter.GetBytes(SilentMs));
            }

            await socket.ConnectAsync(address.Host, address.Port, timeout.Token).ConfigureAwait(false);
            socket.Blocking = false;
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsNetworkFault(Exception e) => e is SocketException or OperationCanceledException or ArgumentException;

    private static string Explain(Exception e) => e switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
            "the connection is refused. Does the adapter, or ser2net, serve this port?",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } =>
            "there is no such host. Is the name right, and the network up?",
        OperationCanceledException or SocketException { SocketErrorCode: SocketError.TimedOut or SocketError.HostUnreachable } =>
            "nobody answers there. Is the address right, and the adapter switched on?",
        _ => $"there is no connection: {e.Message}",
    };

    private void Take(Socket socket)
    {
        _socket = socket;
        _connectedMs = _nowMs();
    }

    private void LoseAt(SocketError error)
    {
        if (error is SocketError.Success or SocketError.WouldBlock or SocketError.NoBufferSpaceAvailable)
        {
            return;
        }

        _socket!.Dispose();
        _socket = null;
        _retryAtMs = _nowMs() + _pauseMs;
        if (!_isToldGone)
        {
            _isToldGone = true;
            _report($"{_address}: the connection is gone; waiting for it to come back");
        }
    }

    private void Settle()
    {
        if (_socket == null || _nowMs() - _connectedMs < SettledMs)
        {
            return;
        }

        _pauseMs = MinPauseMs;
        if (_isToldGone)
        {
            _isToldGone = false;
            _report($"{_address}: the connection is back");
        }
    }

    private bool ComesBack()
    {
        if (_attempt == null)
        {
            _attempt = _nowMs() < _retryAtMs ? null : Task.Run(() => ConnectAsync(_address));
            return false;
        }

        if (!_attempt.IsCompleted)
        {
            return false;
        }

        if (_attempt.IsCompletedSuccessfully)
        {
            Take(_attempt.Result);
        }
        else
        {
            _ = _attempt.Exception;
        }

        _attempt = null;
        _pauseMs = Math.Min(2 * _pauseMs, MaxPauseMs);
        _retryAtMs = _nowMs() + _pauseMs;
        return _socket != null;
    }
}
