using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ValenceNano.Firmware;
using ValenceNano.Model;
using ValenceNano.Network;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Browser;

/// <summary>The firmware with its page on a port of this computer, in real time, after some hours that passed at once.</summary>
internal sealed class PageProduct : IDisposable
{
    private readonly FirmwareRig _rig = new(seed: 1);
    private readonly ConcurrentQueue<Action<FirmwareRig>> _wanted = new();
    private readonly Stopwatch _time = new();
    private readonly Task _running;
    private readonly Scene? _scene;
    private long _startUs;
    private volatile bool _isOver;

    /// <summary>Starts it with batteries, and lets time pass before anybody asks.</summary>
    /// <param name="isBoat">They are a boat's, with night and sun; else they are discharged, each with another current.</param>
    public PageProduct(int batteries = 2, int minutes = 90, bool isBoat = false)
    {
        _scene = isBoat ? new Scene(_rig.Batteries, batteries, seed: 1) : null;
        for (int i = 1; i <= batteries && !isBoat; i++)
        {
            var battery = new VirtualBattery(Encoding.ASCII.GetBytes($"CBB1128100{i:00}"), 900 - (50 * i), seed: i);
            battery.Model.CurrentMa = -1000 * i;
            _rig.Batteries.Add(battery);
        }

        int port = FreePort();
        Address = $"http://127.0.0.1:{port}/";
        _rig.Facts = new DeviceFacts { IsSimulated = true };
        var listener = new NetworkListener(IPAddress.Loopback, port);
        listener.Open();
        _rig.Listener = listener;
        _startUs = minutes * 60_000_000L;
        _running = Task.Factory.StartNew(() => _rig.Run(Turn), TaskCreationOptions.LongRunning);
    }

    /// <summary>Where the page is.</summary>
    public string Address { get; }

    /// <summary>Somebody presses the button.</summary>
    public void Press() => Do(rig => rig.ButtonLock.Unlock(rig.NowMs));

    /// <summary>So much time passes at once, ms.</summary>
    public void Pass(long ms) => _wanted.Enqueue(_ => _startUs += ms * 1000);

    /// <summary>Does something to the product between two of its turns.</summary>
    public void Do(Action<FirmwareRig> action) => _wanted.Enqueue(action);

    /// <summary>All that was wanted has been done, and the time has passed that was to pass.</summary>
    public Task SettledAsync()
    {
        var done = new TaskCompletionSource();
        Do(_ => done.SetResult());
        return done.Task;
    }

    public void Dispose()
    {
        _isOver = true;
        _running.GetAwaiter().GetResult();
        ((NetworkListener)_rig.Listener).Close();
    }

    private bool Turn()
    {
        _time.Start();
        _scene?.MoveTo(_rig.NowMs);
        long dueUs = _startUs + (long)_time.Elapsed.TotalMicroseconds;
        if (_rig.Device.Clock.NowUs < dueUs)
        {
            return !_isOver;
        }

        Thread.Sleep(1);
        _rig.Device.Clock.NowUs = Math.Max(_rig.Device.Clock.NowUs, dueUs);
        if (_wanted.TryDequeue(out Action<FirmwareRig>? action))
        {
            action(_rig);
        }

        return !_isOver;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
