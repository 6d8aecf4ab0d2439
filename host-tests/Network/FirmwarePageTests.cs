using System.Text;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Network;

/// <summary>The firmware's main loop with its page: peers come and go, and the batteries are polled as ever.</summary>
public sealed class FirmwarePageTests
{
    private const int Batteries = 4;
    private const string Request = "GET /api/status HTTP/1.1\r\nHost: 192.168.4.1\r\n\r\n";

    // What a turn takes on the chip, at 4 us an instruction: one in which a piece of an answer is made, and one in which nothing is.
    private const int BusyTurnUs = 40_000;
    private const int IdleTurnUs = 1500;

    private readonly VirtualNetwork _network = new();
    private readonly FirmwareRig _rig = new(seed: 1);
    private readonly List<VirtualPeer> _peers = [];
    private int _received;
    private int _idleTurnUs = IdleTurnUs;

    public FirmwarePageTests()
    {
        for (int i = 1; i <= Batteries; i++)
        {
            var battery = new VirtualBattery(Encoding.ASCII.GetBytes($"CBB1128100{i:00}"), 900 - (50 * i), seed: i);
            battery.Model.CurrentMa = -1000 * i;
            _rig.Batteries.Add(battery);
        }

        _rig.Listener = _network;
    }

    [Fact]
    public void Flood_of_three_clients_leaves_every_battery_polled_every_3_s()
    {
        int answers = 0;
        Run(60_000, () =>
        {
            while (_peers.Count < 3)
            {
                _peers.Add(_network.Connect().Send(Request));
            }

            foreach (VirtualPeer peer in _peers.Where(peer => peer.ReceivedText.EndsWith("0\r\n\r\n", StringComparison.Ordinal)))
            {
                answers++;
                peer.ForgetReceived();
                peer.Send(Request);
            }
        });

        Assert.All(_peers, peer => Assert.False(peer.IsClosedByProduct));
        Assert.InRange(answers, 60, int.MaxValue);
        CheckPolled(sinceMs: 60_000);
    }

    [Fact]
    public void Half_open_peers_leave_every_battery_polled_every_3_s()
    {
        Run(60_000, () =>
        {
            _peers.RemoveAll(peer => peer.IsClosedByProduct);
            while (_peers.Count < 8)
            {
                VirtualPeer peer = _network.Connect().Send(Request[..(_peers.Count * 5)]);
                peer.Window = 0;
                _peers.Add(peer);
            }
        });

        CheckPolled(sinceMs: 60_000);
    }

    [Fact]
    public void Page_is_answered_although_a_round_of_polls_never_ends()
    {
        _rig.Settings.Set(ValenceNano.Model.SettingId.PollInterval, BusMaster.MinPollIntervalMs);
        VirtualPeer? peer = null;
        long answeredMs = 0;
        _idleTurnUs = 3 * BusyTurnUs;
        Run(60_000, () =>
        {
            peer ??= _rig.NowMs > 20_000 ? _network.Connect().Send(Request) : null;
            answeredMs = answeredMs == 0 && peer != null && peer.ReceivedText.EndsWith("0\r\n\r\n", StringComparison.Ordinal) ? _rig.NowMs : answeredMs;
        });

        Assert.InRange(answeredMs, 20_000, 32_000);
    }

    [Fact]
    public void Button_opens_the_lock_of_the_page()
    {
        string put = PageBench.Text("PUT", "/api/settings", "{\"blank_after_min\":7}");
        VirtualPeer? before = null;
        VirtualPeer? after = null;
        Run(20_000, () =>
        {
            _rig.HoldButton(_rig.NowMs is > 11_000 and < 11_100);
            before ??= _rig.NowMs > 10_000 ? _network.Connect().Send(put) : null;
            after ??= _rig.NowMs > 12_000 ? _network.Connect().Send(put) : null;
        });

        Assert.Equal(403, Response.Only(before!.Received).Status);
        Assert.Equal(200, Response.Only(after!.Received).Status);
        Assert.Equal(7, _rig.Settings.Get(ValenceNano.Model.SettingId.BlankAfter));
    }

    private void Run(int ms, Action turn) => _rig.Run(() =>
    {
        if (_rig.Display != null)
        {
            turn();
        }

        int received = _peers.Sum(peer => peer.ReceivedCount);
        _rig.Device.Clock.NowUs += received != _received ? BusyTurnUs : _idleTurnUs;
        _received = received;
        return _rig.NowMs < ms;
    });

    private void CheckPolled(long sinceMs)
    {
        BusCounters counters = _rig.Monitor.Bus.Counters;
        Assert.Equal(Batteries, _rig.Monitor.Bank.LiveCount);
        // It listens and searches for some 6 s first.
        Assert.InRange(counters.Replies, Batteries * ((sinceMs / 3000) - 3), int.MaxValue);
        Assert.Equal(0, counters.Timeouts);
        Assert.All(
            Enumerable.Range(0, Batteries), i => Assert.InRange(_rig.NowMs - _rig.Monitor.Bus.Batteries[i].ValuesMs, 0, 3200));
    }
}
