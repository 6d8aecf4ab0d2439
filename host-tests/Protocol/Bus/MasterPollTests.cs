using ValenceNano.Model;
using ValenceNano.HostTests.Protocol.Messages;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Bus;

public sealed class MasterPollTests
{
    private const string A = "CBB112810069";
    private const string B = "CBB112810318";
    private const int HourMs = 3_600_000;

    // How long two rounds in which nobody answers can delay a poll.
    private const int RoundsMs = 292;

    [Fact]
    public void Battery_is_polled_every_3_s_without_drift_for_an_hour()
    {
        ScriptedBus bus = Found(A).RunUntil(HourMs);

        Assert.Equal([448, .. Every(3000, from: 3000, to: HourMs)], bus.TimesOf("read 2"));
        Assert.Equal(1200, bus.Monitor.Counters.Replies);
        Assert.Equal(0, bus.Monitor.Counters.Timeouts);
    }

    [Fact]
    public void Two_rounds_are_held_every_33_s_right_behind_the_polls()
    {
        ScriptedBus bus = Found(A).RunUntil(HourMs);

        IEnumerable<long> searches = Every(33_000, from: 33_000, to: HourMs).Select(ms => ms + 8);
        Assert.Equal(searches.SelectMany(ms => new[] { ms, ms + 1, ms + 146, ms + 147 }), bus.TimesOf("round").Where(ms => ms > 3000));
        Assert.Equal([0, 1], bus.TimesOf("reset"));
    }

    [Fact]
    public void Bus_is_silent_between_polls()
    {
        ScriptedBus bus = Found(A).RunUntil(33_000);

        Assert.Equal(["6000 read 2", "9000 read 2"], bus.SentBetween(3001, 12_000));
    }

    [Theory]
    [InlineData(250)]
    [InlineData(1000)]
    [InlineData(60_000)]
    public void Interval_between_polls_is_a_setting(int intervalMs)
    {
        ScriptedBus bus = Found(A, intervalMs).RunUntil(300_000);

        List<long> polls = bus.TimesOf("read 2");
        Assert.InRange(polls.Count, (300_000 / intervalMs) - 2, (300_000 / intervalMs) + 1);
        Assert.All(polls.Zip(polls.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, intervalMs - 448, intervalMs + RoundsMs));
        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[0].State);
    }

    [Fact]
    public void Master_that_polls_seldom_finds_a_battery_plugged_in_between_two_polls()
    {
        ScriptedBus bus = Found(A, 60_000).RunUntil(70_000);

        bus.WithBattery(B, slot: 0, busId: 3).RunUntil(73_500);

        Assert.Equal(2, bus.Monitor.Batteries.CountLive());
    }

    [Fact]
    public void Values_of_a_master_that_polls_seldom_expire_to_the_ms()
    {
        // It gave way, so they are live for 9.5 s more, whatever its interval; and the battery is gone when it speaks again.
        ScriptedBus bus = Found(A, 60_000).RunUntil(9100);
        bus.At(9110, Frames.Write2);
        bus.LookUntil(9120);
        Assert.Equal(BusRole.Listener, bus.Monitor.Role);
        bus.Unplug("read 2");

        bus.RunUntil(9110 + 9499);
        Assert.Equal((BusRole.Master, BatteryState.Live), (bus.Monitor.Role, bus.Monitor.Batteries[0].State));
        bus.RunUntil(9110 + 9506);

        Assert.NotEqual(BatteryState.Live, bus.Monitor.Batteries[0].State);
    }

    [Fact]
    public void Batteries_are_asked_one_right_behind_the_other_in_the_order_of_their_serials()
    {
        ScriptedBus bus = new ScriptedBus().WithBattery(B, 2, 2).WithBattery(A, 4, 3).RunUntil(6000);

        Assert.Equal(["3000 read 3", "3008 read 2"], bus.SentBetween(3000, 6000));
    }

    [Fact]
    public void Silent_battery_is_asked_three_times_50_ms_apart_and_then_left_until_the_next_poll()
    {
        ScriptedBus bus = Found(A).RunUntil(5000);
        bus.Unplug("read 2");

        bus.RunUntil(6200);

        Assert.Equal([6000, 6050, 6100], bus.TimesOf("read 2").Where(ms => ms >= 6000));
        Assert.Equal(3, bus.Monitor.Counters.Timeouts);
        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[0].State);
        Assert.Equal(3007, bus.Monitor.Batteries[0].ValuesMs);
    }

    [Fact]
    public void Battery_that_is_not_live_costs_the_others_one_window_of_50_ms()
    {
        ScriptedBus bus = new ScriptedBus().WithBattery(A, 2, 2).WithBattery(B, 4, 3).RunUntil(5000);
        bus.Unplug("read 2");

        bus.RunUntil(30_000);

        Assert.Equal(["18000 read 2", "18050 read 3"], bus.SentBetween(18_000, 18_055));
        Assert.Equal([.. Every(3000, 15_000, 30_000).Select(ms => ms + 50)], bus.TimesOf("read 3").Where(ms => ms > 15_000));
        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[1].State);
    }

    [Theory]
    [InlineData(300, BatteryState.Asleep)]
    [InlineData(-300, BatteryState.Asleep)]
    [InlineData(0, BatteryState.Asleep)]
    [InlineData(301, BatteryState.Lost)]
    [InlineData(-301, BatteryState.Lost)]
    public void Three_missed_polls_make_it_asleep_or_lost_by_its_last_current_within_10_s(int currentMa, BatteryState state)
    {
        ScriptedBus bus = Found(A, reply: new Reply { CurrentMa = currentMa }).RunUntil(6010);
        bus.Unplug("read 2");

        bus.RunUntil(15_000);
        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[0].State);
        bus.RunUntil(15_160);

        Assert.Equal(state, bus.Monitor.Batteries[0].State);
        Assert.InRange(bus.Monitor.Batteries[0].AgeMs(bus.NowMs), 9000, 10_000);
    }

    [Fact]
    public void Sixteen_silent_batteries_are_not_live_longer_than_10_s()
    {
        var bus = new ScriptedBus();
        for (int i = 0; i < 16; i++)
        {
            bus.WithBattery($"CBB1128100{i:00}", slot: i % 6, busId: 2 + i);
        }

        bus.RunUntil(30_000);
        Assert.Equal(16, bus.Monitor.Batteries.CountLive());
        for (int busId = 2; busId < 18; busId++)
        {
            bus.Unplug($"read {busId}");
        }

        long last = bus.Monitor.Batteries[15].ValuesMs;
        bus.RunUntil(last + 10_000);

        Assert.Equal(0, bus.Monitor.Batteries.CountLive());
    }

    [Fact]
    public void Battery_that_was_lost_comes_back_by_itself()
    {
        ScriptedBus bus = Found(A).RunUntil(6010);
        bus.Unplug("read 2");
        bus.RunUntil(40_000);
        Assert.NotEqual(BatteryState.Live, bus.Monitor.Batteries[0].State);

        bus.WithBattery(A, slot: 1, busId: 2);
        bus.RunUntil(44_000);

        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[0].State);
        Assert.Equal(1, bus.Monitor.Batteries.Count);
    }

    private static ScriptedBus Found(string serial, int intervalMs = 3000, Reply? reply = null) =>
        new ScriptedBus(pollIntervalMs: intervalMs).WithBattery(serial, slot: 2, busId: 2, reply);

    private static IEnumerable<long> Every(int stepMs, long from, long to)
    {
        for (long ms = from; ms < to; ms += stepMs)
        {
            yield return ms;
        }
    }
}
