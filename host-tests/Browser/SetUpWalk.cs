using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using ValenceNano.Desktop;
using ValenceNano.Display;
using ValenceNano.Firmware;
using ValenceNano.Model;
using ValenceNano.Network;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Browser;

/// <summary>
/// A device that is set up, on a thread of its own: the firmware's main loop with a virtual radio, and its server on a real socket. Time
/// passes at least as fast as on the wall, and faster while nobody is connected.
/// </summary>
internal sealed class SetUpWalk : IDisposable
{
    private readonly FirmwareRig _rig = new(seed: 1);
    private readonly NetworkListener _listener;
    private readonly SetUpPlay _play;
    private readonly Thread _thread;
    private readonly ConcurrentQueue<Seen> _seen = new();
    private Seen? _last;
    private volatile bool _isOver;

    public SetUpWalk()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }

        _listener = new NetworkListener(IPAddress.Loopback, Port);
        _listener.Open();
        Scene = new Scene(_rig.Batteries, 2, seed: 1);
        _play = new SetUpPlay(_rig, _listener);
        _play.Begin();
        _thread = new Thread(() => _rig.Run(Turn)) { IsBackground = true };
        _thread.Start();
    }

    public int Port { get; }

    public Settings Settings => _rig.Settings;

    private Scene Scene { get; }

    /// <summary>
    /// Waits for a page of the panel in a state of the network, behind what was waited for before, and gives what is to be seen.
    /// </summary>
    public async Task<byte[]> SeeAsync(PageKind page, NetworkState state, Func<byte[], Task<bool>>? isIt = null)
    {
        var time = Stopwatch.StartNew();
        while (true)
        {
            while (TryTake(out Seen? seen))
            {
                if (seen.Page == page && seen.State == state && (isIt == null || await isIt(seen.Panel)))
                {
                    return seen.Panel;
                }
            }

            Assert.True(time.Elapsed.TotalSeconds < 40, $"{page} in {state} did not come; the last was {_last}.");
            await Task.Delay(20);
        }
    }

    public void Dispose()
    {
        _isOver = true;
        _thread.Join();
        _listener.Close();
    }

    private bool Turn()
    {
        Scene.MoveTo(_rig.NowMs);
        _play.MoveTo(_rig.NowMs);
        if (_rig.Display != null)
        {
            Look();
        }

        Thread.Sleep(1);
        return !_isOver;
    }

    private void Look()
    {
        var now = new Seen(_rig.Display.Turner.Page, _rig.Monitor.Network.State, PanelBytes.Of(_rig.Panel));
        if (_last == null || now.Page != _last.Page || now.State != _last.State || !now.Panel.AsSpan().SequenceEqual(_last.Panel))
        {
            _last = now;
            _seen.Enqueue(now);
        }
    }

    private bool TryTake([NotNullWhen(true)] out Seen? seen) => _seen.TryDequeue(out seen);

    private sealed record Seen(PageKind Page, NetworkState State, byte[] Panel);
}
