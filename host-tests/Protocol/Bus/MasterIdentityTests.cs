using ValenceNano.Model;
using ValenceNano.HostTests.Protocol.Messages;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Bus;

/// <summary>Who is who: no battery's values may stand under another's name.</summary>
public sealed class MasterIdentityTests
{
    private const string A = "CBB112810069";
    private const string B = "CBB112810318";

    private static readonly string Others = Hex.Text(new Reply { CurrentMa = 4711 }.Bytes());

    [Fact]
    public void Answer_after_a_silent_poll_is_not_believed_before_it_said_its_serial()
    {
        ScriptedBus bus = Found(A).RunUntil(7000);
        bus.Unplug("read 2");
        bus.RunUntil(9500);
        bus.On("read 2", 7, Others);
        bus.On("slot 3", 1, (2, ScriptedBus.SerialAnswer(B)));
        bus.On($"assign {B} 3", 28, ScriptedBus.AssignedAnswer(3));
        bus.On("read 3", 7, Hex.Text(new Reply { BusId = 3, CurrentMa = 4711 }.Bytes()));

        while (bus.NowMs < 13_500)
        {
            bus.RunUntil(bus.NowMs + 1);
            Assert.Equal(132, bus.Monitor.Batteries[0].Values.CurrentMa);
            if (bus.TimesOf("reset").Count == 4)
            {
                // The power-up message is the end of its old bus id.
                bus.Unplug("read 2");
            }
        }

        Assert.Equal(B, Serial(bus, 1));
        Assert.Equal(4711, bus.Monitor.Batteries[1].Values.CurrentMa);
    }

    [Fact]
    public void Battery_that_says_its_serial_again_is_live_at_once()
    {
        ScriptedBus bus = Found(A).RunUntil(7000);
        bus.Unplug("read 2");
        bus.RunUntil(20_000);
        bus.WithBattery(A, slot: 4, busId: 2);
        bus.RunUntil(20_000 + 3000 + 500);

        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[0].State);
    }

    [Fact]
    public void Battery_that_goes_on_answering_and_does_not_say_its_serial_again_is_believed_in_the_end()
    {
        ScriptedBus bus = Found(A).RunUntil(7000);
        bus.Unplug("read 2");
        bus.RunUntil(20_000);
        bus.On("read 2", 7, Others);
        bus.RunUntil(25_000);

        Assert.Equal(4, bus.TimesOf("reset").Count);
        Assert.Equal(1, bus.Monitor.Counters.Renumbered);
        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[0].State);
        bus.RunUntil(100_000);
        Assert.Equal(4, bus.TimesOf("reset").Count);
    }

    [Fact]
    public void Battery_that_was_believed_and_falls_silent_is_doubted_again()
    {
        ScriptedBus bus = Found(A).RunUntil(7000);
        bus.Unplug("read 2");
        bus.RunUntil(20_000);
        bus.On("read 2", 7, Others);
        bus.RunUntil(38_000);
        Assert.Equal((4711, 1), (bus.Monitor.Batteries[0].Values.CurrentMa, bus.Monitor.Counters.Renumbered));

        // One poll is silent, and then another battery answers.
        bus.Unplug("read 2");
        bus.On("read 2", 3).On("read 2", 7, Hex.Text(new Reply { CurrentMa = 77 }.Bytes()));
        bus.RunUntil(42_200);

        Assert.Equal((4711, 2), (bus.Monitor.Batteries[0].Values.CurrentMa, bus.Monitor.Counters.Renumbered));
    }

    [Fact]
    public void Rounds_are_33_s_apart_again_once_a_battery_is_believed()
    {
        ScriptedBus bus = Found(A).RunUntil(7000);
        bus.Unplug("read 2");
        bus.RunUntil(20_000);
        bus.On("read 2", 7, Others);
        bus.RunUntil(30_000);
        int rounds = bus.Monitor.Counters.Rounds;

        bus.RunUntil(130_000);

        Assert.InRange(bus.Monitor.Counters.Rounds - rounds, 4, 8);
    }

    [Fact]
    public void Ghost_before_a_silent_battery_takes_none_of_its_three_requests()
    {
        ScriptedBus bus = new ScriptedBus()
            .On("slot 1", 1, (2, ScriptedBus.SerialAnswer("ABB112810000")))
            .On("slot 4", 1, (2, ScriptedBus.SerialAnswer(B)))
            .On($"assign {B} 3", 28, ScriptedBus.AssignedAnswer(3))
            .RunUntil(2000);

        Assert.Equal((3, 3), (bus.TimesOf("read 2").Count, bus.TimesOf("read 3").Count));
        Assert.Equal(B, Serial(bus, 0));
    }

    [Fact]
    public void Battery_that_slept_through_the_power_up_message_was_not_asked_by_it()
    {
        ScriptedBus bus = new ScriptedBus().WithBattery(A, 2, 2).WithBattery(B, 4, 3).RunUntil(7000);
        bus.Unplug("read 2");
        bus.Unplug("read 3");
        bus.RunUntil(20_000);

        // B wakes and is in doubt, so all are asked; A wakes only then.
        bus.On("read 3", 7, Hex.Text(new Reply { BusId = 3 }.Bytes()));
        bus.RunUntil(22_000);
        Assert.Equal(4, bus.TimesOf("reset").Count);
        bus.On("read 2", 7, Others);
        bus.RunUntil(26_000);
        Assert.Equal(132, bus.Monitor.Batteries[0].Values.CurrentMa);

        bus.RunUntil(31_000);
        Assert.Equal(6, bus.TimesOf("reset").Count);
        Assert.Equal(4711, bus.Monitor.Batteries[0].Values.CurrentMa);
    }

    [Fact]
    public void Battery_that_lost_its_bus_id_is_found_right_after_the_first_poll_it_missed()
    {
        ScriptedBus bus = Found(A).RunUntil(7000);
        bus.Unplug("read 2");
        bus.WithBattery(A, slot: 4, busId: 2);
        bus.Unplug("read 2");
        bus.On("read 2", 3).On("read 2", 7, Others);

        bus.RunUntil(9800);

        Assert.Equal([9000, 9050, 9100], bus.TimesOf("read 2").Where(ms => ms is >= 9000 and < 9150));
        Assert.Equal(2, bus.TimesOf($"assign {A} 2").Count);
        Assert.Equal(4711, bus.Monitor.Batteries[0].Values.CurrentMa);
        Assert.Equal(2, bus.TimesOf("reset").Count);
    }

    [Fact]
    public void Ghost_of_a_corrupt_serial_is_dropped_after_its_first_poll()
    {
        ScriptedBus bus = Found(A).On("slot 4", 1, (2, ScriptedBus.SerialAnswer("GHOST1281031"))).RunUntil(3000);

        Assert.Equal(1, bus.Monitor.Batteries.Count);
        Assert.Equal(A, Serial(bus, 0));
        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[0].State);
    }

    [Fact]
    public void Battery_whose_acknowledgements_and_answers_were_lost_is_found_again()
    {
        ScriptedBus bus = Found(A)
            .On("slot 4", 1, (2, ScriptedBus.SerialAnswer(B)))
            .On($"assign {B} 3", 2)
            .On("read 3", 3)
            .RunUntil(3000);
        Assert.Equal(1, bus.Monitor.Batteries.Count);

        // It has a bus id now and is silent in the rounds until it hears the power-up message.
        while (bus.TimesOf("reset").Count < 4 && bus.NowMs < 6500)
        {
            bus.RunUntil(bus.NowMs + 1);
        }

        Assert.InRange(bus.NowMs, 5000, 6499);
        bus.WithBattery(B, slot: 1, busId: 3);
        bus.RunUntil(10_000);
        Assert.Equal(2, bus.Monitor.Batteries.CountLive());
    }

    [Fact]
    public void Battery_that_answers_though_its_assignment_was_never_acknowledged_is_asked_who_it_is()
    {
        ScriptedBus bus = new ScriptedBus()
            .On("slot 2", 1, (2, ScriptedBus.SerialAnswer(A)))
            .On($"assign {A} 2", 2)
            .On("read 2", 7, Others)
            .RunUntil(5000);
        Assert.False(bus.Monitor.Batteries[0].HasValues);

        bus.WithBattery(A, slot: 2, busId: 2);
        bus.RunUntil(10_000);

        Assert.Equal(4, bus.TimesOf("reset").Count);
        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[0].State);
    }

    [Fact]
    public void Bytes_of_its_own_that_change_at_every_poll_cost_one_power_up_message_in_ten_minutes()
    {
        ScriptedBus bus = Changing(8, 10, 12).RunUntil(4000);
        while (bus.NowMs < 1_790_000)
        {
            bus.RunUntil(bus.NowMs + 500);
            Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[0].State);
        }

        Assert.Equal([0, 6000, 603_000, 1_203_000], bus.TimesOf("reset").Where((_, i) => i % 2 == 0).Select(ms => ms / 1000 * 1000));
        Assert.Equal((3, 1), (bus.Monitor.Counters.Renumbered, bus.Monitor.Batteries.Count));
    }

    [Fact]
    public void One_or_two_bytes_of_its_own_may_change()
    {
        ScriptedBus bus = Changing(8, 12).RunUntil(600_000);

        Assert.Equal(0, bus.Monitor.Counters.Renumbered);
    }

    [Fact]
    public void Searching_again_forgets_the_lost_and_keeps_the_sleeping()
    {
        ScriptedBus bus = new ScriptedBus()
            .WithBattery(A, 2, 2, new Reply { CurrentMa = 5000 })
            .WithBattery(B, 4, 3, new Reply { CurrentMa = 100 })
            .RunUntil(5000);
        bus.Unplug("read 2");
        bus.Unplug("read 3");
        bus.RunUntil(20_500);
        Assert.Equal([BatteryState.Lost, BatteryState.Asleep], [bus.Monitor.Batteries[0].State, bus.Monitor.Batteries[1].State]);

        bus.Monitor.SearchAgain();
        bus.RunUntil(20_502);

        Assert.Equal(["20500 reset", "20501 reset"], bus.SentBetween(20_500, 20_502));
        Assert.Equal(B, Serial(bus, 0));
        Assert.Equal(1, bus.Monitor.Batteries.Count);
    }

    private static ScriptedBus Found(string serial) => new ScriptedBus().WithBattery(serial, slot: 2, busId: 2);

    // A battery of which these bytes are others at every poll.
    private static ScriptedBus Changing(params int[] offsets)
    {
        ScriptedBus bus = Found(A);
        bus.Unplug("read 2");
        for (int i = 1; i < 600; i++)
        {
            byte value = (byte)(1 + (i % 255));
            bus.On("read 2", 1, (7, Hex.Text(new Reply { CurrentMa = 5000 }.With([.. offsets.Select(offset => (offset, value))]))));
        }

        return bus;
    }

    private static string Serial(ScriptedBus bus, int index) => System.Text.Encoding.Latin1.GetString(bus.Monitor.Batteries[index].Serial);
}
