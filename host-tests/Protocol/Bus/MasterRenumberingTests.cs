using ValenceNano.HostTests.Protocol.Messages;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Bus;

/// <summary>When all batteries are asked again who they are, and how often at most.</summary>
public sealed class MasterRenumberingTests
{
    private const string A = "CBB112810069";
    private const string B = "CBB112810318";

    private static readonly string Others = Hex.Text(new Reply { CurrentMa = 4711 }.Bytes());

    [Fact]
    public void Two_corrupt_polls_with_a_good_one_between_them_renumber_nothing()
    {
        ScriptedBus bus = Found(A).RunUntil(7000);
        bus.Unplug("read 2");
        for (int i = 0; i < 4; i++)
        {
            bus.On("read 2", 3, (7, Frames.Collision)).On("read 2", 1, (7, Others));
        }

        bus.RunUntil(33_000);

        Assert.Equal(12, bus.Monitor.Counters.CrcErrors);
        Assert.Equal(0, bus.Monitor.Counters.Renumbered);
    }

    [Fact]
    public void Two_batteries_in_doubt_in_one_cycle_are_asked_who_they_are()
    {
        ScriptedBus bus = new ScriptedBus().WithBattery(A, 2, 2).WithBattery(B, 4, 3).RunUntil(7000);
        bus.Unplug("read 2");
        bus.Unplug("read 3");
        bus.On("read 2", 6, (7, Frames.Collision)).On("read 3", 6, (7, Frames.Collision));

        bus.RunUntil(13_500);

        Assert.Equal(1, bus.Monitor.Counters.Renumbered);
    }

    [Theory]
    [InlineData(Frames.Collision, nameof(BusCounters.CrcErrors))]
    [InlineData("03", nameof(BusCounters.WrongReplies))]
    public void Two_corrupt_polls_in_a_row_make_all_say_again_who_they_are(string answer, string counter)
    {
        string hex = answer == "03" ? Hex.Text(new Reply { BusId = 3 }.Bytes()) : answer;
        ScriptedBus bus = Found(A).RunUntil(7000);
        bus.Unplug("read 2");
        bus.On("read 2", 6, (7, hex)).WithBattery(A, slot: 0, busId: 2);

        bus.RunUntil(14_500);

        Assert.Equal([12_150, 12_151], bus.TimesOf("reset").Where(ms => ms > 7000));
        Assert.Equal(1, bus.Monitor.Counters.Renumbered);
        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[0].State);
        Assert.Equal(6, counter == nameof(BusCounters.CrcErrors) ? bus.Monitor.Counters.CrcErrors : bus.Monitor.Counters.WrongReplies);
    }

    [Fact]
    public void Battery_that_is_never_understood_does_not_make_the_others_say_again_who_they_are_all_the_time()
    {
        ScriptedBus bus = new ScriptedBus().WithBattery(A, 2, 2).WithBattery(B, 4, 3).RunUntil(7000);
        bus.Unplug("read 2");
        bus.On("read 2", 7, Frames.Collision);

        bus.RunUntil(600_000);

        Assert.InRange(bus.Monitor.Counters.Renumbered, 5, 12);
        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[1].State);
    }

    [Fact]
    public void Power_up_message_is_not_sent_more_than_every_5_s_however_much_is_in_doubt()
    {
        var bus = new ScriptedBus();
        for (int i = 0; i < 8; i++)
        {
            bus.WithBattery($"CBB11281000{i}", slot: i % 6, busId: 2 + i);
        }

        bus.RunUntil(5000);
        for (int i = 0; i < 8; i++)
        {
            // Each falls silent for a while of its own.
            bus.Unplug($"read {2 + i}");
            bus.On($"read {2 + i}", 3 * (i + 1)).On($"read {2 + i}", 7, Hex.Text(new Reply { BusId = 2 + i }.Bytes()));
        }

        bus.RunUntil(90_000);

        List<long> resets = [.. bus.TimesOf("reset").Where((_, i) => i % 2 == 0)];
        Assert.All(resets.Zip(resets.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 5000));
        Assert.Equal(8, bus.Monitor.Batteries.CountLive());
    }

    private static ScriptedBus Found(string serial) => new ScriptedBus().WithBattery(serial, slot: 2, busId: 2);
}
