using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Model;

public class BankTimeTests
{
    private const int None = Reading.Unknown;
    private const int PollsPerMinute = 60000 / BankRig.PollMs;

    [Theory]
    [InlineData(-10000, 600, 144, None)]
    [InlineData(10000, 600, None, 96)]
    [InlineData(-32800, 1000, 73, None)]
    [InlineData(-300, 1000, Bank.MaxMinutes, None)]
    [InlineData(300, 0, None, Bank.MaxMinutes)]
    [InlineData(-400, 800, 4800, None)]
    [InlineData(-10000, 0, 0, None)]
    [InlineData(10000, 1000, None, 0)]
    [InlineData(-299, 800, None, None)]
    [InlineData(299, 800, None, None)]
    [InlineData(0, 800, None, None)]
    public void Mean_of_300_mA_or_more_tells_when_the_battery_is_empty_or_full(
        int currentMa, int socPermille, int toEmpty, int toFull)
    {
        BankRig rig = After(2, BankWiring.Series, currentMa, socPermille, batteries: 1);
        Assert.Equal((toEmpty, toFull), (rig.Bank.ToEmptyMinutes, rig.Bank.ToFullMinutes));
    }

    [Theory]
    [InlineData(BankWiring.Series, 144)]
    [InlineData(BankWiring.Parallel, 144)]
    [InlineData(BankWiring.Separate, None)]
    public void Batteries_that_share_the_load_are_empty_together(BankWiring wiring, int toEmpty)
    {
        BankRig rig = After(2, wiring, -10000, 600, batteries: 3);
        Assert.Equal(toEmpty, rig.Bank.ToEmptyMinutes);
    }

    [Theory]
    [InlineData(BankWiring.Series, 24000)]
    [InlineData(BankWiring.Parallel, 72000)]
    [InlineData(BankWiring.Separate, None)]
    public void Charge_that_is_left_is_of_all_in_parallel_and_of_the_emptiest_in_series(BankWiring wiring, int remainingMah) =>
        Assert.Equal(remainingMah, After(2, wiring, -10000, 600, batteries: 3).Bank.RemainingMah);

    [Fact]
    public void Capacity_is_a_setting()
    {
        var rig = new BankRig(capacityAh: 45);
        rig.Add("A").Say(1000, -10000);
        rig.Poll(PollsPerMinute + 1);
        Assert.Equal(270, rig.Bank.ToEmptyMinutes);
    }

    [Theory]
    [InlineData(20, 600, 96)]
    [InlineData(60, 600, 0)]
    [InlineData(90, 600, 0)]
    public void Time_left_is_until_the_floor_that_is_set(int floorPercent, int socPermille, int toEmpty)
    {
        var rig = new BankRig(set: settings => settings.Set(SettingId.Floor, floorPercent));
        rig.Add("A").Say(socPermille, -10000);
        rig.Poll(PollsPerMinute + 1);
        Assert.Equal(toEmpty, rig.Bank.ToEmptyMinutes);
    }

    [Fact]
    public void Time_is_told_from_a_minute_on()
    {
        var rig = new BankRig();
        rig.Add("A").Say(600, -10000);
        rig.Poll(PollsPerMinute);
        Assert.Equal(None, rig.Bank.ToEmptyMinutes);
        rig.Poll();
        Assert.Equal(144, rig.Bank.ToEmptyMinutes);
    }

    [Fact]
    public void Another_load_is_all_there_is_when_the_window_has_passed()
    {
        var rig = new BankRig(set: settings => settings.Set(SettingId.TimeWindow, 5));
        RigBattery battery = rig.Add("A").Say(600, -10000);
        rig.Poll(10 * PollsPerMinute);

        battery.Say(currentMa: -20000);
        rig.Poll(4 * PollsPerMinute);
        Assert.InRange(rig.Bank.MeanMa, -18500, -17500);

        rig.Poll(PollsPerMinute + 1);
        Assert.InRange(rig.Bank.MeanMa, -20000, -19900);
        Assert.Equal(72, rig.Bank.ToEmptyMinutes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(30)]
    [InlineData(60)]
    public void Mean_is_the_plain_one_of_the_window_that_is_set(int windowMinutes)
    {
        var rig = new BankRig(set: settings => settings.Set(SettingId.TimeWindow, windowMinutes));
        RigBattery battery = rig.Add("A").Say(600);
        var said = new Queue<int>();
        for (int i = 0; i < 100 * PollsPerMinute; i++)
        {
            int currentMa = -2000 - (i * 7919 % 6001);
            rig.Poll();
            battery.Say(currentMa: currentMa);
            said.Enqueue(currentMa);
            if (said.Count > windowMinutes * PollsPerMinute)
            {
                said.Dequeue();
            }
        }

        // Of the oldest minute a part has left the window, and is taken to be like all of it.
        double slack = 0.02 + (0.05 / windowMinutes);
        Assert.InRange(rig.Bank.MeanMa, said.Average() * (1 + slack), said.Average() * (1 - slack));
    }

    [Fact]
    public void Refrigerator_of_10_minutes_on_and_20_off_always_leaves_a_time()
    {
        var rig = new BankRig(BankWiring.Parallel, set: settings => settings.Set(SettingId.TimeWindow, 30));
        RigBattery battery = rig.Add("A").Say(600);
        for (int minute = 0; minute < 120; minute++)
        {
            battery.Say(currentMa: minute % 30 < 10 ? -4600 : -400);
            rig.Poll(PollsPerMinute);
            if (minute >= 30)
            {
                Assert.InRange(rig.Bank.MeanMa, -1830, -1770);
                Assert.InRange(rig.Bank.ToEmptyMinutes, 780, 820);
            }
        }
    }

    [Fact]
    public void Time_to_full_ends_when_the_current_turns_and_the_time_left_comes_when_the_mean_has_followed()
    {
        var rig = new BankRig(set: settings => settings.Set(SettingId.TimeWindow, 2));
        RigBattery battery = rig.Add("A").Say(600, 10000);
        rig.Poll(2 * PollsPerMinute);
        Assert.Equal((None, 96), (rig.Bank.ToEmptyMinutes, rig.Bank.ToFullMinutes));

        battery.Say(currentMa: -10000);
        rig.Poll(2);
        Assert.InRange(rig.Bank.MeanMa, 5000, 10000);
        Assert.Equal((None, None), (rig.Bank.ToEmptyMinutes, rig.Bank.ToFullMinutes));

        rig.Poll(3 * PollsPerMinute);
        Assert.Equal((144, None), (rig.Bank.ToEmptyMinutes, rig.Bank.ToFullMinutes));

        battery.Say(currentMa: 10000);
        rig.Poll(2);
        Assert.Equal((None, None), (rig.Bank.ToEmptyMinutes, rig.Bank.ToFullMinutes));
    }

    [Fact]
    public void String_with_a_member_missing_tells_no_time_for_that_one_may_be_the_emptiest()
    {
        var rig = new BankRig();
        rig.Add("A").Say(600, -10000);
        RigBattery second = rig.Add("B").Say(600, -10000);
        rig.Poll(PollsPerMinute + 1);
        Assert.Equal(144, rig.Bank.ToEmptyMinutes);

        second.Answers = false;
        rig.Poll(Battery.MaxMissedPolls);

        Assert.Equal(None, rig.Bank.ToEmptyMinutes);
    }

    [Fact]
    public void Silence_does_not_count_and_has_a_time_end_when_the_window_holds_less_than_a_minute()
    {
        var rig = new BankRig(set: settings => settings.Set(SettingId.TimeWindow, 3));
        RigBattery battery = rig.Add("A").Say(600, -10000);
        rig.Poll(3 * PollsPerMinute);
        battery.Answers = false;
        rig.Poll(PollsPerMinute);
        Assert.Equal(None, rig.Bank.ToEmptyMinutes);
        Assert.Equal(-10000, rig.Bank.MeanMa);

        battery.Answers = true;
        rig.Poll(2);
        Assert.Equal(144, rig.Bank.ToEmptyMinutes);
        battery.Answers = false;
        rig.Poll(4 * PollsPerMinute);
        battery.Answers = true;
        rig.Poll(2);
        Assert.Equal(None, rig.Bank.ToEmptyMinutes);
    }

    [Fact]
    public void Battery_that_joins_or_is_lost_begins_the_mean_anew_for_no_other_batteries_carry_the_same()
    {
        var rig = new BankRig(BankWiring.Parallel);
        rig.Add("A").Say(600, -5000);
        rig.Poll(20 * PollsPerMinute);
        Assert.Equal(288, rig.Bank.ToEmptyMinutes);

        RigBattery second = rig.Add("B").Say(600, -5000);
        rig.Poll(2);
        Assert.Equal(None, rig.Bank.ToEmptyMinutes);
        rig.Poll(PollsPerMinute);
        Assert.Equal((288, -10000), (rig.Bank.ToEmptyMinutes, rig.Bank.MeanMa));

        second.Answers = false;
        rig.Poll(Battery.MaxMissedPolls + 1);
        Assert.Equal((1, None), (rig.Bank.LiveCount, rig.Bank.ToEmptyMinutes));
        rig.Poll(PollsPerMinute);
        Assert.Equal((288, -5000), (rig.Bank.ToEmptyMinutes, rig.Bank.MeanMa));
    }

    [Fact]
    public void Battery_that_falls_asleep_and_wakes_leaves_the_mean_as_it_is()
    {
        var rig = new BankRig(BankWiring.Parallel);
        rig.Add("A").Say(500, -5000);
        RigBattery second = rig.Add("B").Say(500, -200);
        rig.Poll(2 * PollsPerMinute);
        second.Answers = false;
        rig.Poll(2 * Battery.MaxMissedPolls);
        Assert.Equal((1, BatteryState.Asleep), (rig.Bank.LiveCount, rig.Batteries[1].State));
        Assert.InRange(rig.Bank.MeanMa, -5200, -5150);

        second.Answers = true;
        rig.Poll(2);
        Assert.InRange(rig.Bank.MeanMa, -5200, -5150);
    }

    private static BankRig After(int minutes, BankWiring wiring, int currentMa, int socPermille, int batteries)
    {
        var rig = new BankRig(wiring);
        for (int i = 0; i < batteries; i++)
        {
            rig.Add($"{i}").Say(socPermille, currentMa);
        }

        rig.Poll(minutes * PollsPerMinute);
        return rig;
    }
}
