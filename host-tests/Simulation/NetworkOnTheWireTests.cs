using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

/// <summary>A master whose bus is at the other end of a network: everything comes late, and in packets.</summary>
public sealed class NetworkOnTheWireTests
{
    [Theory]
    [InlineData(20, 1)]
    [InlineData(40, 1)]
    [InlineData(20, 40)]
    [InlineData(5, 100)]
    public void Master_that_waits_longer_finds_and_reads_batteries_behind_a_network(int oneWayMs, int packetMs)
    {
        BusMonitor master = Run(oneWayMs, packetMs, replyMs: 150);

        Assert.Equal(3, master.Batteries.CountLive());
        Assert.All(WireRun.All(master), battery => Assert.True(battery.HasSerial));
        Assert.Equal(0, master.Counters.CrcErrors + master.Counters.Timeouts + master.Counters.WrongReplies + master.Counters.Yielded);
        Assert.Equal(master.Counters.Polls, master.Counters.Replies);
    }

    [Fact]
    public void Master_that_waits_as_on_a_cable_misses_what_comes_late()
    {
        BusMonitor master = Run(oneWayMs: 40, packetMs: 1, BusMonitor.ReplyMs);

        Assert.True(master.Counters.Timeouts + master.Counters.WrongReplies > 10);
    }

    private static BusMonitor Run(int oneWayMs, int packetMs, int replyMs)
    {
        var bus = new VirtualBus(seed: 1);
        for (int i = 0; i < 3; i++)
        {
            bus.Add($"CBB11281000{i}");
        }

        var network = new NetworkPort(bus.Wire.OpenPort(), bus.Clock, oneWayMs, packetMs);
        var master = new BusMonitor(network, 3000, BusRole.Master, replyMs: replyMs);
        for (long dueMs = 0; bus.Clock.NowMs < 60_000; bus.Clock.NowUs += 1000)
        {
            network.Pass();
            dueMs = bus.Clock.NowMs >= dueMs || bus.Clock.NowMs % 5 == 0 ? master.Poll(bus.Clock.NowMs) : dueMs;
        }

        return master;
    }
}
