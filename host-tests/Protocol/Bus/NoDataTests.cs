using ValenceNano.HostTests.Protocol.Messages;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Bus;

/// <summary>Batteries whose answers are whole and right, but not the data.</summary>
public sealed class NoDataTests
{
    private const string A = "CBB112810069";
    private const string B = "CBB112810318";
    private const string C = "CBB112810400";

    private static readonly string Refusal = Hex.Text(Cases.Sealed([2, 0x83, 2]));

    /// <summary>What the battery with bus id 2 answers, and the counter that must tell so.</summary>
    public static TheoryData<string, string, bool> Answers => new()
    {
        { "a refusal", Refusal, true },
        { "one register too few", Hex.Text(Cases.Sealed([2, 3, 0x34, .. new byte[52]])), false },
        { "one register too many", Hex.Text(Cases.Sealed([2, 3, 0x38, .. new byte[56]])), false },
        { "function 4", Hex.Text(Cases.Sealed([2, 4, 0x36, .. new byte[54]])), false },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Answer_without_data_is_counted_as_what_it_is_and_not_asked_for_again(string what, string answer, bool isRefusal)
    {
        ScriptedBus bus = Found(answer).RunUntil(10_000);

        Assert.True(bus.TimesOf("read 2").SequenceEqual([448, 3000, 6000, 9000]), what);
        BusCounters counters = bus.Monitor.Counters;
        Assert.Equal((isRefusal ? 4 : 0, isRefusal ? 0 : 4), (counters.Refused, counters.OtherReplies));
        Assert.Equal(0, counters.CrcErrors + counters.Timeouts + counters.WrongReplies + counters.JunkBytes);
        Assert.Equal(BatteryState.NoData, bus.Monitor.Batteries[0].State);
        Assert.Equal(isRefusal ? 2 : Battery.NotRefused, bus.Monitor.Batteries[0].RefusalCode);
    }

    [Fact]
    public void Battery_without_data_brings_no_resets_and_no_more_rounds()
    {
        ScriptedBus bus = Found(Refusal).RunUntil(300_000);

        Assert.Equal([0, 1], bus.TimesOf("reset"));
        Assert.Equal(3 + (2 * 9), bus.Monitor.Counters.Rounds);
        Assert.Equal(0, bus.Monitor.Counters.Renumbered);
    }

    [Fact]
    public void Refusing_one_and_one_with_70_data_bytes_leave_a_sound_one_live()
    {
        ScriptedBus bus = Found(Refusal)
            .On("slot 3", 1, (2, ScriptedBus.SerialAnswer(B)))
            .On($"assign {B} 3", 28, ScriptedBus.AssignedAnswer(3))
            .On("read 3", 7, Hex.Text(Cases.Sealed([3, 3, 70, .. new byte[70]])))
            .WithBattery(C, slot: 5, busId: 4)
            .RunUntil(300_000);

        Assert.Equal(
            [BatteryState.NoData, BatteryState.NoData, BatteryState.Live],
            Enumerable.Range(0, 3).Select(i => bus.Monitor.Batteries[i].State));
        Assert.Equal(0, bus.Monitor.Counters.CrcErrors);
        Assert.Equal([0, 1], bus.TimesOf("reset"));
    }

    [Fact]
    public void Live_battery_that_begins_to_refuse_is_without_data_at_the_third_poll()
    {
        ScriptedBus bus = new ScriptedBus().WithBattery(A, 2, 2).RunUntil(5000);
        bus.Unplug("read 2");
        bus.On("read 2", 3, Refusal).RunUntil(11_000);
        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[0].State);

        bus.RunUntil(12_100);

        Assert.Equal((BatteryState.NoData, 132), (bus.Monitor.Batteries[0].State, bus.Monitor.Batteries[0].Values.CurrentMa));
    }

    [Fact]
    public void Battery_without_data_that_falls_silent_is_lost_after_three_polls_and_one_that_sends_data_is_live()
    {
        ScriptedBus bus = Found(Refusal).RunUntil(5000);
        bus.Unplug("read 2");
        bus.RunUntil(11_000);
        Assert.Equal(BatteryState.NoData, bus.Monitor.Batteries[0].State);
        bus.RunUntil(12_200);
        Assert.Equal(BatteryState.Lost, bus.Monitor.Batteries[0].State);

        bus.WithBattery(A, slot: 0, busId: 2).RunUntil(17_000);

        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[0].State);
        Assert.Equal(Battery.NotRefused, bus.Monitor.Batteries[0].RefusalCode);
    }

    [Fact]
    public void Refusal_of_a_battery_that_was_not_asked_is_a_wrong_reply()
    {
        ScriptedBus bus = new ScriptedBus().WithBattery(A, 2, 2).RunUntil(5000);
        bus.At(5500, Refusal);
        bus.RunUntil(6500);

        Assert.Equal((1, 0), (bus.Monitor.Counters.WrongReplies, bus.Monitor.Counters.Refused));
        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[0].State);
    }

    [Fact]
    public void Listener_hears_a_refusal_of_the_data_and_not_one_of_other_registers()
    {
        var bus = new ScriptedBus(BusRole.Listener);
        bus.At(1000, Hex.Text(Cases.Sealed([2, 3, 0, 0x45, 0, 4])));
        bus.At(1010, Refusal);
        bus.RunUntil(1500);
        Assert.Equal((0, 0), (bus.Monitor.Batteries.Count, bus.Monitor.Counters.WrongReplies));

        bus.At(2000, Frames.Read2);
        bus.At(2010, Refusal);
        bus.RunUntil(2500);

        Assert.Equal(BatteryState.NoData, bus.Monitor.Batteries[0].State);
        Assert.Equal(1, bus.Monitor.Counters.Refused);
    }

    [Theory]
    [InlineData(3000)]
    [InlineData(60_000)]
    public void Battery_that_refused_answers_no_more_to_a_listener_whose_master_is_gone(int periodMs)
    {
        var bus = new ScriptedBus(BusRole.Listener);
        long lastMs = 1000 + (5 * periodMs);
        for (long ms = 1000; ms <= lastMs; ms += periodMs)
        {
            bus.At(ms, Frames.Read2);
            bus.At(ms + 7, Refusal);
        }

        bus.RunUntil(lastMs + (3 * periodMs) + 5000);
        Assert.Equal(BatteryState.NoData, bus.Monitor.Batteries[0].State);
        bus.RunUntil(lastMs + (3 * periodMs) + 20_000);

        Assert.Equal(BatteryState.Lost, bus.Monitor.Batteries[0].State);
    }

    private static ScriptedBus Found(string answer) => new ScriptedBus()
        .On("slot 2", 1, (2, ScriptedBus.SerialAnswer(A)))
        .On($"assign {A} 2", 28, ScriptedBus.AssignedAnswer(2))
        .On("read 2", 7, answer);
}
