using ValenceNano.HostTests.Protocol;
using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

/// <summary>A listener beside a genuine display, which another master on the same wire plays.</summary>
public sealed class ListenerOnTheWireTests
{
    private readonly VirtualBus _bus = new(seed: 1);

    public ListenerOnTheWireTests()
    {
        for (int i = 0; i < 3; i++)
        {
            _bus.Add($"CBB11281000{i}", socPermille: 300 * (i + 1), currentMa: 1000 + i);
        }
    }

    private BusMonitor Genuine => _bus.Monitor;

    [Fact]
    public void Listener_knows_what_the_master_knows_and_has_written_nothing()
    {
        WirePort port = _bus.Wire.OpenPort();
        var listener = new BusMonitor(port, 3000, BusRole.Listener);

        Run(180_000, Genuine, listener);

        Assert.Equal(0, port.BytesWritten);
        Assert.Equal(Described(Genuine), Described(listener));
        Assert.Equal(Genuine.Counters.Replies, listener.Counters.Replies);
        Assert.Equal(Genuine.Counters.Rounds, listener.Counters.Rounds);
        Assert.Equal(Genuine.Counters.Polls, listener.Counters.Polls);
        Assert.Equal(3, listener.Counters.Assigned);
        Assert.Equal(0, listener.Counters.JunkBytes - Genuine.Counters.JunkBytes);
    }

    [Fact]
    public void Listener_that_comes_later_knows_the_batteries_by_their_bus_ids()
    {
        _bus.RunUntil(60_000);
        BusMonitor listener = Listener();
        Run(70_000, Genuine, listener);

        Assert.Equal(3, listener.Batteries.CountLive());
        Assert.All(WireRun.All(listener), battery => Assert.False(battery.HasSerial));
        Assert.Equal([2, 3, 4], WireRun.All(listener).Select(battery => battery.BusId));
        Assert.Equal(
            WireRun.All(Genuine).OrderBy(battery => battery.BusId).Select(battery => battery.Values.CurrentMa),
            WireRun.All(listener).Select(battery => battery.Values.CurrentMa));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(7)]
    public void Battery_that_falls_asleep_is_asleep_for_the_listener_too(int laterMs)
    {
        _bus.RunUntil(laterMs);
        BusMonitor listener = Listener();
        Run(60_000, Genuine, listener);
        _bus.Batteries.All[0].Model.CurrentMa = 0;
        Run(180_000, Genuine, listener);

        Assert.Equal(BatteryState.Asleep, Genuine.Batteries[0].State);
        Assert.Equal(BatteryState.Asleep, listener.Batteries[0].State);
        Assert.Equal(0, listener.Counters.CrcErrors);
    }

    [Fact]
    public void Listener_follows_a_battery_that_is_found_anew()
    {
        BusMonitor listener = Listener();
        Run(60_000, Genuine, listener);
        _bus.Batteries.All[1].Restart();
        _bus.Add("CBB112810009", currentMa: 1009);

        Run(120_000, Genuine, listener);

        Assert.Equal(4, listener.Batteries.Count);
        Assert.Equal(Described(Genuine), Described(listener));
    }

    [Fact]
    public void Listener_follows_a_master_that_restarts_and_gives_other_bus_ids()
    {
        BusMonitor listener = Listener();
        Run(60_000, Genuine, listener);

        _bus.Batteries.All[0].IsPlugged = false;
        var restarted = new BusMonitor(_bus.Wire.OpenPort(), 3000, BusRole.Master);
        Run(90_000, restarted, listener);

        Battery gone = listener.Batteries[0];
        Assert.Equal((1000, BatteryState.Lost), (gone.Values.CurrentMa, gone.State));
        Assert.Equal(Described(restarted), Described(listener).Skip(1));
    }

    [Fact]
    public void Listener_that_may_become_master_listens_beside_a_master_and_takes_over_60_s_after_it_fell_silent()
    {
        WirePort port = _bus.Wire.OpenPort();
        var product = new BusMonitor(port, 3000, BusRole.Starting);
        Run(60_000, Genuine, product);
        Assert.Equal((BusRole.Listener, 0L), (product.Role, port.BytesWritten));

        Run(116_900, product);
        Assert.Equal((BusRole.Listener, 0L, 0), (product.Role, port.BytesWritten, product.Batteries.CountLive()));
        Run(119_000, product);

        Assert.Equal(BusRole.Master, product.Role);
        Assert.Equal(Described(Genuine).Select(Name), Described(product).Select(Name));
        Assert.Equal(3, product.Batteries.CountLive());
    }

    private BusMonitor Listener() => new(_bus.Wire.OpenPort(), 3000, BusRole.Listener);

    private void Run(long untilMs, params BusMonitor[] products) => WireRun.Until(_bus.Clock, untilMs, products);

    private static List<string> Described(BusMonitor product) =>
    [
        .. WireRun.All(product).Select(battery =>
            $"{WireRun.Serial(battery)} id {battery.BusId} {battery.State} {battery.Values.CurrentMa} mA {battery.Values.VoltageMv} mV "
            + $"{battery.Values.SocPermille} {string.Join(' ', battery.Values.AllCellMv())} {string.Join(' ', battery.Values.AllCellC())}"),
    ];

    private static string Name(string described) => described[..12];
}
