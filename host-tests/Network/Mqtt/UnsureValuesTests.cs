using System.Text.Json;
using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Network.Mqtt;

/// <summary>What is published of a value that is not sure.</summary>
public sealed class UnsureValuesTests
{
    [Fact]
    public void Capacity_is_unknown_while_it_is_only_a_minimum()
    {
        var bench = new PublisherBench(1);
        VirtualBattery battery = bench.Batteries.All[0];
        battery.Model.SocPermille = 1000;
        battery.Model.CurrentMa = 1000;
        bench.Pass(300_000);
        battery.Model.CurrentMa = -10000;
        bench.Pass(600_000);
        bench.Monitor.Readings.Fetch(ReadingScope.Battery, 0, bench.NowMs);
        long[] values = bench.Monitor.Readings.Fetched;

        Assert.Equal(1, values[(int)ReadingId.CapacityIsMinimum]);
        Assert.InRange(values[(int)ReadingId.CapacityMeasured], 1000, 2000);
        Assert.Equal(JsonValueKind.Null, bench.LastJson(bench.TopicOf(1)).GetProperty("capacity_measured").ValueKind);
    }

    [Fact]
    public void State_of_charge_in_doubt_is_told_and_a_GX_is_given_no_time_from_it()
    {
        var bench = new PublisherBench();
        bench.Pass(120_000);
        Assert.False(bench.LastJson($"{PublisherBench.Root}/bank").GetProperty("soc_in_doubt").GetBoolean());
        Assert.InRange(bench.LastJson($"{PublisherBench.Root}/venus").GetProperty("TimeToGo").GetInt32(), 60, 360_000);

        for (int cell = 0; cell < Telemetry.CellCount; cell++)
        {
            bench.Batteries.All[0].Model.SetCellOffset(cell, -200);
        }

        bench.Pass(180_000);
        Assert.True(bench.LastJson($"{PublisherBench.Root}/bank").GetProperty("soc_in_doubt").GetBoolean());
        Assert.True(bench.LastJson(bench.TopicOf(1)).GetProperty("soc_in_doubt").GetBoolean());
        Assert.False(bench.LastJson(bench.TopicOf(2)).GetProperty("soc_in_doubt").GetBoolean());
        Assert.False(bench.LastJson($"{PublisherBench.Root}/venus").TryGetProperty("TimeToGo", out _));
    }
}
