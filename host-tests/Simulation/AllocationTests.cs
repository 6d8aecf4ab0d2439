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
    public void Polls_and_rounds_allocate_nothing()
    {
        VirtualBus bus = With6();

        Assert.Equal(0, AllocatedBy(bus, fromMs: 2 * MinuteMs, forMs: 8 * MinuteMs));
        Assert.Equal(6, bus.Monitor.Batteries.CountLive());
        Assert.True(bus.Monitor.Counters.Replies >= 1200);
    }

    [Fact]
    public void A_bus_full_of_noise_allocates_nothing()
    {
        VirtualBus bus = With6();
        bus.Wire.NoisePerBit = 1e-3;

        Assert.Equal(0, AllocatedBy(bus, fromMs: 5 * MinuteMs, forMs: 15 * MinuteMs));
        Assert.True(bus.Monitor.Counters.CrcErrors >= 100);
    }

    [Fact]
    public void Batteries_that_sleep_and_wake_and_are_found_anew_allocate_nothing()
    {
        VirtualBus bus = With6();
        SleepAndWake(bus, 5 * MinuteMs);

        Assert.Equal(0, Allocation.By(() => SleepAndWake(bus, 10 * MinuteMs)));
        Assert.Equal(6, bus.Monitor.Batteries.CountLive());
    }

    [Fact]
    public void A_listener_allocates_nothing()
    {
        VirtualBus bus = With6();
        BusMonitor[] products = [bus.Monitor, new BusMonitor(bus.Wire.OpenPort(), 3000, BusRole.Listener)];
        WireRun.Until(bus.Clock, MinuteMs, products);

        long allocated = Allocation.By(() => WireRun.Until(bus.Clock, bus.Clock.NowMs + 4 * MinuteMs, products), LoopBytes);

        Assert.InRange(allocated, 0, LoopBytes);
        Assert.Equal(6, products[1].Batteries.CountLive());
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

    private static long AllocatedBy(VirtualBus bus, long fromMs, long forMs)
    {
        bus.RunUntil(fromMs);
        return Allocation.By(() => bus.RunUntil(bus.Clock.NowMs + forMs));
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
