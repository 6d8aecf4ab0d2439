using System.Text;
using ValenceNano.Model;
using ValenceNano.Network;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>A browser asks the page's interface of a product with two batteries for the status; and nobody asks for anything.</summary>
internal sealed class PageVisit : IPicture, IListener
{
    private const int KnownMs = 130_000;

    // What a phone's browser sends along.
    private static readonly byte[] s_request = Encoding.ASCII.GetBytes(
        "GET /api/status HTTP/1.1\r\nHost: 192.168.4.1\r\nConnection: keep-alive\r\nUser-Agent: Mozilla/5.0 (Linux; Android 15; Phone) "
        + "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36\r\nAccept: */*\r\nReferer: http://192.168.4.1/\r\n"
        + "Accept-Encoding: gzip, deflate\r\nAccept-Language: de-DE,de;q=0.9\r\n\r\n");

    private readonly ReplayPeer _peer = new(s_request);
    private readonly HttpServer _server;
    private readonly long _nowMs;
    private bool _isThere;

    /// <summary>Makes a product that knows its batteries, with a server.</summary>
    public PageVisit()
    {
        var clock = new VirtualClock();
        var wire = new VirtualWire(clock, seed: 1);
        var batteries = new VirtualBatteries(wire);
        for (int i = 1; i <= 2; i++)
        {
            var battery = new VirtualBattery(Encoding.ASCII.GetBytes($"CBB1128100{i:00}"), 900 - (50 * i), seed: i);
            battery.Model.CurrentMa = -4000 * i;
            batteries.Add(battery);
        }

        var monitor = new Monitor(wire.OpenPort(), new Settings(), BusRole.Master);
        for (; clock.NowMs < KnownMs; clock.NowUs += 5000)
        {
            monitor.Poll(clock.NowMs);
        }

        _nowMs = clock.NowMs;
        _server = new HttpServer(this, new PageInterface(monitor, this, new DeviceFacts(), new ButtonLock()));
    }

    /// <summary>The browser has its connection, and asks.</summary>
    public void Ask()
    {
        _isThere = true;
        _server.Poll(_nowMs);
        _peer.Ask();
    }

    /// <summary>The status is answered, in as many turns as that takes.</summary>
    public void Answer()
    {
        while (_server.Poll(_nowMs))
        {
        }

        Check.That(_peer.Count > 1000 && _peer.Received[_peer.Count - 5] == '0');
    }

    /// <summary>A turn in which nobody is there.</summary>
    public void Idle() => Check.That(!_server.Poll(_nowMs));

    /// <inheritdoc/>
    public IConnection? Accept()
    {
        bool isNew = _isThere;
        _isThere = false;
        return isNew && _server.OpenCount == 0 ? _peer : null;
    }

    /// <inheritdoc/>
    public void Copy(int from, int count, byte[] buffer, int offset) => throw new NotSupportedException();
}
