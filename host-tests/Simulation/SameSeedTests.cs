using ValenceNano.Model;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

public sealed class SameSeedTests
{
    private static readonly FaultRates Faults = new() { Drop = 5, Flip = 5, Cut = 5, Split = 5, Delay = 5, Junk = 5, Echo = 5 };

    [Fact]
    public void Same_seed_gives_the_same_bytes_at_the_same_time() => Assert.Equal(TraceOf(7), TraceOf(7));

    [Fact]
    public void Another_seed_gives_others() => Assert.NotEqual(TraceOf(7), TraceOf(8));

    [Fact]
    public void Wire_that_skips_empty_windows_carries_the_same_bytes()
    {
        var skipping = new VirtualBus(seed: 3);
        var stepping = new VirtualBus(seed: 3, around: (port, _) => port);
        foreach (VirtualBus bus in new[] { skipping, stepping })
        {
            bus.Add("CBB112810069");
            bus.Add("CBB112810318", currentMa: 0);
            bus.RunUntil(200_000);
        }

        Assert.Equal(stepping.Port.BytesWritten, skipping.Port.BytesWritten);
        Assert.Equal(stepping.Port.LastHeardUs, skipping.Port.LastHeardUs);
        Assert.Equivalent(stepping.Monitor.Counters, skipping.Monitor.Counters, strict: true);
        Assert.Equal(stepping.Monitor.Batteries[0].ValuesMs, skipping.Monitor.Batteries[0].ValuesMs);
    }

    private static List<string> TraceOf(int seed)
    {
        WatchedPort? trace = null;
        var bus = new VirtualBus(
            seed,
            around: (port, clock) => trace = new WatchedPort(new FaultPort(port, clock, seed) { Rates = Faults }, clock));
        bus.Wire.NoisePerBit = 1e-4;
        for (int i = 0; i < 4; i++)
        {
            bus.Add($"CBB11281000{i}");
        }

        bus.RunUntil(120_000);
        return trace!.Lines;
    }
}
