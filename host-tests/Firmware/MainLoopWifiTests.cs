using ValenceNano.Display;
using ValenceNano.HostTests.Network;
using ValenceNano.Model;
using ValenceNano.Network;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Firmware;

/// <summary>The firmware's main loop with a radio: whatever the network does, the batteries are polled as ever.</summary>
public sealed class MainLoopWifiTests
{
    private const string Home = "Harbour";
    private const string Password = "moorings42";

    // It listens for 4 s after a start, and searches; and a restart waits for 2 s.
    private const int MaxStartMs = 16_000;

    private readonly LoopBench _bench = new(batteries: 4) { ChecksPictures = false };
    private readonly VirtualNetwork _network = new();
    private readonly VirtualRadio _radio;
    private readonly VirtualHotspot _home = new(Home, Password, -52);
    private readonly List<(PageKind Page, NetworkState State)> _seen = [];
    private long _startMs;
    private int _reboots;
    private long _lateMs;

    public MainLoopWifiTests()
    {
        _radio = new VirtualRadio(_bench.Rig.Device.Clock, seed: 1);
        _radio.Hotspots.Add(_home);
        _bench.Rig.Radio = _radio;
        _bench.Rig.Listener = _network;
        _bench.Rig.Store = new VirtualFlash();
        _bench.EachTurn = Watch;
    }

    private FirmwareRig Rig => _bench.Rig;

    private NetworkState State => Rig.Monitor.Network.State;

    [Fact]
    public void Button_that_is_held_for_6_s_begins_set_up_and_for_6_s_again_ends_it()
    {
        _bench.PressAt(20, forMs: 6000)
            .At(24, () => Assert.Equal(PageKind.Held, _bench.Turner.Page))
            .At(45, () => Assert.Equal(NetworkState.SetUp, State))
            .PressAt(50, forMs: 6000)
            .RunUntil(80);

        Assert.Equal(NetworkState.Off, State);
        Assert.Equal(3, Rig.Device.Reboots);
    }

    [Fact]
    public void Settings_made_in_set_up_and_the_network_outlive_the_restart()
    {
        VirtualPeer? settings = null;
        VirtualPeer? wifi = null;
        _bench.PressAt(20, forMs: 6000)
            .At(40, () => _radio.Phones = 1)
            .At(43, () => settings = _network.Connect().Send(PageBench.Text("PUT", "/api/settings", "{\"capacity_ah\":80}")))
            .At(46, () => wifi = _network.Connect().Send(PageBench.Text("PUT", "/api/wifi", $"{{\"name\":\"{Home}\",\"password\":\"{Password}\"}}")))
            .RunUntil(70);

        Assert.Equal(200, Response.Only(settings!.Received).Status);
        Assert.Equal(204, Response.Only(wifi!.Received).Status);
        Assert.Equal(NetworkState.Connected, State);
        var kept = new Settings();
        new SettingsRecord(Rig.Store, new byte[SettingsCodec.MaxLength]).Load(kept);
        Assert.Equal(80, kept.Get(SettingId.Capacity));
    }

    [Fact]
    public void Button_that_is_held_for_15_s_forgets_settings_and_Wi_Fi()
    {
        _radio.WithStation(Home, Password);
        Rig.Settings.Set(SettingId.Capacity, 80);
        _bench.PressAt(20, forMs: 15_500).RunUntil(60);

        Assert.Equal(NetworkState.Off, State);
        Assert.Equal(0, _radio.CopyStationName(new byte[32]));
        var kept = new Settings();
        Assert.Equal(SettingsFound.Whole, new SettingsRecord(Rig.Store, new byte[SettingsCodec.MaxLength]).Load(kept));
        Assert.Equal(40, kept.Get(SettingId.Capacity));
    }

    [Fact]
    public void Setting_that_waited_for_room_in_the_store_does_not_come_back_over_the_defaults()
    {
        var flash = new VirtualFlash();
        Rig.Store = flash;
        _radio.WithStation(Home, Password);
        _bench.At(10, () => flash.BytesLeft = -1)
            .At(11, () => Rig.Monitor.Settings.Set(SettingId.Capacity, 80))
            .At(18, () => flash.BytesLeft = null)
            .PressAt(20, forMs: 15_500)
            .RunUntil(60);

        Assert.Equal(NetworkState.Off, State);
        Assert.Equal(40, Rig.Monitor.Settings.Get(SettingId.Capacity));
    }

    [Fact]
    public void Sockets_are_left_alone_while_no_network_is_up()
    {
        _radio.WithStation(Home, "another password");
        VirtualPeer? peer = null;
        _bench.At(20, () => peer = _network.Connect().Send("GET /api/panel HTTP/1.1\r\nHost: 10.0.0.7\r\n\r\n")).RunUntil(40);

        Assert.Empty(peer!.Received);
    }

    [Fact]
    public void Address_stands_on_the_panel_as_soon_as_there_is_one()
    {
        _radio.WithStation(Home, Password);
        _bench.At(5, () => Assert.Equal(PageKind.Network, _bench.Turner.Page)).RunUntil(10);
    }

    [Fact]
    public void Bus_is_on_time_whatever_the_network_does()
    {
        _radio.WithStation(Home, Password);
        for (int i = 0; i < 20; i++)
        {
            int at = 60 + (i * 30);
            _bench.At(at, () => _home.IsInReach = false)
                .At(at + 7, () => (_home.IsInReach, _home.Address) = (true, $"10.0.{at & 255}.7"))
                .At(at + 15, () => _network.Connect().Send("GET /api/status HTTP/1.1\r\nHost: 10.0.0.7\r\n\r\n"));
        }

        // Then its own access point, which comes and goes, phones that come and go, and the button held through it.
        for (int i = 0; i < 6; i++)
        {
            int at = 700 + (i * 100);
            _bench.PressAt(at, forMs: 6000)
                .At(at + 20, () => _radio.Phones = 1)
                .At(at + 25, () => _network.Connect().Send("GET / HTTP/1.1\r\nHost: captive.apple.com\r\n\r\n"))
                .At(at + 30, () => _radio.Phones = 0)
                .PressAt(at + 40, forMs: 6000);
        }

        _bench.PressAt(1320, forMs: 14_000).RunUntil(1420);

        Assert.Equal(0, _lateMs);
        Assert.Equal(4, _bench.LiveCount);
        Assert.Contains((PageKind.SetUpCode, NetworkState.SetUp), _seen);
        Assert.Contains((PageKind.Held, NetworkState.SetUp), _seen);
        Assert.Contains(NetworkState.Lost, _seen.Select(one => one.State));
    }

    // A battery's values are never older than a poll and its reply, but after a start.
    private void Watch()
    {
        if (_reboots != Rig.Device.Reboots || Rig.Display == null)
        {
            _reboots = Rig.Device.Reboots;
            _startMs = Rig.NowMs;
            return;
        }

        (PageKind, NetworkState) seen = (_bench.Turner.Page, State);
        if (_seen.Count == 0 || _seen[^1] != seen)
        {
            _seen.Add(seen);
        }

        for (int i = 0; i < Rig.Monitor.Bus.Batteries.Count && Rig.NowMs - _startMs > MaxStartMs; i++)
        {
            long ageMs = Rig.NowMs - Rig.Monitor.Bus.Batteries[i].ValuesMs;
            _lateMs = ageMs > 3500 ? Math.Max(_lateMs, ageMs) : _lateMs;
        }
    }
}
