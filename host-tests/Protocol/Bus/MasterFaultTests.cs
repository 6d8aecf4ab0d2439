using ValenceNano.Model;
using ValenceNano.HostTests.Protocol.Messages;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Bus;

/// <summary>Corrupt, foreign, late and torn answers to polls. Whole ones without data are in <see cref="NoDataTests"/>.</summary>
public sealed class MasterFaultTests
{
    private const string A = "CBB112810069";
    private const string B = "CBB112810318";

    private static readonly string Good = Hex.Text(new Reply { CurrentMa = 4711 }.Bytes());

    /// <summary>A reply that must not be taken, and the counter that must tell so.</summary>
    public static TheoryData<string, string, string> BadReplies => new()
    {
        { "one bit turned", Good[..60] + "F" + Good[61..], nameof(BusCounters.CrcErrors) },
        { "cut off", Good[..^2], nameof(BusCounters.CrcErrors) },
        { "its first byte gone", Good[2..], nameof(BusCounters.CrcErrors) },
        { "noise", Frames.Collision, nameof(BusCounters.CrcErrors) },
        { "another battery's", Hex.Text(new Reply { BusId = 3, CurrentMa = 4711 }.Bytes()), nameof(BusCounters.WrongReplies) },
        { "the request itself", Frames.Read2, nameof(BusCounters.Timeouts) },
        { "nothing", "", nameof(BusCounters.Timeouts) },
    };

    [Theory]
    [InlineData("00", BatteryState.Asleep, nameof(BusCounters.Timeouts))]
    [InlineData("00FF00FF", BatteryState.Asleep, nameof(BusCounters.Timeouts))]
    [InlineData("00FF00FF00", BatteryState.Lost, nameof(BusCounters.CrcErrors))]
    public void Bytes_behind_each_request_that_are_too_few_for_an_answer_leave_a_sleeping_battery_asleep(
        string bytes,
        BatteryState expected,
        string counter)
    {
        ScriptedBus bus = Found().RunUntil(5000);
        bus.Unplug("read 2");
        bus.On("read 2", 1, bytes).RunUntil(14_500);

        Assert.Equal(expected, bus.Monitor.Batteries[0].State);
        OnlyCounts(bus, counter, 9);
    }

    [Theory]
    [MemberData(nameof(BadReplies))]
    public void Reply_that_fails_is_asked_for_again_at_once(string what, string bad, string counter)
    {
        ScriptedBus bus = Found().RunUntil(5000);
        bus.Unplug("read 2");
        bus.On("read 2", 2, (7, bad)).On("read 2", 7, Good).RunUntil(6500);

        Assert.Equal(3, bus.TimesOf("read 2").Count(ms => ms >= 6000));
        Assert.True(bus.TimesOf("read 2").Last() <= 6100, what);
        Assert.Equal(4711, bus.Monitor.Batteries[0].Values.CurrentMa);
        OnlyCounts(bus, counter, 2);
    }

    [Theory]
    [MemberData(nameof(BadReplies))]
    public void Reply_that_fails_three_times_is_left_until_the_next_poll(string what, string bad, string counter)
    {
        ScriptedBus bus = Found().RunUntil(5000);
        bus.Unplug("read 2");
        bus.On("read 2", 3, (7, bad)).On("read 2", 7, Good);

        bus.RunUntil(9000);
        Assert.Equal(3, bus.TimesOf("read 2").Count(ms => ms >= 6000));
        Assert.True(bus.Monitor.Batteries[0].Values.CurrentMa == 132, what);
        Assert.Equal(1, bus.Monitor.Batteries[0].MissedPolls);
        OnlyCounts(bus, counter, 3);
        bus.RunUntil(15_000);
        Assert.Equal(4711, bus.Monitor.Batteries[0].Values.CurrentMa);
    }

    [Fact]
    public void Reply_that_contradicts_itself_is_not_taken_and_not_asked_for_again_before_the_next_poll()
    {
        ScriptedBus bus = Found().RunUntil(5000);
        bus.Unplug("read 2");
        bus.On("read 2", 1, (7, Hex.Text(new Reply { CurrentMa = 1 }.With((44, 1))))).On("read 2", 7, Good);

        bus.RunUntil(9000);
        Assert.Equal([6000], bus.TimesOf("read 2").Where(ms => ms >= 6000));
        Assert.Equal((132, 1), (bus.Monitor.Batteries[0].Values.CurrentMa, bus.Monitor.Batteries[0].MissedPolls));
        OnlyCounts(bus, nameof(BusCounters.Inconsistent), 1);
        bus.RunUntil(9500);

        Assert.Equal(4711, bus.Monitor.Batteries[0].Values.CurrentMa);
    }

    [Fact]
    public void Battery_of_another_layout_is_shown_from_its_third_reply_on_and_its_replies_are_counted()
    {
        string odd = Hex.Text(new Reply { CurrentMa = 4711 }.With((44, 1)));
        ScriptedBus bus = new ScriptedBus()
            .On("slot 2", 1, (2, ScriptedBus.SerialAnswer(A)))
            .On($"assign {A} 2", 28, ScriptedBus.AssignedAnswer(2))
            .On("read 2", 7, odd)
            .RunUntil(5000);
        Assert.False(bus.Monitor.Batteries[0].HasValues);
        bus.RunUntil(16_000);

        Assert.Equal([448, 3000, 6000, 9000, 12_000, 15_000], bus.TimesOf("read 2"));
        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[0].State);
        Assert.Equal(ReplyRules.SocAgain, bus.Monitor.Batteries[0].Values.Broken);
        Assert.Equal(6, bus.Monitor.Batteries[0].Contradictions);
        Assert.Equal(6, bus.Monitor.Counters.Inconsistent);
    }

    [Fact]
    public void Reply_in_three_pieces_is_one_reply()
    {
        ScriptedBus bus = Found().RunUntil(5000);
        bus.Unplug("read 2");
        bus.On("read 2", 1, (3, Good[..40]), (19, Good[40..80]), (48, Good[80..])).RunUntil(6500);

        Assert.Equal(4711, bus.Monitor.Batteries[0].Values.CurrentMa);
        Assert.Equal([6000], bus.TimesOf("read 2").Where(ms => ms >= 6000));
        OnlyCounts(bus, nameof(BusCounters.CrcErrors), 0);
    }

    [Fact]
    public void Reply_that_is_arriving_when_its_window_ends_is_waited_for()
    {
        ScriptedBus bus = Found().RunUntil(5000);
        bus.Unplug("read 2");
        bus.On("read 2", 1, (48, Good[..40]), (50, Good[40..80]), (52, Good[80..])).RunUntil(6500);

        Assert.Equal(4711, bus.Monitor.Batteries[0].Values.CurrentMa);
        Assert.Equal([6000], bus.TimesOf("read 2").Where(ms => ms >= 6000));
    }

    [Theory]
    [InlineData("as long as a reply", 40)]
    [InlineData("that fills buffers", 300)]
    public void Junk_around_a_reply_in_two_pieces_costs_nothing(string what, int length)
    {
        string junk = string.Concat(Enumerable.Repeat("F9", length));
        ScriptedBus bus = Found().RunUntil(5000);
        bus.Unplug("read 2");
        bus.On("read 2", 1, (5, junk + Good[..60]), (12, Good[60..] + junk)).RunUntil(6500);

        Assert.True(bus.Monitor.Batteries[0].Values.CurrentMa == 4711, what);
        Assert.Equal([6000], bus.TimesOf("read 2").Where(ms => ms >= 6000));
        Assert.Equal(2 * length, bus.Monitor.Counters.JunkBytes);
    }

    [Fact]
    public void False_beginning_before_a_reply_does_not_hide_it()
    {
        ScriptedBus bus = Found().RunUntil(5000);
        bus.Unplug("read 2");
        bus.On("read 2", 1, (7, "020336" + Good)).RunUntil(6500);

        Assert.Equal(4711, bus.Monitor.Batteries[0].Values.CurrentMa);
        Assert.Equal([6000], bus.TimesOf("read 2").Where(ms => ms >= 6000));
    }

    [Fact]
    public void False_beginning_before_a_serial_does_not_hide_it()
    {
        ScriptedBus bus = new ScriptedBus()
            .On("slot 2", 1, (2, "020336" + ScriptedBus.SerialAnswer(A)))
            .On($"assign {A} 2", 28, "020336" + ScriptedBus.AssignedAnswer(2))
            .On("read 2", 7, Good)
            .RunUntil(3000);

        Assert.Single(bus.TimesOf($"assign {A} 2"));
        Assert.Equal(4711, bus.Monitor.Batteries[0].Values.CurrentMa);
    }

    [Fact]
    public void Late_reply_is_not_taken_for_that_of_the_battery_asked_meanwhile()
    {
        ScriptedBus bus = new ScriptedBus().WithBattery(A, 2, 2).WithBattery(B, 4, 3).RunUntil(5000);
        bus.Unplug("read 2");
        bus.Unplug("read 3");
        bus.On("read 2", 3).On("read 2", 7, Good);
        bus.On("read 3", 1, (20, Hex.Text(new Reply { BusId = 3, CurrentMa = 3 }.Bytes())));
        bus.At(6160, Good);

        bus.RunUntil(6500);

        Assert.Equal([6000, 6050, 6100], bus.TimesOf("read 2").Where(ms => ms >= 6000));
        Assert.Equal([6150], bus.TimesOf("read 3").Where(ms => ms >= 6000));
        Assert.Equal(132, bus.Monitor.Batteries[0].Values.CurrentMa);
        Assert.Equal(3, bus.Monitor.Batteries[1].Values.CurrentMa);
        Assert.Equal(1, bus.Monitor.Counters.WrongReplies);
    }

    [Fact]
    public void Reply_that_nobody_asked_for_is_not_taken()
    {
        ScriptedBus bus = Found().RunUntil(5000);
        bus.At(5500, Good);

        bus.RunUntil(5999);
        Assert.Equal(132, bus.Monitor.Batteries[0].Values.CurrentMa);
        bus.RunUntil(7000);

        Assert.Equal(132, bus.Monitor.Batteries[0].Values.CurrentMa);
        Assert.Equal(1, bus.Monitor.Counters.WrongReplies);
    }

    [Fact]
    public void Noise_between_polls_does_not_make_a_sleeping_battery_a_lost_one()
    {
        ScriptedBus bus = Found().RunUntil(5000);
        bus.Unplug("read 2");
        for (int ms = 5000; ms < 20_000; ms += 700)
        {
            bus.At(ms, "FF");
        }

        bus.RunUntil(20_000);

        Assert.Equal(BatteryState.Asleep, bus.Monitor.Batteries[0].State);
        Assert.Equal(0, bus.Monitor.Counters.CrcErrors);
    }

    [Fact]
    public void Foreign_reply_once_does_not_make_a_battery_that_falls_asleep_a_lost_one()
    {
        ScriptedBus bus = Found().RunUntil(5000);
        bus.Unplug("read 2");
        bus.On("read 2", 1, (7, Hex.Text(new Reply { BusId = 3 }.Bytes()))).RunUntil(12_400);

        Assert.Equal(BatteryState.Asleep, bus.Monitor.Batteries[0].State);
        Assert.Equal((1, 8), (bus.Monitor.Counters.WrongReplies, bus.Monitor.Counters.Timeouts));
    }

    [Fact]
    public void Master_goes_on_polling_on_a_bus_that_babbles_without_end()
    {
        ScriptedBus bus = Found().RunUntil(5000);
        for (int ms = 5000; ms < 40_000; ms++)
        {
            bus.At(ms, "F9A7");
        }

        bus.RunUntil(40_000);
        Assert.InRange(bus.TimesOf("read 2").Count(ms => ms is >= 20_000 and < 40_000), 2, 40);
        bus.RunUntil(50_000);

        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[0].State);
    }

    [Fact]
    public void Echoes_of_what_it_sends_are_no_answers_and_no_faults()
    {
        ScriptedBus bus = Found();
        bus.Echoes = true;
        bus.RunUntil(60_000);

        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[0].State);
        Assert.Equal(bus.TimesOf("read 2").Count, bus.Monitor.Counters.Replies);
        OnlyCounts(bus, nameof(BusCounters.CrcErrors), 0);
        Assert.Equal(0, bus.Monitor.Counters.JunkBytes);
    }

    private static ScriptedBus Found() => new ScriptedBus().WithBattery(A, slot: 2, busId: 2);

    private static void OnlyCounts(ScriptedBus bus, string counter, int count)
    {
        BusCounters counters = bus.Monitor.Counters;
        Dictionary<string, int> faults = new()
        {
            [nameof(BusCounters.Timeouts)] = counters.Timeouts,
            [nameof(BusCounters.CrcErrors)] = counters.CrcErrors,
            [nameof(BusCounters.WrongReplies)] = counters.WrongReplies,
            [nameof(BusCounters.Inconsistent)] = counters.Inconsistent,
            [nameof(BusCounters.Refused)] = counters.Refused,
            [nameof(BusCounters.OtherReplies)] = counters.OtherReplies,
        };
        Assert.Equal(count, faults[counter]);
        Assert.Equal(count, faults.Values.Sum());
    }
}
