using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

/// <summary>A third of all messages dropped, corrupt, cut, torn, delayed or surrounded by junk, both ways.</summary>
public sealed class FaultyBusTests
{
    private static readonly FaultRates Faults = new() { Drop = 5, Flip = 5, Cut = 5, Split = 5, Delay = 5, Junk = 5, Echo = 5 };

    [Fact]
    public void All_batteries_are_found_and_nothing_wrong_is_shown_and_nothing_else_is_sent()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            WatchedPort? watched = null;
            var bus = new VirtualBus(
                seed,
                around: (port, clock) => watched = new WatchedPort(new FaultPort(port, clock, seed) { Rates = Faults }, clock));
            for (int i = 0; i < 3; i++)
            {
                bus.Add($"CBB11281000{i}", currentMa: 1000 + i);
            }

            int live = 0;
            for (int ms = 30_000; ms < 150_000; ms += 100)
            {
                bus.RunUntil(ms);
                live += bus.Monitor.Batteries.CountLive();
                Assert.All(
                    WireRun.All(bus.Monitor).Where(battery => battery.HasValues),
                    battery => Assert.EndsWith($"{battery.Values.CurrentMa - 1000}", WireRun.Serial(battery), StringComparison.Ordinal));
            }

            Assert.InRange(live / 1200.0, 2.9, 3);
            Assert.NotEmpty(watched!.Lines);
        }
    }
}
