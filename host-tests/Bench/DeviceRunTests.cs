using ValenceNano.Bench;

namespace ValenceNano.HostTests.Bench;

/// <summary>The firmware with the chip's clock and slowness, of which the meter knows the instructions.</summary>
public sealed class DeviceRunTests(DeviceTimes device) : IClassFixture<DeviceTimes>
{
    [Fact]
    public void Poll_cycle_of_6_batteries_takes_200_ms_and_never_more_than_260()
    {
        DeviceTime cycle = device.Cycle(6, instructionUs: 4);

        Assert.InRange(cycle.MedianMs, 60, 200);
        Assert.InRange(cycle.WorstMs, cycle.MedianMs, 260);
    }

    [Fact]
    public void Slower_device_takes_longer() =>
        Assert.True(device.Cycle(6, instructionUs: 6).MedianMs > device.Cycle(6, instructionUs: 2).MedianMs);

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public void Six_batteries_are_found_within_1500_ms(int instructionUs) =>
        Assert.InRange(device.Discovery(6, instructionUs).WorstMs, 480, 1500);

    [Fact]
    public void Minute_of_the_settled_product_takes_40_kB_of_the_devices_heap_at_most() =>
        Assert.InRange(device.LoopMinute(3).DeviceBytes, 10_000, 40_000);

    [Theory]
    [InlineData(2, false)]
    [InlineData(4, false)]
    [InlineData(6, false)]
    [InlineData(6, true)]
    public void Line_that_is_never_quiet_stops_neither_the_panel_nor_the_ageing_of_values(int instructionUs, bool isTraced)
    {
        NeverQuietTime times = device.NeverQuiet(instructionUs, isTraced);

        Assert.InRange(times.WorstPanelGapMs, 1, 2000);
        Assert.InRange(times.LiveMs, 6500, 10_000);
        Assert.InRange(times.WellMs, 1, 4000);
    }

    [Fact]
    public void Clients_that_ask_without_pause_leave_every_battery_polled_every_3_s_and_no_poll_later_than_100_ms()
    {
        FloodTime alone = device.Flood(clients: 0);
        FloodTime flood = device.Flood(clients: 3);

        Assert.Equal((6, 6), (alone.Live, flood.Live));
        Assert.InRange(flood.Answers, 30, int.MaxValue);
        Assert.InRange(flood.FewestPolls, alone.FewestPolls - 1, alone.FewestPolls);
        Assert.InRange(flood.WorstGapMs, alone.WorstGapMs - 100, alone.WorstGapMs + 100);
    }
}
