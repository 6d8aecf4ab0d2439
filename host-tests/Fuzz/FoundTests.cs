using ValenceNano.Model;
using ValenceNano.HostTests.Protocol;
using ValenceNano.HostTests.Protocol.Bus;
using ValenceNano.HostTests.Protocol.Messages;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Fuzz;

/// <summary>What the fuzzers have found, each as small as it can be told.</summary>
public sealed class FoundTests
{
    private const string Serial = "FUZZ00000001";

    [Theory]
    [InlineData(0)]
    [InlineData(248)]
    [InlineData(255)]
    public void Listener_believes_no_bus_id_that_a_master_could_not_ask(byte busId)
    {
        var bus = new ScriptedBus(BusRole.Listener);
        bus.At(10, Hex.Text(Cases.Sealed([0xFF, 0x41, 0x12, .. "FUZZ00000001"u8, busId])));

        bus.RunUntil(100);

        Assert.Equal(0, bus.Monitor.Batteries.Count);
        Assert.NotEqual(0, bus.Monitor.Link.LastLength);
    }

    [Fact]
    public void Old_values_are_not_live_while_noise_keeps_the_master_from_speaking()
    {
        ScriptedBus bus = new ScriptedBus().WithBattery(Serial, 2, 2).RunUntil(8000);
        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[0].State);
        bus.Jump(3_600_000);
        bus.At(bus.NowMs, "5555");

        bus.Monitor.Poll(bus.NowMs);

        Assert.NotEqual(BatteryState.Live, bus.Monitor.Batteries[0].State);
    }
}
