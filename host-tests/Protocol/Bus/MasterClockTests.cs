using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Bus;

/// <summary>A clock that jumps forward by 49.7 days, as one of 32 bits of ms that someone set right.</summary>
public sealed class MasterClockTests
{
    private const string A = "CBB112810069";
    private const long JumpMs = 1L << 32;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(30)]
    [InlineData(57)]
    [InlineData(90)]
    [InlineData(300)]
    [InlineData(453)]
    [InlineData(460)]
    [InlineData(5000)]
    [InlineData(6000)]
    [InlineData(6003)]
    [InlineData(33_100)]
    public void Master_goes_on_within_10_s_wherever_the_jump_found_it(int beforeMs)
    {
        ScriptedBus bus = new ScriptedBus().WithBattery(A, slot: 2, busId: 2).RunUntil(beforeMs);

        bus.Jump(JumpMs);
        bus.On("slot 2", 1, (2, ScriptedBus.SerialAnswer(A)));
        long resumedMs = bus.NowMs;
        bus.RunUntil(resumedMs + 10_000);

        Battery battery = bus.Monitor.Batteries[0];
        Assert.Equal(BatteryState.Live, battery.State);
        Assert.InRange(battery.AgeMs(bus.NowMs), 0, 3000);
        Assert.InRange(bus.TimesOf("read 2").Count(ms => ms >= resumedMs), 3, 8);
    }

    [Fact]
    public void Values_from_before_the_jump_are_not_live_behind_it()
    {
        ScriptedBus bus = new ScriptedBus().WithBattery(A, slot: 2, busId: 2).RunUntil(5000);

        bus.Jump(JumpMs);
        bus.Unplug("read 2");
        bus.RunUntil(bus.NowMs + 1);

        Assert.NotEqual(BatteryState.Live, bus.Monitor.Batteries[0].State);
    }

    [Fact]
    public void Caller_that_comes_late_every_time_still_reads_the_batteries()
    {
        ScriptedBus bus = new ScriptedBus().WithBattery(A, slot: 2, busId: 2);
        long nowMs = 0;
        while (nowMs < 60_000)
        {
            bus.RunUntil(nowMs + 1);
            bus.Jump(33);
            nowMs = bus.NowMs;
        }

        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[0].State);
        Assert.InRange(bus.Monitor.Counters.Replies, 19, 21);
    }
}
