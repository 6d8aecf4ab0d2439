using ValenceNano.HostTests.Protocol.Messages;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Bus;

/// <summary>A master that hears another one gives way to it, and to nothing else.</summary>
public sealed class YieldTests
{
    private const string A = "CBB112810069";
    private const int SettleMs = 8000;

    [Theory]
    [InlineData(Frames.Reset)]
    [InlineData(Frames.Round)]
    [InlineData(Frames.SlotPoll0)]
    [InlineData(Frames.AssignA)]
    [InlineData(Frames.Read2)]
    [InlineData(Frames.Write2)]
    [InlineData("other registers")]
    public void Master_that_hears_a_request_of_another_is_a_listener_at_once(string frame)
    {
        string request = frame == "other registers" ? Hex.Text(Cases.Sealed([2, 3, 0, 0x45, 0, 4])) : frame;
        ScriptedBus bus = Found().LookUntil(SettleMs);

        bus.At(SettleMs, request);
        bus.LookUntil(SettleMs + 4);

        Assert.Equal(BusRole.Listener, bus.Monitor.Role);
        Assert.Equal(1, bus.Monitor.Counters.Yielded);
        bus.LookUntil(SettleMs + 59_000);
        Assert.Empty(bus.SentBetween(SettleMs, long.MaxValue));
    }

    [Fact]
    public void Bus_ids_are_believed_no_more_once_another_master_has_spoken()
    {
        ScriptedBus bus = Found().LookUntil(SettleMs);

        bus.At(SettleMs, Frames.Read2);
        bus.At(SettleMs + 7, Hex.Text(new Reply { CurrentMa = 4711 }.Bytes()));
        bus.LookUntil(SettleMs + 500);

        Battery known = bus.Monitor.Batteries[0];
        Assert.Equal((true, 0, 132), (known.HasSerial, known.BusId, known.Values.CurrentMa));
        Battery nameless = bus.Monitor.Batteries[1];
        Assert.Equal((false, 2, 4711), (nameless.HasSerial, nameless.BusId, nameless.Values.CurrentMa));
    }

    [Fact]
    public void Request_that_makes_it_give_way_is_heard_as_the_listener_hears_it()
    {
        ScriptedBus bus = Found().LookUntil(SettleMs);

        bus.At(SettleMs, Frames.AssignA);
        bus.At(SettleMs + 50, Frames.Read2);
        bus.At(SettleMs + 57, Hex.Text(new Reply { CurrentMa = 4711 }.Bytes()));
        bus.LookUntil(SettleMs + 500);

        Battery a = bus.Monitor.Batteries.FindSerial(Frames.SerialABytes, 0);
        Assert.Equal((2, 4711, BatteryState.Live), (a.BusId, a.Values.CurrentMa, a.State));
    }

    [Fact]
    public void Answer_to_what_it_asked_before_it_gave_way_is_not_taken()
    {
        ScriptedBus bus = Found().LookUntil(8990);
        bus.Unplug("read 2");
        bus.On("read 2", 30, Hex.Text(new Reply { CurrentMa = 4711 }.Bytes()));
        bus.At(9010, Frames.Round);

        bus.LookUntil(9500);

        Assert.Equal(132, bus.Monitor.Batteries[0].Values.CurrentMa);
        Assert.Equal(1, bus.Monitor.Counters.WrongReplies);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(150)]
    public void Echo_of_its_own_words_is_no_other_master(int echoMs)
    {
        ScriptedBus bus = Found();
        bus.Echoes = true;
        bus.EchoMs = echoMs;

        bus.LookUntil(120_000);

        Assert.Equal((BusRole.Master, 0), (bus.Monitor.Role, bus.Monitor.Counters.Yielded));
        Assert.Equal(BatteryState.Live, bus.Monitor.Batteries[0].State);
    }

    [Fact]
    public void Echo_that_a_late_caller_finds_is_no_other_master()
    {
        ScriptedBus bus = Found().LookUntil(9001);
        Assert.Contains("9000 read 2", bus.Sent);

        bus.At(9002, Frames.Read2);
        bus.Jump(3000);
        bus.LookUntil(12_100);

        Assert.Equal(BusRole.Master, bus.Monitor.Role);
    }

    [Fact]
    public void Echo_comes_once_and_in_time()
    {
        ScriptedBus twice = Found().LookUntil(8990);
        twice.At(9001, Frames.Read2);
        twice.At(9020, Frames.Read2);
        Assert.Equal(BusRole.Master, twice.LookUntil(9015).Monitor.Role);
        Assert.Equal(BusRole.Listener, twice.LookUntil(9030).Monitor.Role);

        ScriptedBus late = Found().LookUntil(9190);
        late.At(9210, Frames.Read2);
        Assert.Equal(BusRole.Listener, late.LookUntil(9220).Monitor.Role);
    }

    [Fact]
    public void Other_words_than_its_own_are_no_echo_though_they_come_in_time()
    {
        ScriptedBus bus = Found().LookUntil(8990);
        bus.At(9002, Frames.Read3);

        Assert.Equal(BusRole.Listener, bus.LookUntil(9010).Monitor.Role);
    }

    [Theory]
    [InlineData(9400, 4000)]
    [InlineData(9600, 60_000)]
    public void Silence_before_it_speaks_again_is_short_only_if_it_had_just_spoken(int heardMs, int silenceMs)
    {
        ScriptedBus bus = Found().LookUntil(9300);
        bus.At(heardMs, Frames.Read3);

        bus.LookUntil(heardMs + silenceMs - 1);
        Assert.Empty(bus.SentBetween(9300, long.MaxValue));
        bus.LookUntil(heardMs + silenceMs + 20);

        Assert.Equal(BusRole.Master, bus.Monitor.Role);
        Assert.Equal("reset", bus.SentBetween(9300, long.MaxValue).First().Split(' ')[1]);
    }

    [Fact]
    public void Another_master_that_still_speaks_a_second_later_has_not_given_way()
    {
        ScriptedBus bus = Found().LookUntil(9300);
        bus.At(9400, Frames.Read3);
        bus.At(10_400, Frames.Read3);

        bus.LookUntil(70_390);
        Assert.Empty(bus.SentBetween(9300, long.MaxValue));
        bus.LookUntil(70_420);

        Assert.Equal(BusRole.Master, bus.Monitor.Role);
    }

    [Fact]
    public void Master_that_was_silent_for_50_s_before_is_waited_for_twice_as_long()
    {
        ScriptedBus bus = new(BusRole.Starting);
        bus.At(1000, Frames.Read2);
        bus.At(51_000, Frames.Read2);

        bus.LookUntil(51_000 + 101_000 - 1);
        Assert.Empty(bus.Sent);
        bus.LookUntil(51_000 + 101_000 + 20);

        Assert.Equal(BusRole.Master, bus.Monitor.Role);
    }

    [Fact]
    public void Silence_of_one_master_is_not_expected_of_the_next()
    {
        ScriptedBus bus = Found().LookUntil(SettleMs);
        bus.At(SettleMs, Frames.Write2);
        bus.At(SettleMs + 50_000, Frames.Write2);
        bus.LookUntil(SettleMs + 200_000);
        Assert.Equal(BusRole.Master, bus.Monitor.Role);

        long againMs = SettleMs + 201_000;
        bus.At(againMs, Frames.Write2);
        bus.At(againMs + 3000, Frames.Write2);
        bus.LookUntil(againMs + 3000 + BusMonitor.TakeOverMs + 100);

        Assert.Equal(BusRole.Master, bus.Monitor.Role);
    }

    [Fact]
    public void Batteries_are_found_again_when_the_other_master_is_gone()
    {
        ScriptedBus bus = Found().LookUntil(SettleMs);
        bus.At(SettleMs, Frames.Read2);
        bus.LookUntil(SettleMs + 1000);
        bus.WithBattery(A, slot: 0, busId: 2);
        bus.On("read 2", 7, Hex.Text(new Reply { CurrentMa = 77 }.Bytes()));

        bus.LookUntil(SettleMs + 62_000);

        Assert.Equal(1, bus.Monitor.Batteries.Count);
        Assert.Equal((BatteryState.Live, 2), (bus.Monitor.Batteries[0].State, bus.Monitor.Batteries[0].BusId));
    }

    [Fact]
    public void Pause_before_the_first_word_differs_with_the_number_of_the_device()
    {
        List<long> first = [.. Enumerable.Range(1, 40).Select(FirstWordMs)];

        Assert.All(first, ms => Assert.InRange(ms, BusMonitor.ListenFirstMs, BusMonitor.ListenFirstMs + BusMonitor.MaxPauseMs));
        Assert.True(first.Distinct().Count() > 35, string.Join(' ', first));

        static long FirstWordMs(int number) =>
            new ScriptedBus(BusRole.Starting, deviceNumber: number).LookUntil(7000).TimesOf("reset")[0];
    }

    private static ScriptedBus Found() => new ScriptedBus().WithBattery(A, slot: 2, busId: 2);
}
