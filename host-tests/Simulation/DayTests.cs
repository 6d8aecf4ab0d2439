using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

/// <summary>Whole days of traffic, in a blink.</summary>
public sealed class DayTests
{
    private const long HourMs = 3_600_000;

    [Fact]
    public void Two_sleeping_and_waking_batteries_are_shown_as_they_are_for_a_whole_day()
    {
        var bus = new VirtualBus(seed: 1);
        VirtualBattery[] batteries = [bus.Add("CBB112810069", 500), bus.Add("CBB112810318", 500)];
        for (int hour = 0; hour < 24; hour++)
        {
            BatteryState first = hour % 2 == 0 ? BatteryState.Live : BatteryState.Asleep;
            BatteryState second = hour % 3 == 0 ? BatteryState.Live : BatteryState.Asleep;
            batteries[0].Model.CurrentMa = first == BatteryState.Live ? 500 : 0;
            batteries[1].Model.CurrentMa = second == BatteryState.Live ? -250 : 20;

            // They stay awake for 20 s without current, and are asleep after three polls more.
            bus.RunUntil((hour * HourMs) + 35_000);
            Assert.Equal((first, second), (bus.Monitor.Batteries[0].State, bus.Monitor.Batteries[1].State));
            bus.RunUntil((hour + 1) * HourMs);
            Assert.Equal((first, second), (bus.Monitor.Batteries[0].State, bus.Monitor.Batteries[1].State));
        }

        Assert.Equal(2, bus.Monitor.Batteries.Count);
        Assert.Equal(650, batteries[0].Model.SocPermille);
        Assert.InRange(bus.Monitor.Counters.Polls, 48_000, 60_000);
        Assert.Equal(0, bus.Monitor.Counters.CrcErrors + bus.Monitor.Counters.WrongReplies + bus.Monitor.Counters.Inconsistent);
    }

    [Fact]
    public void Battery_is_live_within_10_s_after_waking_whenever_it_wakes()
    {
        for (int offsetMs = 0; offsetMs < 3000; offsetMs += 100)
        {
            var bus = new VirtualBus(seed: offsetMs);
            VirtualBattery battery = bus.Add("CBB112810069");
            VirtualBattery other = bus.Add("CBB112810318");
            bus.RunUntil(60_000);
            battery.Model.CurrentMa = other.Model.CurrentMa = 0;
            bus.RunUntil(600_000 + offsetMs);
            Assert.Equal(0, bus.Monitor.Batteries.CountLive());

            battery.Model.CurrentMa = 130;
            bus.RunUntil(602_000 + offsetMs);
            other.Model.CurrentMa = 130;
            bus.RunUntil(612_000 + offsetMs);

            Assert.Equal(2, bus.Monitor.Batteries.CountLive());
        }
    }
}
