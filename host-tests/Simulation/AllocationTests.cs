using ValenceNano.Model;
using ValenceNano.Bench;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

/// <summary>After start-up nothing is allocated, by the product or by the wire it is tested on.</summary>
public sealed class AllocationTests
{
    private const long MinuteMs = 60_000;

    // What the loop that runs two products needs for its times.
    private const int LoopBytes = 100;

    [Fact]
    public void Polls_and_rounds_allocate_nothing() =>
        Assert.Equal(0, Allocation.Least(() =>
        {
            VirtualBus bus = With6();
            bus.RunUntil(2 * MinuteMs);

            long allocated = Allocation.Once(() => bus.RunUntil(10 * MinuteMs));

            Assert.Equal(6, bus.Monitor.Batteries.CountLive());
            Assert.InRange(bus.Monitor.Counters.Replies, 1200, 1210);
            return allocated;
        }));

    [Fact]
    public void Bus_full_of_noise_allocates_nothing() =>
        Assert.Equal(0, Allocation.Least(() =>
        {
            VirtualBus bus = With6();
            bus.Wire.NoisePerBit = 1e-3;
            bus.RunUntil(5 * MinuteMs);

            long allocated = Allocation.Once(() => bus.RunUntil(20 * MinuteMs));

            Assert.InRange(bus.Monitor.Counters.CrcErrors, 100, 5000);
            return allocated;
        }));

    [Fact]
    public void Batteries_that_sleep_and_wake_and_are_found_anew_allocate_nothing() =>
        Assert.Equal(0, Allocation.Least(() =>
        {
            VirtualBus bus = With6();
            SleepAndWake(bus, 5 * MinuteMs);

            long allocated = Allocation.Once(() => SleepAndWake(bus, 10 * MinuteMs));

            Assert.Equal(6, bus.Monitor.Batteries.CountLive());
            return allocated;
        }));

    [Fact]
    public void Listener_allocates_nothing()
    {
        long allocated = Allocation.Least(
            () =>
            {
                VirtualBus bus = With6();
                BusMonitor[] products = [bus.Monitor, new BusMonitor(bus.Wire.OpenPort(), 3000, BusRole.Listener)];
                WireRun.Until(bus.Clock, MinuteMs, products);

                long bytes = Allocation.Once(() => WireRun.Until(bus.Clock, 5 * MinuteMs, products));

                Assert.Equal(6, products[1].Batteries.CountLive());
                return bytes;
            },
            LoopBytes);

        Assert.InRange(allocated, 0, LoopBytes);
    }

    private static VirtualBus With6()
    {
        var bus = new VirtualBus(seed: 1);
        for (int i = 0; i < 6; i++)
        {
            bus.Add($"CBB11281000{i}");
        }

        return bus;
    }

    private static void SleepAndWake(VirtualBus bus, long forMs)
    {
        long startMs = bus.Clock.NowMs;
        for (int i = 0; i < bus.Batteries.All.Count; i++)
        {
            bus.Batteries.All[i].Model.CurrentMa = 0;
        }

        bus.RunUntil(startMs + (forMs / 2));
        for (int i = 0; i < bus.Batteries.All.Count; i++)
        {
            bus.Batteries.All[i].Restart();
            bus.Batteries.All[i].Model.CurrentMa = 1000;
        }

        bus.RunUntil(startMs + forMs);
    }
}
