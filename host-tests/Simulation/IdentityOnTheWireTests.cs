using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

/// <summary>
/// Batteries that are swapped, restarted and numbered twice. Each has a current of its own, so that values under another's
/// name are seen at once.
/// </summary>
public sealed class IdentityOnTheWireTests
{
    private const int RecoveryMs = 10_000;
    private const int Seeds = 20;

    [Fact]
    public void Two_batteries_that_share_a_bus_id_are_told_apart_within_10_s() => ForEachSeed((bus, batteries) =>
    {
        batteries[1].BusId = batteries[0].BusId;
        Run(bus, RecoveryMs);
        Assert.NotEqual(batteries[0].BusId, batteries[1].BusId);
        Assert.InRange(bus.Monitor.Counters.Renumbered, 1, 2);
    });

    [Fact]
    public void Battery_that_restarts_without_its_bus_id_is_back_within_10_s() => ForEachSeed((bus, batteries) =>
    {
        batteries[0].Restart();
        Run(bus, RecoveryMs);
    });

    [Fact]
    public void All_batteries_that_restart_at_once_are_back_within_10_s() => ForEachSeed((bus, batteries) =>
    {
        Array.ForEach(batteries, battery => battery.Restart());
        Run(bus, RecoveryMs);
    });

    [Fact]
    public void Battery_that_is_unplugged_and_plugged_in_again_is_back_within_10_s() => ForEachSeed((bus, batteries) =>
    {
        batteries[2].IsPlugged = false;
        Run(bus, 60_000);
        batteries[2].IsPlugged = true;
        Run(bus, RecoveryMs);
    });

    [Fact]
    public void Battery_that_takes_the_place_and_has_the_bus_id_of_another_is_not_shown_as_that_one() => ForEachSeed((bus, batteries) =>
    {
        VirtualBattery stranger = bus.Add("CBB112819999", currentMa: 1999);
        stranger.BusId = batteries[0].BusId;
        batteries[0].IsPlugged = false;
        stranger.IsPlugged = false;
        Run(bus, 3200, allBack: false);
        stranger.IsPlugged = true;
        Run(bus, RecoveryMs);

        Assert.Equal(5, bus.Monitor.Batteries.Count);
        Assert.Equal("CBB112819999", WireRun.Serial(bus.Monitor.Batteries[4]));
        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[4].State);
        batteries[0].IsPlugged = true;
        Run(bus, RecoveryMs);
    });

    [Fact]
    public void Battery_that_is_exchanged_between_two_polls_for_one_with_its_bus_id_is_not_shown_as_that_one() => ForEachSeed((bus, batteries) =>
    {
        int polls = bus.Monitor.Counters.Polls;
        while (bus.Monitor.Counters.Polls < polls + 4)
        {
            bus.RunUntil(bus.Clock.NowMs + 5);
        }

        bus.RunUntil(bus.Clock.NowMs + 100);
        VirtualBattery stranger = bus.Add("CBB112819999", currentMa: 1999);
        stranger.BusId = batteries[0].BusId;
        batteries[0].IsPlugged = false;
        Run(bus, RecoveryMs);

        Assert.Equal("CBB112819999", WireRun.Serial(bus.Monitor.Batteries[4]));
        batteries[0].IsPlugged = true;
        Run(bus, RecoveryMs);
    });

    [Fact]
    public void Two_that_fall_asleep_and_wake_up_with_each_others_bus_ids_are_told_apart() => ForEachSeed((bus, batteries) =>
    {
        batteries[0].Model.CurrentMa = batteries[1].Model.CurrentMa = 50;
        bus.RunUntil(bus.Clock.NowMs + 60_000);
        (batteries[0].BusId, batteries[1].BusId) = (batteries[1].BusId, batteries[0].BusId);
        batteries[0].Model.CurrentMa = 1000;
        batteries[1].Model.CurrentMa = 1001;
        Run(bus, 2 * RecoveryMs);
    });

    [Fact]
    public void Battery_that_answers_with_anothers_bus_id_is_never_shown_as_that_one() => ForEachSeed((bus, batteries) =>
    {
        batteries[0].AnswersAs = batteries[1].BusId;
        Run(bus, 60_000, allBack: false);
        Assert.True(bus.Monitor.Counters.WrongReplies > 0);
        batteries[0].AnswersAs = 0;
        Run(bus, RecoveryMs);
    });

    [Fact]
    public void Monitor_that_restarts_while_the_batteries_keep_their_bus_ids_finds_them_all()
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            (VirtualBus bus, _) = Found(seed);
            bus.Port.IsConnected = false;

            var second = new BusMonitor(bus.Wire.OpenPort(), 3000, BusRole.Starting);
            WireRun.Until(bus.Clock, bus.Clock.NowMs + BusMonitor.ListenFirstMs + 5000, second);

            Assert.Equal(4, second.Batteries.CountLive());
            IsTrue(second);
        }
    }

    [Fact]
    public void Batteries_that_lost_both_power_up_messages_in_noise_are_found_at_the_next_search()
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            var bus = new VirtualBus(seed);
            VirtualBattery[] batteries = [.. Enumerable.Range(0, 4).Select(i => bus.Add($"CBB11281000{i}", currentMa: 1000 + i))];
            for (int i = 1; i < batteries.Length; i++)
            {
                // Of another master; the first one has none, so that the rounds bring something.
                batteries[i].BusId = BatteryList.FirstBusId + i;
            }

            bus.Wire.NoisePerBit = 0.2;
            bus.RunUntil(2);
            bus.Wire.Resolve();
            bus.Wire.NoisePerBit = 0;
            Run(bus, 40_000);
        }
    }

    [Theory]
    [InlineData(BatteryList.FirstBusId)]
    [InlineData(BatteryList.FirstBusId + BatteryList.Capacity - 1)]
    public void Battery_that_brings_a_bus_id_from_another_bus_is_found_within_three_minutes(int busId) => ForEachSeed((bus, batteries) =>
    {
        VirtualBattery guest = bus.Add("CBB112810004", currentMa: 1004);
        guest.BusId = busId;
        Run(bus, 180_000);
    });

    [Fact]
    public void Two_that_bring_the_same_bus_id_from_another_bus_are_found_within_a_quarter_of_an_hour() => ForEachSeed((bus, batteries) =>
    {
        VirtualBattery first = bus.Add("CBB112810004", currentMa: 1004);
        VirtualBattery second = bus.Add("CBB112810005", currentMa: 1005);
        first.BusId = second.BusId = 9;
        Run(bus, 900_000);
        Assert.Equal(1, bus.Monitor.Counters.Renumbered);
    });

    [Fact]
    public void Second_battery_that_brings_the_bus_id_that_another_brought_is_found_within_three_minutes_too() => ForEachSeed((bus, batteries) =>
    {
        bus.Add("CBB112810004", currentMa: 1004).BusId = 9;
        while (bus.Monitor.Counters.Renumbered == 0)
        {
            Run(bus, 100, allBack: false);
        }

        Run(bus, RecoveryMs);
        bus.Add("CBB112810005", currentMa: 1005).BusId = 9;
        Run(bus, 180_000);
    });

    [Fact]
    public void Battery_from_another_bus_is_found_where_missing_ones_leave_no_rest_between_two_rounds_of_polls()
    {
        var bus = new VirtualBus(seed: 1, pollIntervalMs: BusMaster.MinPollIntervalMs);
        VirtualBattery[] batteries = [.. Enumerable.Range(0, 6).Select(i => bus.Add($"CBB11281000{i}", currentMa: 1000 + i))];
        bus.RunUntil(60_000);
        Array.ForEach(batteries[1..], battery => battery.IsPlugged = false);
        bus.RunUntil(70_000);
        bus.Add("CBB112810009", currentMa: 1009).BusId = 17;
        Run(bus, 20_000);
    }

    [Fact]
    public void Battery_that_was_forgotten_and_comes_back_with_its_bus_id_is_found_within_three_minutes() => ForEachSeed((bus, batteries) =>
    {
        batteries[2].IsPlugged = false;
        Run(bus, 20_000, allBack: false);
        bus.Monitor.SearchAgain();
        Run(bus, RecoveryMs);
        batteries[2].IsPlugged = true;
        Run(bus, 180_000);
    });

    [Fact]
    public void Battery_that_never_forgets_its_bus_id_has_the_others_numbered_anew_once() => ForEachSeed((bus, _) =>
    {
        VirtualBattery deaf = bus.Add("CBB112810004", currentMa: 1004);
        int answers = 0;
        bus.Batteries.Heard += (kind, _, _) => deaf.BusId = kind == MessageKind.Round ? 10 : deaf.BusId;
        bus.Batteries.Answered += (battery, _, _, _) => answers += battery == deaf ? 1 : 0;
        deaf.BusId = 10;
        Run(bus, 1_200_000, allBack: false);

        Assert.InRange(answers, 5, 20);
        Assert.Equal(1, bus.Monitor.Counters.Renumbered);
    });

    [Fact]
    public void Wire_that_was_shorted_for_an_hour_works_again_within_10_s() => ForEachSeed((bus, _) =>
    {
        bus.Wire.IsShorted = true;
        bus.RunUntil(bus.Clock.NowMs + 3_600_000);
        Assert.Equal(0, bus.Monitor.Batteries.CountLive());
        bus.Wire.IsShorted = false;
        Run(bus, RecoveryMs);
    });

    private static void ForEachSeed(Action<VirtualBus, VirtualBattery[]> test)
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            (VirtualBus bus, VirtualBattery[] batteries) = Found(seed);
            test(bus, batteries);
            Assert.All(WireRun.All(bus.Monitor), battery => Assert.Equal(BatteryState.Live, battery.State));
        }
    }

    // Four batteries with 1000, 1001, 1002 and 1003 mA, found; then some time, so that a fault comes anywhere between two polls.
    private static (VirtualBus Bus, VirtualBattery[] Batteries) Found(int seed)
    {
        var bus = new VirtualBus(seed);
        VirtualBattery[] batteries = [.. Enumerable.Range(0, 4).Select(i => bus.Add($"CBB11281000{i}", currentMa: 1000 + i))];
        bus.RunUntil(60_000 + (157 * seed));
        Assert.Equal(4, bus.Monitor.Batteries.CountLive());
        return (bus, batteries);
    }

    private static void Run(VirtualBus bus, long forMs, bool allBack = true)
    {
        long endMs = bus.Clock.NowMs + forMs;
        while (bus.Clock.NowMs < endMs)
        {
            bus.RunUntil(Math.Min(endMs, bus.Clock.NowMs + 50));
            IsTrue(bus.Monitor);
        }

        int plugged = bus.Batteries.All.Count(battery => battery.IsPlugged);
        Assert.True(!allBack || bus.Monitor.Batteries.CountLive() == plugged, $"{bus.Monitor.Batteries.CountLive()} of {plugged} live");
    }

    // No battery is shown with another's current, and none is live with values older than 10 s.
    private static void IsTrue(BusMonitor monitor)
    {
        foreach (Battery battery in WireRun.All(monitor).Where(battery => battery.HasValues && battery.Values.CurrentMa != 50))
        {
            Assert.Equal($"{battery.Values.CurrentMa % 1000:000}", WireRun.Serial(battery)[9..]);
        }
    }
}
