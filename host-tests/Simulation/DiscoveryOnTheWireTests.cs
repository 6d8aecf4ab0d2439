using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

/// <summary>Batteries that choose their slots by chance and collide, on the virtual wire.</summary>
public sealed class DiscoveryOnTheWireTests
{
    private static readonly string[] Six =
    [
        "CBB112810069", "CBB112810318", "CBB112810319", "CBB11281\n\r68", "\0\n\r\0\n\r\0\n\r\0\n\r", "\u00FF\u00FF\u0002\u00036AAAAAAA",
    ];

    [Fact]
    public void Six_batteries_are_all_found_and_numbered_the_same_with_200_seeds()
    {
        string[] inOrder = [.. Six.Order(StringComparer.Ordinal)];
        int collisions = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            var order = new Random(seed);
            var bus = new VirtualBus(seed);
            foreach (string serial in Six.OrderBy(_ => order.Next()))
            {
                bus.Add(serial, currentMa: 1000 + Array.IndexOf(inOrder, serial));
            }

            bus.RunUntil(5000);

            Assert.Equal(inOrder, WireRun.All(bus.Monitor).Select(WireRun.Serial));
            Assert.All(WireRun.All(bus.Monitor), battery => Assert.Equal(BatteryState.Live, battery.State));
            Assert.Equal(Enumerable.Range(1000, 6), WireRun.All(bus.Monitor).Select(battery => battery.Values.CurrentMa));
            Assert.Equal(Enumerable.Range(2, 6), WireRun.All(bus.Monitor).Select(battery => battery.BusId).Order());
            collisions += bus.Monitor.Counters.JunkBytes > 0 ? 1 : 0;
        }

        Assert.InRange(collisions, 150, 200);
    }

    [Fact]
    public void Sixteen_batteries_are_all_found_with_50_seeds()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            var bus = new VirtualBus(seed);
            for (int i = 0; i < 16; i++)
            {
                bus.Add($"CBB1128100{i:00}", currentMa: 1000 + i);
            }

            bus.RunUntil(20_000);

            Assert.Equal(16, bus.Monitor.Batteries.CountLive());
            Assert.Equal(Enumerable.Range(1000, 16), WireRun.All(bus.Monitor).Select(battery => battery.Values.CurrentMa));
        }
    }

    [Fact]
    public void Seventeenth_disturbs_none_of_the_sixteen()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var bus = new VirtualBus(seed);
            for (int i = 0; i < 17; i++)
            {
                bus.Add($"CBB1128100{i:00}", currentMa: 1000 + i);
            }

            bus.RunUntil(30_000);
            int crcErrors = bus.Monitor.Counters.CrcErrors;
            bus.RunUntil(120_000);

            Assert.Equal(16, bus.Monitor.Batteries.CountLive());
            Assert.Equal(crcErrors, bus.Monitor.Counters.CrcErrors);
            Assert.Equal(0, bus.Monitor.Counters.Renumbered);
            Assert.All(
                WireRun.All(bus.Monitor),
                battery => Assert.Equal(WireRun.Serial(battery)[10..], $"{battery.Values.CurrentMa - 1000:00}"));
        }
    }
}
