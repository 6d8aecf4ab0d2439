using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Batteries;

public sealed class BatteryTests
{
    [Fact]
    public void Battery_that_never_answered_has_no_values_and_is_lost()
    {
        var battery = new Battery(place: 0);

        Assert.False(battery.HasValues);
        Assert.Equal(BatteryState.Lost, battery.State);
        battery.Miss(answered: false);
        battery.Expire();
        Assert.Equal(BatteryState.Lost, battery.State);
    }

    [Fact]
    public void Reply_makes_it_live_with_values_of_that_time()
    {
        var battery = new Battery(place: 0);

        Assert.True(Take(battery, new Reply { CurrentMa = 5 }.Bytes(), nowMs: 1000));

        Assert.Equal((BatteryState.Live, true, 5), (battery.State, battery.HasValues, battery.Values.CurrentMa));
        Assert.Equal(234, battery.AgeMs(1234));
    }

    [Fact]
    public void Reply_that_contradicts_itself_changes_nothing_but_its_contradictions()
    {
        var battery = new Battery(place: 0);
        Take(battery, new Reply { CurrentMa = 5 }.Bytes(), 1000);

        Assert.False(Take(battery, new Reply { CurrentMa = 6 }.With((44, 1)), 2000));

        Assert.Equal((5, 1000L, 2), (battery.Values.CurrentMa, battery.ValuesMs, battery.Contradictions));
    }

    [Fact]
    public void Third_reply_in_a_row_that_breaks_the_same_rule_is_taken_and_all_after_it()
    {
        var battery = new Battery(place: 0);
        byte[] odd = new Reply().With((44, 1));

        Assert.Equal([false, false, true, true, true], Enumerable.Range(0, 5).Select(_ => Take(battery, odd, 0)));
        Assert.Equal(6, battery.Contradictions);
    }

    [Fact]
    public void Good_reply_between_them_starts_the_count_anew()
    {
        var battery = new Battery(place: 0);
        byte[] odd = new Reply().With((44, 1));
        byte[] good = new Reply().Bytes();

        Assert.Equal(
            [false, false, true, false, false, true],
            new[] { odd, odd, good, odd, odd, odd }.Select(reply => Take(battery, reply, 0)));
    }

    [Fact]
    public void Three_replies_that_break_different_rules_are_not_a_habit()
    {
        var battery = new Battery(place: 0);
        byte[][] replies = [new Reply().With((44, 1)), new Reply().With((39, 1)), new Reply().With((31, 1))];

        Assert.All(replies, reply => Assert.False(Take(battery, reply, 0)));
    }

    [Fact]
    public void Habit_does_not_excuse_another_broken_rule()
    {
        var battery = new Battery(place: 0);
        byte[] odd = new Reply().With((44, 1));
        byte[] odder = new Reply().With((44, 1), (39, 1));

        Assert.Equal([false, false, true, false, true], new[] { odd, odd, odd, odder, odd }.Select(reply => Take(battery, reply, 0)));
    }

    [Fact]
    public void Battery_with_two_habits_that_breaks_one_of_them_is_taken()
    {
        var battery = new Battery(place: 0);
        byte[] both = new Reply().With((44, 1), (39, 1));

        Assert.Equal(
            [false, false, true, true],
            new[] { both, both, both, new Reply().With((44, 1)) }.Select(reply => Take(battery, reply, 0)));
    }

    [Theory]
    [InlineData(300, false, BatteryState.Asleep)]
    [InlineData(-300, false, BatteryState.Asleep)]
    [InlineData(301, false, BatteryState.Lost)]
    [InlineData(-301, false, BatteryState.Lost)]
    [InlineData(0, true, BatteryState.Lost)]
    public void Silence_after_hardly_any_current_is_sleep_but_corrupt_answers_are_not(int currentMa, bool answered, BatteryState state)
    {
        var battery = new Battery(place: 0);
        Take(battery, new Reply { CurrentMa = currentMa }.Bytes(), 0);

        battery.Miss(answered);
        battery.Miss(answered: false);
        Assert.Equal(BatteryState.Live, battery.State);
        battery.Miss(answered: false);

        Assert.Equal(state, battery.State);
        Assert.Equal(currentMa, battery.Values.CurrentMa);
    }

    [Fact]
    public void Two_corrupt_answers_before_the_silence_are_no_sleep_either()
    {
        var battery = new Battery(place: 0);
        Take(battery, new Reply { CurrentMa = 0 }.Bytes(), 0);

        battery.Miss(answered: true);
        battery.Miss(answered: true);
        battery.Miss(answered: false);

        Assert.Equal(BatteryState.Lost, battery.State);
    }

    [Fact]
    public void Corrupt_answer_before_a_good_one_does_not_count_when_it_falls_silent()
    {
        var battery = new Battery(place: 0);
        battery.Miss(answered: true);
        Take(battery, new Reply { CurrentMa = 0 }.Bytes(), 0);

        for (int i = 0; i < Battery.MaxMissedPolls; i++)
        {
            battery.Miss(answered: false);
        }

        Assert.Equal(BatteryState.Asleep, battery.State);
    }

    [Fact]
    public void Counts_of_a_battery_turn_over_and_touch_nothing_else()
    {
        var battery = new Battery(place: 15);
        byte[] reply = new Reply().Bytes();
        for (int i = 0; i < 5000; i++)
        {
            Take(battery, reply, nowMs: 1000);
        }

        Assert.Equal((0, 5000 & 0xFFF, 15), (battery.Generation, battery.Updates, battery.Place));
        Assert.Equal(1000 + BatteryList.MinLiveMs, battery.LiveUntilMs);

        for (int i = 0; i < 40_000; i++)
        {
            battery.Forget();
        }

        Assert.Equal((unchecked((short)40_000), 5000 & 0xFFF, 15), (battery.Generation, battery.Updates, battery.Place));
        Assert.Equal(0, battery.LiveUntilMs);
    }

    [Fact]
    public void Battery_that_loses_its_bus_id_is_live_for_no_more_than_9_and_a_half_s()
    {
        var battery = new Battery(place: 0);
        var reply = new Telemetry();
        reply.Decode(new Reply().Bytes());
        battery.Take(ref reply, 1000, liveMs: 180_000);
        battery.BusId = 2;
        battery.OnIdentified();

        battery.LoseBusId(2000);

        Assert.Equal((0, false, 11_500L), (battery.BusId, battery.IsIdentified, battery.LiveUntilMs));
        battery.LoseBusId(3000);
        Assert.Equal(11_500, battery.LiveUntilMs);
    }

    [Fact]
    public void Reply_between_missed_polls_starts_their_count_anew()
    {
        var battery = new Battery(place: 0);
        Take(battery, new Reply().Bytes(), 0);
        battery.Miss(answered: false);
        battery.Miss(answered: false);

        Take(battery, new Reply().Bytes(), 0);
        battery.Miss(answered: false);
        battery.Miss(answered: false);

        Assert.Equal(BatteryState.Live, battery.State);
    }

    [Fact]
    public void Silent_poll_puts_its_identity_in_doubt_and_a_corrupt_one_does_not()
    {
        var battery = new Battery(place: 0);
        battery.OnIdentified();

        battery.Miss(answered: true);
        Assert.True(battery.IsIdentified);
        battery.Miss(answered: false);
        Assert.False(battery.IsIdentified);
    }

    private static bool Take(Battery battery, byte[] bytes, long nowMs)
    {
        var reply = new Telemetry();
        reply.Decode(bytes);
        return battery.Take(ref reply, nowMs);
    }
}
