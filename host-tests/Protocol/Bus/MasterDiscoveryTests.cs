using ValenceNano.Model;
using ValenceNano.HostTests.Protocol.Messages;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Bus;

public sealed class MasterDiscoveryTests
{
    private const string A = "CBB112810318";
    private const string B = "CBB112810069";

    [Fact]
    public void Battery_in_slot_2_is_found_as_in_the_log()
    {
        ScriptedBus bus = new ScriptedBus().WithBattery(A, slot: 2, busId: 2).RunUntil(3000);

        Assert.Equal(
            [
                "0 reset", "1 reset", "2 round", "3 round", "4 slot 0", "28 slot 1", "52 slot 2",
                "55 assign CBB112810318 2", "84 slot 3", "108 slot 4", "132 slot 5",
                "156 round", "157 round", "158 slot 0", "182 slot 1", "206 slot 2", "230 slot 3", "254 slot 4", "278 slot 5",
                "302 round", "303 round", "304 slot 0", "328 slot 1", "352 slot 2", "376 slot 3", "400 slot 4", "424 slot 5",
                "448 read 2",
            ],
            bus.Sent);
        Battery battery = Assert.Single(All(bus));
        Assert.Equal(BatteryState.Live, battery.State);
        Assert.Equal(A, Text(battery));
        Assert.Equal(455, battery.ValuesMs);
        Assert.Equal(13352, battery.Values.VoltageMv);
    }

    [Fact]
    public void Assignment_without_acknowledgement_is_repeated_once_after_60_ms()
    {
        ScriptedBus bus = new ScriptedBus()
            .On($"assign {A} 2", times: 1)
            .WithBattery(A, slot: 2, busId: 2)
            .RunUntil(3000);

        Assert.Equal([55, 115], bus.TimesOf($"assign {A} 2"));
        Assert.Equal("144 slot 3", bus.SentBetween(116, 145).Single());
        Assert.Equal(1, bus.Monitor.Counters.Assigned);
        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[0].State);
    }

    [Fact]
    public void Assignment_that_stays_without_acknowledgement_is_not_repeated_twice()
    {
        ScriptedBus bus = new ScriptedBus().On("slot 2", 1, (2, ScriptedBus.SerialAnswer(A))).RunUntil(700);

        Assert.Equal([55, 115], bus.TimesOf($"assign {A} 2"));
        Assert.Equal("175 slot 3", bus.SentBetween(116, 176).Single());
        Assert.Equal(0, bus.Monitor.Counters.Assigned);
    }

    [Fact]
    public void Third_battery_that_never_acknowledges_is_assigned_twice_like_any_other()
    {
        const string third = "CBB112810400";
        ScriptedBus bus = new ScriptedBus()
            .WithBattery(A, slot: 1, busId: 2)
            .WithBattery(B, slot: 2, busId: 3)
            .On("slot 4", 1, (2, ScriptedBus.SerialAnswer(third)))
            .RunUntil(5000);

        Assert.Equal(2, bus.TimesOf($"assign {third} 4").Count);
        Assert.Equal(2, bus.Monitor.Batteries.CountLive());
    }

    [Fact]
    public void Acknowledgement_of_another_bus_id_does_not_count()
    {
        ScriptedBus bus = new ScriptedBus()
            .On("slot 2", 1, (2, ScriptedBus.SerialAnswer(A)))
            .On($"assign {A} 2", 28, Frames.Assigned3)
            .RunUntil(700);

        Assert.Equal([55, 115], bus.TimesOf($"assign {A} 2"));
        Assert.Equal(0, bus.Monitor.Counters.Assigned);
    }

    [Fact]
    public void Batteries_get_bus_ids_from_2_up_in_the_order_they_are_found()
    {
        ScriptedBus bus = new ScriptedBus()
            .WithBattery(A, slot: 2, busId: 2)
            .WithBattery(B, slot: 4, busId: 3)
            .RunUntil(3000);

        Assert.Single(bus.TimesOf($"assign {A} 2"));
        Assert.Single(bus.TimesOf($"assign {B} 3"));
        Assert.Equal([B, A], All(bus).Select(Text));
        Assert.Equal([3, 2], All(bus).Select(battery => battery.BusId));
    }

    [Fact]
    public void Serial_of_raw_bytes_is_taken_as_it_is()
    {
        const string raw = "\n\r\0\u00FF\u0010\u00037\u0002\n\r\u00A5\u00FF";
        ScriptedBus bus = new ScriptedBus().WithBattery(raw, slot: 0, busId: 2).RunUntil(3000);

        Assert.Equal(raw, Text(Assert.Single(All(bus))));
        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[0].State);
    }

    [Theory]
    [InlineData("a message that comes out of two", "FF7011434242313132BC7131303331B850B9")]
    [InlineData("a single byte", "FF")]
    [InlineData("a byte that begins a message", "02")]
    public void Collision_makes_for_more_rounds(string what, string garbled)
    {
        ScriptedBus bus = new ScriptedBus().On("slot 2", 1, (2, garbled)).RunUntil(3000);

        Assert.True(bus.Monitor.Counters.Rounds == 3, what);
        Assert.Equal(6, bus.TimesOf("round").Count);
        Assert.Equal(garbled.Length / 2, bus.Monitor.Counters.JunkBytes);
    }

    [Fact]
    public void Collisions_without_end_make_for_8_rounds_and_no_more()
    {
        ScriptedBus bus = new ScriptedBus().On("slot 2", 2, Frames.Collision).RunUntil(3000);

        Assert.Equal(16, bus.TimesOf("round").Count);
        Assert.Empty(bus.SentBetween(8 * 146 + 2, 3000));
    }

    [Theory]
    [InlineData(55)]
    [InlineData(60)]
    public void Battery_that_is_forgotten_while_it_is_given_its_bus_id_leaves_nothing_to_be_assigned(int forgottenMs)
    {
        ScriptedBus bus = new ScriptedBus().On("slot 2", 1, (2, ScriptedBus.SerialAnswer(A)));
        bus.LookUntil(forgottenMs);
        Assert.True(bus.Monitor.Batteries.Forget(System.Text.Encoding.ASCII.GetBytes(A)));
        bus.RunUntil(3000);

        Assert.DoesNotContain(bus.SentBetween(forgottenMs, 3000), sent => sent.Contains("assign", StringComparison.Ordinal));
        Assert.Empty(All(bus));
    }

    [Fact]
    public void Two_quiet_rounds_in_a_row_are_enough_and_one_is_not()
    {
        ScriptedBus bus = new ScriptedBus()
            .On("slot 2", 1)
            .On("slot 2", 1, (2, Frames.Collision))
            .RunUntil(3000);

        Assert.Equal(4, bus.Monitor.Counters.Rounds);
    }

    [Fact]
    public void Search_goes_on_after_3_s_when_all_rounds_brought_batteries()
    {
        var bus = new ScriptedBus();
        for (int i = 0; i < 10; i++)
        {
            bus.WithBattery($"CBB11281000{i}", slot: 3, busId: 2 + i);
        }

        bus.RunUntil(10_000);

        Assert.Equal(10, bus.Monitor.Batteries.CountLive());
        Assert.Equal(8 + 4, bus.Monitor.Counters.Rounds);
    }

    [Fact]
    public void Collisions_without_end_do_not_make_the_search_go_on()
    {
        ScriptedBus bus = new ScriptedBus().WithBattery(A, slot: 1, busId: 2).On("slot 2", 2, Frames.Collision);

        bus.RunUntil(7000);
        bus.RunUntil(32_000);
        Assert.Equal(16, bus.Monitor.Counters.Rounds);
        bus.RunUntil(38_000);

        Assert.Equal(24, bus.Monitor.Counters.Rounds);
    }

    [Fact]
    public void Battery_plugged_in_later_is_found_within_33_s()
    {
        ScriptedBus bus = new ScriptedBus().WithBattery(A, slot: 2, busId: 2).RunUntil(10_000);

        bus.WithBattery(B, slot: 0, busId: 3).RunUntil(34_000);

        Assert.Equal([33_013], bus.TimesOf($"assign {B} 3"));
        Assert.Equal([B, A], All(bus).Select(Text));
        Assert.Equal(2, bus.Monitor.Batteries.CountLive());
    }

    [Fact]
    public void Known_serial_keeps_its_bus_id()
    {
        ScriptedBus bus = new ScriptedBus()
            .WithBattery(A, slot: 2, busId: 2)
            .WithBattery(B, slot: 4, busId: 3)
            .RunUntil(10_000);

        bus.On("slot 0", 1, (2, ScriptedBus.SerialAnswer(B))).RunUntil(40_000);

        Assert.Equal(2, bus.TimesOf($"assign {B} 3").Count);
        Assert.Equal(3, bus.Monitor.Counters.Assigned);
    }

    [Fact]
    public void Full_house_of_16_is_found_and_a_17th_is_left_out_in_peace()
    {
        var bus = new ScriptedBus();
        for (int i = 0; i < 16; i++)
        {
            bus.WithBattery($"CBB1128100{i:00}", slot: i % 6, busId: 2 + i);
        }

        bus.On("slot 5", 2, ScriptedBus.SerialAnswer("CBB112810099"));
        bus.RunUntil(60_000);

        Assert.Equal(16, bus.Monitor.Batteries.CountLive());
        Assert.Equal(Enumerable.Range(2, 16), All(bus).Select(battery => battery.BusId));
        Assert.Equal(16, bus.Monitor.Counters.Assigned);
        Assert.DoesNotContain(bus.Sent, sent => sent.Contains("CBB112810099", StringComparison.Ordinal));
        Assert.Equal(0, bus.Monitor.Counters.Renumbered);
        Assert.Equal([0, 1], bus.TimesOf("reset"));
    }

    private static IEnumerable<Battery> All(ScriptedBus bus) =>
        Enumerable.Range(0, bus.Monitor.Batteries.Count).Select(i => bus.Monitor.Batteries[i]);

    private static string Text(Battery battery) => System.Text.Encoding.Latin1.GetString(battery.Serial);
}
