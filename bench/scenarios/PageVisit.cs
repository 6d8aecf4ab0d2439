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

    // 122 bytes, as in the comparison with the platform's own server; a phone's browser sends some 300 more, 9 instructions each.
    private static readonly byte[] s_request = Encoding.ASCII.GetBytes(
        "GET /api/status HTTP/1.1\r\nHost: 192.168.4.1\r\nUser-Agent: curl/8.14.1\r\nAccept: */*\r\nReferer: http://192.168.4.1/\r\n\r\n");

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

    /// <summary>The first piece of the status is sent.</summary>
    public void AskAndBegin()
    {
        FinishAnswer();
        Ask();
        _server.Poll(_nowMs);
        _server.Poll(_nowMs);
        Check.That(_peer.Count > 0);
    }

    /// <summary>A turn in which the next piece is made.</summary>
    public void AnswerPiece()
    {
        int before = _peer.Count;
        _server.Poll(_nowMs);
        Check.That(_peer.Count - before >= HttpServer.EnoughLength);
    }

    /// <summary>The status is answered, in as many turns as that takes.</summary>
    public void Answer()
    {
        FinishAnswer();
        Check.That(_peer.Count > 1000 && _peer.Received[_peer.Count - 5] == '0');
    }

    private void FinishAnswer()
    {
        while (_server.Poll(_nowMs))
        {
        }
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
