using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

/// <summary>Two masters on one wire: two of our own, and one of our own beside one that never listens.</summary>
public sealed class TwoMastersOnTheWireTests
{
    private const int BothMs = 5000;
    private const int NobodyMs = 10_000;

    public static TheoryData<int, int> Intervals => new()
    {
        { 250, 250 }, { 250, 60_000 }, { 3000, 3000 }, { 3000, 15_000 }, { 15_000, 30_000 }, { 60_000, 60_000 },
    };

    [Theory]
    [MemberData(nameof(Intervals))]
    public void Two_of_our_own_that_are_switched_on_together_agree_on_one_master(int firstMs, int secondMs)
    {
        for (int seed = 1; seed <= 12; seed++)
        {
            VirtualBus bus = Bus(seed, out BusMonitor first, firstMs, BusRole.Starting, 2 * seed);
            var second = new BusMonitor(bus.Wire.OpenPort(), secondMs, BusRole.Starting, (2 * seed) + 1);
            AgreeWithin(bus, first, second, forMs: 90_000);
            Assert.Single(new[] { first, second }, product => product.Role == BusRole.Master);
        }
    }

    [Theory]
    [MemberData(nameof(Intervals))]
    public void Two_of_our_own_that_both_speak_agree_on_one_master(int firstMs, int secondMs)
    {
        for (int seed = 1; seed <= 12; seed++)
        {
            // Each has been the master of a bus of its own; now the two are joined.
            VirtualBus bus = Bus(seed, out BusMonitor first, firstMs, BusRole.Master, 2 * seed);
            WirePort port = bus.Wire.OpenPort();
            port.IsConnected = false;
            var second = new BusMonitor(port, secondMs, BusRole.Master, (2 * seed) + 1);
            WireRun.Until(bus.Clock, 20_000 + (379 * seed), first, second);
            port.IsConnected = true;

            AgreeWithin(bus, first, second, forMs: 90_000);
            Assert.Single(new[] { first, second }, product => product.Role == BusRole.Master);
        }
    }

    [Theory]
    [MemberData(nameof(Intervals))]
    public void Display_of_our_own_that_is_switched_on_later_stays_a_listener(int firstMs, int secondMs)
    {
        for (int seed = 1; seed <= 6; seed++)
        {
            VirtualBus bus = Bus(seed, out BusMonitor first, firstMs, BusRole.Starting, 2 * seed);
            WireRun.Until(bus.Clock, 30_000 + (379 * seed), first);
            var second = new BusMonitor(bus.Wire.OpenPort(), secondMs, BusRole.Starting, (2 * seed) + 1);
            WireRun.Until(bus.Clock, 240_000, first, second);

            Assert.Equal((BusRole.Master, BusRole.Listener), (first.Role, second.Role));
            Assert.Equal(0, first.Counters.Yielded + second.Counters.Yielded);
            Assert.Equal(3, second.Batteries.CountLive());
        }
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(4, -1)]
    [InlineData(3, 1)]
    public void Master_that_is_switched_on_later_and_renumbers_is_given_way_to_and_no_value_changes_its_name(int firstBusId, int step)
    {
        for (int seed = 1; seed <= 20; seed++)
        {
            VirtualBus bus = Bus(seed, out BusMonitor product, 3000, BusRole.Starting, seed);
            WireRun.Until(bus.Clock, 16_000 + (157 * seed), product);
            Assert.Equal(3, product.Batteries.CountLive());
            var rival = new RivalMaster(bus.Wire, 3000, firstBusId, step);
            long joinedMs = bus.Clock.NowMs;
            long written = 0;
            for (long ms = joinedMs; ms < joinedMs + 120_000; ms += 5)
            {
                rival.Poll(ms);
                WireRun.Until(bus.Clock, ms + 5, product);
                IsTrue(product);
                written = ms < joinedMs + 8000 ? bus.Port.BytesWritten : written;
            }

            Assert.Equal(BusRole.Listener, product.Role);
            Assert.Equal(written, bus.Port.BytesWritten);
            Assert.Equal(1, product.Counters.Yielded);
            Assert.Equal(3, product.Batteries.CountLive());
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(50)]
    public void Listener_whose_cable_was_out_while_the_master_numbered_anew_shows_no_value_under_another_name(int outSeconds)
    {
        VirtualBus bus = Bus(seed: 1, out BusMonitor product, 3000, BusRole.Starting, 1);
        var rival = new RivalMaster(bus.Wire, 3000, firstBusId: 2, idStep: 1);
        Run(30_000);
        Assert.Equal(3, product.Batteries.CountLive());

        // The batteries choose other slots this time, and so are given other bus ids.
        bus.Port.IsConnected = false;
        bus.Batteries.All[0].Slot = 5;
        rival.Restart(firstBusId: 2);
        Run(outSeconds * 1000);
        bus.Port.IsConnected = true;
        Run(60_000);

        Assert.Equal(3, product.Batteries.CountLive());

        void Run(int forMs)
        {
            for (long endMs = bus.Clock.NowMs + forMs; bus.Clock.NowMs < endMs;)
            {
                rival.Poll(bus.Clock.NowMs);
                WireRun.Until(bus.Clock, bus.Clock.NowMs + 5, product);
                IsTrue(product);
            }
        }
    }

    [Fact]
    public void Slow_master_of_our_own_is_never_silent_for_longer_than_3_s()
    {
        VirtualBus bus = Bus(seed: 1, out BusMonitor product, 60_000, BusRole.Master, 1);
        var heard = new WireEar();
        bus.Wire.Join(heard);

        WireRun.Until(bus.Clock, 600_000, product);

        Assert.InRange(heard.LongestSilenceMs, 2000, 3000);
        Assert.Equal(3, product.Batteries.CountLive());
    }

    private static VirtualBus Bus(int seed, out BusMonitor product, int intervalMs, BusRole start, int number)
    {
        var bus = new VirtualBus(seed, intervalMs, start, deviceNumber: number);
        for (int i = 0; i < 3; i++)
        {
            bus.Add($"CBB11281000{i}", currentMa: 1000 + i).Slot = 2 * i;
        }

        product = bus.Monitor;
        return bus;
    }

    private static void AgreeWithin(VirtualBus bus, BusMonitor first, BusMonitor second, int forMs)
    {
        long bothSinceMs = bus.Clock.NowMs;
        long nobodySinceMs = bus.Clock.NowMs;
        for (long endMs = bus.Clock.NowMs + forMs; bus.Clock.NowMs < endMs;)
        {
            WireRun.Until(bus.Clock, bus.Clock.NowMs + 5, first, second);
            int masters = new[] { first, second }.Count(product => product.Role == BusRole.Master);
            bothSinceMs = masters == 2 ? bothSinceMs : bus.Clock.NowMs;
            nobodySinceMs = masters == 0 ? nobodySinceMs : bus.Clock.NowMs;
            Assert.InRange(bus.Clock.NowMs - bothSinceMs, 0, BothMs);
            Assert.InRange(bus.Clock.NowMs - nobodySinceMs, 0, NobodyMs);
            IsTrue(first);
            IsTrue(second);
        }
    }

    // No battery with a name is shown with another's current.
    private static void IsTrue(BusMonitor product)
    {
        foreach (Battery battery in WireRun.All(product).Where(battery => battery.HasValues && battery.HasSerial))
        {
            Assert.Equal($"{battery.Values.CurrentMa % 1000:000}", WireRun.Serial(battery)[9..]);
        }
    }

    private sealed class WireEar : IWireListener
    {
        private long _lastUs;

        public long LongestSilenceMs { get; private set; }

        public void Hear(byte value, long endUs)
        {
            LongestSilenceMs = Math.Max(LongestSilenceMs, (endUs - _lastUs) / 1000);
            _lastUs = endUs;
        }
    }
}
