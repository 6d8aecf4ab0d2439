using ValenceNano.Model;
using ValenceNano.HostTests.Protocol.Messages;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Bus;

/// <summary>A listener beside another master, by script.</summary>
public sealed class ListenerTests
{
    private const int ListenMs = 10;

    private readonly ScriptedBus _bus = new(BusRole.Listener);

    private BatteryList Batteries => _bus.Monitor.Batteries;

    [Fact]
    public void Listener_wants_to_be_called_before_a_receive_buffer_is_full()
    {
        Assert.Equal(ListenMs, _bus.Monitor.Poll(0));
        Cycle(20, (2, Data(2, 132)));
        _bus.RunUntil(60);
        Assert.Equal(60 + ListenMs, _bus.Monitor.Poll(60));
    }

    [Fact]
    public void Battery_that_had_its_bus_id_before_is_known_by_that_alone()
    {
        Cycle(1000, (3, Data(3, 130)), (2, Data(2, 132)));
        _bus.RunUntil(2000);

        Assert.Equal([(false, 2, 132), (false, 3, 130)], Known());
        Assert.Equal(2, Batteries.CountLive());
        Assert.Equal((2, 2, 1), (_bus.Monitor.Counters.Polls, _bus.Monitor.Counters.Replies, _bus.Monitor.Batteries.Revision));
    }

    [Fact]
    public void Assignment_gives_it_a_name_and_values_come_with_its_next_reply()
    {
        Cycle(1000, (2, Data(2, 132)));
        _bus.At(2000, Frames.SerialA);
        _bus.At(2003, Frames.AssignA);
        _bus.At(2031, Frames.Assigned2);
        _bus.RunUntil(2500);
        Assert.Equal([(true, 2, 0)], Known());
        Assert.False(Batteries[0].HasValues);

        Cycle(3000, (2, Data(2, 4711)));
        _bus.RunUntil(3500);

        Assert.Equal([(true, 2, 4711)], Known());
        Assert.Equal(1, _bus.Monitor.Counters.Assigned);
    }

    [Fact]
    public void Bus_id_that_goes_to_another_battery_leaves_the_first_without_one()
    {
        _bus.At(1000, Frames.AssignA);
        _bus.At(1100, Hex.Text(Cases.Sealed([0xFF, 0x41, 0x12, .. Frames.SerialBBytes, 2])));
        Cycle(2000, (2, Data(2, 4711)));
        _bus.RunUntil(2500);

        Battery a = Batteries.FindSerial(Frames.SerialABytes, 0);
        Battery b = Batteries.FindSerial(Frames.SerialBBytes, 0);
        Assert.Equal((0, false), (a.BusId, a.HasValues));
        Assert.Equal((2, 4711), (b.BusId, b.Values.CurrentMa));
    }

    [Fact]
    public void Bus_id_is_not_believed_after_a_power_up_message_until_it_is_given_anew()
    {
        _bus.At(1000, Frames.AssignA);
        Cycle(2000, (2, Data(2, 132)), (3, Data(3, 130)));
        _bus.RunUntil(2900);
        Assert.Equal([(true, 2, 132), (false, 3, 130)], Known());

        // The assignment that follows is lost on the way to the listener.
        _bus.At(3000, Frames.Reset);
        Cycle(4000, (2, Data(2, 4711)));
        _bus.RunUntil(4500);

        Assert.Equal([(true, 0, 132), (false, 2, 4711)], Known());
    }

    [Fact]
    public void Reply_that_the_master_did_not_ask_for_is_not_taken()
    {
        _bus.At(1000, Data(2, 4711));
        _bus.At(2000, Frames.Read3);
        _bus.At(2007, Data(2, 4711));
        _bus.At(3000, Frames.Read2);
        _bus.At(3007, Data(2, 1));
        _bus.At(3017, Data(2, 2));
        _bus.RunUntil(4000);

        Assert.Equal([(false, 2, 1)], Known());
        Assert.Equal(3, _bus.Monitor.Counters.WrongReplies);
    }

    [Fact]
    public void Replies_that_miss_or_come_corrupt_are_counted_and_after_three_the_battery_is_not_live()
    {
        Cycle(1000, (2, Data(2, 132)));
        Cycle(4000, (2, ""));
        Cycle(7000, (2, Frames.Collision));
        _bus.RunUntil(9900);
        Assert.Equal(BatteryState.Live, Batteries[0].State);
        Cycle(10_000, (2, ""));
        _bus.RunUntil(10_300);

        Assert.Equal(BatteryState.Lost, Batteries[0].State);
        Assert.Equal((2, 1), (_bus.Monitor.Counters.Timeouts, _bus.Monitor.Counters.CrcErrors));
    }

    [Fact]
    public void Acknowledgements_of_writes_that_collide_do_not_make_a_sleeping_battery_a_lost_one()
    {
        Cycle(1000, (2, Data(2, 132)), (3, Data(3, 130)));
        for (int ms = 4000; ms <= 10_000; ms += 3000)
        {
            Cycle(ms, (2, Data(2, 132)), (3, ""));
            _bus.At(ms + 100, Frames.Write2);
            _bus.At(ms + 101, Frames.Write3 + Frames.Collision);
        }

        _bus.RunUntil(10_500);

        Assert.Equal([BatteryState.Live, BatteryState.Asleep], [Batteries[0].State, Batteries[1].State]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Sleeping_battery_is_not_lost_where_one_look_finds_the_next_request_and_its_answer(int shiftMs)
    {
        Cycle(1000 + shiftMs, (2, Data(2, 132)), (3, Data(3, 130)));
        for (int ms = 4000 + shiftMs; ms < 16_000; ms += 3000)
        {
            Cycle(ms, (2, ""), (3, Data(3, 130)));
        }

        _bus.RunUntil(16_000);

        Assert.Equal([BatteryState.Asleep, BatteryState.Live], [Batteries[0].State, Batteries[1].State]);
        Assert.Equal((4, 0), (_bus.Monitor.Counters.Timeouts, _bus.Monitor.Counters.CrcErrors));
    }

    [Fact]
    public void Battery_that_is_asked_three_times_in_one_poll_has_missed_one()
    {
        Cycle(1000, (2, Data(2, 132)));
        Cycle(4000, (2, ""), (2, ""), (2, ""), (3, Data(3, 130)));
        Cycle(7000, (2, ""), (2, ""), (2, ""), (3, Data(3, 130)));
        _bus.RunUntil(9900);
        Assert.Equal((BatteryState.Live, 2), (Batteries[0].State, Batteries[0].MissedPolls));
        Cycle(10_000, (2, ""), (2, ""), (2, ""), (3, Data(3, 130)));
        _bus.RunUntil(10_300);

        Assert.Equal((BatteryState.Asleep, 9), (Batteries[0].State, _bus.Monitor.Counters.Timeouts));
    }

    [Fact]
    public void Battery_that_the_master_no_longer_asks_is_not_live_after_9_and_a_half_s()
    {
        Cycle(1000, (2, Data(2, 132)));
        _bus.RunUntil(1010 + 9490);
        Assert.Equal(BatteryState.Live, Batteries[0].State);
        _bus.RunUntil(1010 + 9540);

        Assert.Equal(BatteryState.Asleep, Batteries[0].State);
    }

    [Fact]
    public void Round_that_is_opened_twice_is_one_round()
    {
        _bus.At(1000, Frames.Round + Frames.Round + Frames.SlotPoll0);
        _bus.At(1200, Frames.Round + Frames.Round + Frames.SlotPoll0);
        _bus.RunUntil(2000);

        Assert.Equal(2, _bus.Monitor.Counters.Rounds);
    }

    [Fact]
    public void Search_by_hand_forgets_what_is_lost_and_not_what_sleeps()
    {
        Cycle(1000, (2, Data(2, 5000)), (3, Data(3, 130)), (4, Data(4, 5000)));
        for (int ms = 4000; ms <= 10_000; ms += 3000)
        {
            Cycle(ms, (2, ""), (3, ""), (4, Data(4, 5000)));
        }

        _bus.RunUntil(11_000);
        Assert.Equal([BatteryState.Lost, BatteryState.Asleep, BatteryState.Live], Enumerable.Range(0, 3).Select(i => Batteries[i].State));
        _bus.Monitor.SearchAgain();

        Assert.Equal([3, 4], Enumerable.Range(0, Batteries.Count).Select(i => Batteries[i].BusId));
    }

    [Fact]
    public void Full_list_has_room_for_the_name_of_one_of_its_nameless_batteries()
    {
        for (int i = 0; i < BatteryList.Capacity; i++)
        {
            Cycle(1000 + (50 * i), (2 + i, Data(2 + i, 5000)));
        }

        // It has restarted without its bus id, and is given the same again.
        _bus.At(3000, Frames.AssignA);
        Cycle(4000, (2, Data(2, 4711)));
        _bus.RunUntil(4500);

        Battery named = Batteries.FindSerial(Frames.SerialABytes, 0);
        Assert.Equal((2, 4711, BatteryList.Capacity), (named?.BusId, named?.Values.CurrentMa, Batteries.Count));
    }

    [Fact]
    public void Listener_never_sends_a_byte_and_never_takes_over()
    {
        Cycle(1000, (2, Data(2, 132)));
        _bus.Monitor.SearchAgain();
        _bus.RunUntil(600_000);

        Assert.Empty(_bus.Sent);
        Assert.Equal(BusRole.Listener, _bus.Monitor.Role);
    }

    // The master asks each battery, which answers 7 ms later: nothing, or this.
    private void Cycle(long ms, params (int BusId, string Answer)[] polls)
    {
        foreach ((int busId, string answer) in polls)
        {
            _bus.At(ms, Hex.Text(Cases.Sealed([(byte)busId, 3, 0, 0x29, 0, 0x1B])));
            _bus.At(ms + 7, answer);
            ms += 50;
        }
    }

    private static string Data(int busId, int currentMa) => Hex.Text(new Reply { BusId = busId, CurrentMa = currentMa }.Bytes());

    private IEnumerable<(bool HasSerial, int BusId, int CurrentMa)> Known() =>
        Enumerable.Range(0, Batteries.Count).Select(i => Batteries[i])
            .Select(battery => (battery.HasSerial, battery.BusId, battery.HasValues ? battery.Values.CurrentMa : 0));
}
