using System.IO.Ports;

namespace ValenceNano.Desktop;

/// <summary>
/// A bus port on a serial port of this computer: 115200 baud, 8N1, raw. A port that goes away while it is in use reads
/// nothing until it is back; it is tried again every second. While it is open no other program may use it.
/// </summary>
public sealed class SerialBusPort : IBusConnection
{
    private const int BaudRate = 115200;
    private const int RetryMs = 1000;

    // Where a port cannot be waited on it is looked at so often.
    private const int LookMs = 20;

    // Numbers of errors, on Linux and macOS alike.
    private const int NotPermitted = 1;
    private const int AccessDenied = 13;
    private const int Busy = 16;

    private readonly string _name;
    private readonly Action<string> _report;
    private SerialPort? _port;
    private PortFile? _file;
    private long _retryAtMs;

    /// <summary>Opens a port.</summary>
    /// <param name="name">Its name: <c>/dev/ttyUSB0</c>, <c>COM3</c>, a pseudo terminal.</param>
    /// <param name="report">Takes a line when the port goes away, and when it is back.</param>
    /// <exception cref="PortException">It cannot be opened, or another program uses it.</exception>
    public SerialBusPort(string name, Action<string> report)
    {
        _name = name;
        _report = report;
        Open();
    }

    /// <summary>The port is there.</summary>
    public bool IsOpen => _port != null;

    /// <inheritdoc/>
    public void Write(byte[] buffer, int offset, int count)
    {
        if (_file is { IsThere: true } file)
        {
            file.Write(buffer, offset, count);
        }
        else
        {
            WritePort(buffer, offset, count);
        }
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        if ((_port == null && !ComesBack()) || count == 0)
        {
            return 0;
        }

        if (!_file!.IsThere)
        {
            return ReadPort(buffer, offset, count);
        }

        int read = _file.Read(buffer, offset, count);
        if (read == 0 && _file.IsGone)
        {
            Lose();
        }

        return read;
    }

    /// <inheritdoc/>
    public void WaitForInput(int ms)
    {
        if (_file is { IsThere: true } file)
        {
            file.WaitForInput(ms);
        }
        else
        {
            Thread.Sleep(Math.Min(ms, LookMs));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _port?.Dispose();
        _port = null;

        // Also of a port that is gone: as long as it is open its name is not free for the one that is plugged in again.
        _file?.Dispose();
        _file = null;
    }

    private void Open()
    {
        _file = PortFile.Take(_name) ?? throw new PortException(ExplainBusy(_name));
        try
        {
            _port = Open(_name);
        }
        catch (PortException)
        {
            Dispose();
            throw;
        }
    }

    private void WritePort(byte[] buffer, int offset, int count)
    {
        try
        {
            _port?.Write(buffer, offset, count);
        }
        catch (Exception e) when (IsLineFault(e))
        {
            Lose();
        }
    }

    private int ReadPort(byte[] buffer, int offset, int count)
    {
        try
        {
            int available = _port!.BytesToRead;
            return available > 0 ? _port.Read(buffer, offset, Math.Min(available, count)) : 0;
        }
        catch (Exception e) when (IsLineFault(e))
        {
            Lose();
            return 0;
        }
    }

    private static SerialPort Open(string name)
    {
        var port = new SerialPort(name, BaudRate, Parity.None, 8, StopBits.One)
        {
            Handshake = Handshake.None,
            ReadTimeout = 100,
            WriteTimeout = 500,
        };
        try
        {
            port.Open();
            port.DiscardInBuffer();
            return port;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            port.Dispose();
            throw new PortException(Explain(name, e), e);
        }
    }

    private static string Explain(string name, Exception e)
    {
        if (!OperatingSystem.IsWindows() && !File.Exists(name))
        {
            return Directory.Exists(name) ? $"{name}: this is a folder, not a serial port" : $"{name}: there is no such port. {Others()}";
        }

        // All of them come as the same exception; the system's own reason is inside, but for Windows, where it means this.
        int reason = OperatingSystem.IsWindows() && e is UnauthorizedAccessException ? Busy : e.InnerException?.HResult ?? 0;
        return reason switch
        {
            Busy => ExplainBusy(name),
            AccessDenied or NotPermitted =>
                $"{name}: permission denied. Join the group that may use it, then log in again: sudo usermod -a -G dialout $USER",
            _ => $"{name}: this is no serial port that can be used. {Others()}",
        };
    }

    private static string ExplainBusy(string name) => PortUser.Find(name) is { } user
        ? $"{name}: the port is busy: {user} uses it. Two programs cannot speak on one bus: end the other one"
        : $"{name}: the port is busy: another program uses it. Close that";

    // Of a port's names the best is the one that stays the same when adapters are plugged in in another order.
    private static string[] FindNames()
    {
        const string ById = "/dev/serial/by-id";
        string[] names = Directory.Exists(ById) ? Directory.GetFileSystemEntries(ById) : [];
        return names.Length > 0 ? names : SerialPort.GetPortNames();
    }

    private static string Others()
    {
        string[] names = FindNames();
        return names.Length == 0
            ? "No serial port was found: is the adapter plugged in?"
            : $"There are: {string.Join(", ", names)}";
    }

    private static bool IsLineFault(Exception e) =>
        e is IOException or UnauthorizedAccessException or InvalidOperationException or TimeoutException;

    private void Lose()
    {
        Dispose();
        _retryAtMs = Environment.TickCount64 + RetryMs;
        _report($"{_name}: the port is gone; waiting for it to come back");
    }

    private bool ComesBack()
    {
        if (Environment.TickCount64 < _retryAtMs)
        {
            return false;
        }

        _retryAtMs = Environment.TickCount64 + RetryMs;
        try
        {
            Open();
        }
        catch (PortException)
        {
            return false;
        }

        _report($"{_name}: the port is back");
        return true;
    }
}
