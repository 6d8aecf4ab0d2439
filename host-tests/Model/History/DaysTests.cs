using ValenceNano.Model;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Model.History;

public class DaysTests
{
    private const int DayMinutes = 24 * 60;

    [Fact]
    public void Day_without_a_clock_is_24_hours_of_running()
    {
        BankRig rig = new();
        rig.Add("A").Say(currentMa: 1000);
        rig.PollMinutes(2.5 * DayMinutes);

        Days days = rig.Logbook.Days;
        Assert.Equal(3, days.Count);
        Assert.Equal([3, 2, 1], Enumerable.Range(0, 3).Select(days.Day));
        Assert.All(Enumerable.Range(0, 3), ago => Assert.False(days.IsDated(ago)));
        Assert.InRange(days.Get(0, DayId.ChargeIn), 11_950, 12_050);
        Assert.InRange(days.Get(1, DayId.ChargeIn), 23_950, 24_050);
        Assert.InRange(days.Get(2, DayId.EnergyIn), 13_200 * 23.9, 13_200 * 24.1);
        Assert.InRange(days.Get(1, DayId.Coverage), 998, 1000);
        Assert.Equal(0, days.Get(1, DayId.ChargeOut));
    }

    [Fact]
    public void Day_with_a_clock_ends_at_midnight_of_where_the_owner_is()
    {
        BankRig rig = new();
        rig.Add("A").Say(currentMa: 1000);
        rig.Poll();

        // 20,000 days after 1 January 1970, 21:00 UTC; an hour ahead of it there are two hours to midnight.
        rig.Logbook.Wall.Set((20_000L * 24 + 21) * 3600_000, 60, rig.NowMs);
        rig.PollMinutes(119);
        Assert.Equal(1, rig.Logbook.Days.Count);
        Assert.True(rig.Logbook.Days.IsDated(0));
        Assert.Equal(20_000, rig.Logbook.Days.Day(0));

        rig.PollMinutes(121);
        Assert.Equal(2, rig.Logbook.Days.Count);
        Assert.Equal((20_001, 20_000), (rig.Logbook.Days.Day(0), rig.Logbook.Days.Day(1)));
        Assert.InRange(rig.Logbook.Days.Get(1, DayId.ChargeIn), 1970, 2030);
    }

    [Fact]
    public void Lowest_and_highest_are_those_of_the_day()
    {
        BankRig rig = new();
        RigBattery battery = rig.Add("A").Say(500, 1000, [3300, 3310, 3320, 3330], [20, 20, 20, 25]);
        rig.PollMinutes(DayMinutes + 2);
        battery.Say(400, 1000, [3200, 3210, 3220, 3230], [-8, 20, 20, 20]);
        rig.PollMinutes(60);
        battery.Say(600, 1000, [3400, 3300, 3300, 3300], [30, 20, 20, 20]);
        rig.PollMinutes(10);

        Days days = rig.Logbook.Days;
        Assert.Equal((498, 498), (days.Get(1, DayId.SocMin), days.Get(1, DayId.SocMax)));
        Assert.Equal((13260, 13260), (days.Get(1, DayId.VoltageMin), days.Get(1, DayId.VoltageMax)));
        Assert.Equal((3300, 3330), (days.Get(1, DayId.CellMin), days.Get(1, DayId.CellMax)));
        Assert.Equal((20, 25), (days.Get(1, DayId.CellMinC), days.Get(1, DayId.CellMaxC)));
        Assert.Equal((400, 600), (days.Get(0, DayId.SocMin), days.Get(0, DayId.SocMax)));
        Assert.Equal((-8, 30), (days.Get(0, DayId.CellMinC), days.Get(0, DayId.CellMaxC)));
    }

    [Fact]
    public void Thirty_two_days_are_kept()
    {
        BankRig rig = new();
        rig.Add("A").Say(currentMa: 1000).Answers = false;
        rig.Poll();
        for (int hour = 0; hour < 40 * 24; hour++)
        {
            rig.Logbook.Update(rig.NowMs + hour * 3600_000L);
        }

        Days days = rig.Logbook.Days;
        Assert.Equal(Days.Capacity, days.Count);
        Assert.Equal(Reading.Unknown, days.Get(Days.Capacity - 1, DayId.SocMin));
        Assert.Equal(0, days.Get(0, DayId.Coverage));
        Assert.Throws<ArgumentOutOfRangeException>(() => days.Get(Days.Capacity, DayId.SocMin));
    }

    [Fact]
    public void Today_goes_on_after_a_restart()
    {
        var store = new VirtualFlash();
        BankRig rig = new(store: store);
        rig.Add("A").Say(500, 2000, [3300, 3310, 3320, 3330], [-20, 20, 20, 25]);
        rig.PollMinutes(1.5 * DayMinutes);
        rig.Logbook.Save(rig.NowMs);

        BankRig again = new(store: store);
        again.Add("A").Say(600, 2000, [3300, 3310, 3320, 3335], [-19, 20, 20, 25]);
        again.PollMinutes(0.25 * DayMinutes);
        Days days = again.Logbook.Days;
        Assert.Equal(2, days.Count);
        Assert.InRange(days.Get(0, DayId.ChargeIn), 35_900, 36_100);
        Assert.Equal((-20, 25), (days.Get(0, DayId.CellMinC), days.Get(0, DayId.CellMaxC)));
        Assert.Equal((498, 600), (days.Get(0, DayId.SocMin), days.Get(0, DayId.SocMax)));
        Assert.InRange(days.Get(0, DayId.Coverage), 998, 1000);

        again.PollMinutes(0.5 * DayMinutes);
        Assert.Equal((3, 3, 2), (days.Count, days.Day(0), days.Day(1)));
    }

    [Fact]
    public void Day_that_was_dated_before_a_restart_goes_on_when_the_clock_says_the_same_day()
    {
        var store = new VirtualFlash();
        BankRig rig = new(store: store);
        rig.Add("A").Say(currentMa: 2000);
        rig.Logbook.Wall.Set(20_000L * 24 * 3600_000, 0, rig.NowMs);
        rig.PollMinutes(60);
        rig.Logbook.Save(rig.NowMs);

        BankRig again = new(store: store);
        again.Add("A").Say(currentMa: 2000);
        again.PollMinutes(5);
        again.Logbook.Wall.Set((20_000L * 24 + 5) * 3600_000, 0, again.NowMs);
        again.PollMinutes(25);
        Assert.Equal(1, again.Logbook.Days.Count);
        Assert.InRange(again.Logbook.Days.Get(0, DayId.ChargeIn), 2960, 3040);
    }

    [Fact]
    public void Day_that_was_dated_before_a_restart_is_over_after_10_minutes_without_a_clock()
    {
        var store = new VirtualFlash();
        BankRig rig = new(store: store);
        rig.Add("A").Say(currentMa: 1000);
        rig.Logbook.Wall.Set(Utc(20_000, 1), 0, rig.NowMs);
        rig.PollMinutes(60);
        rig.Logbook.Save(rig.NowMs);

        // Some days later, and nobody opens the page for 20 hours.
        BankRig again = new(store: store);
        again.Add("A").Say(currentMa: 10000);
        again.PollMinutes(20 * 60);
        Days days = again.Logbook.Days;
        Assert.Equal([1, 20_000], Labels(days));
        Assert.False(days.IsDated(0));
        Assert.InRange(days.Get(0, DayId.ChargeIn), 197_000, 200_000);
        Assert.InRange(days.Get(1, DayId.ChargeIn), 1000, 1000 + (11 * 10_000 / 60));

        again.Logbook.Wall.Set(Utc(20_003, 21), 0, again.NowMs);
        again.PollMinutes(3);
        Assert.Equal([20_003, 20_000], Labels(days));
    }

    [Fact]
    public void Day_without_a_date_of_before_a_restart_gets_none_of_after_it()
    {
        var store = new VirtualFlash();
        BankRig rig = new(store: store);
        rig.Add("A").Say(currentMa: 10000);
        rig.PollMinutes(5 * 60);
        rig.Logbook.Save(rig.NowMs);

        // A week later.
        BankRig again = new(store: store);
        again.Add("A").Say(currentMa: 1000);
        again.PollMinutes(2);
        again.Logbook.Wall.Set(Utc(20_007, 12), 0, again.NowMs);
        again.PollMinutes(3);
        Days days = again.Logbook.Days;
        Assert.Equal([20_007, 1], Labels(days));
        Assert.InRange(days.Get(0, DayId.ChargeIn), 0, 60);
        Assert.InRange(days.Get(1, DayId.ChargeIn), 49_900, 50_100);
    }

    [Fact]
    public void Day_goes_on_when_browsers_of_two_time_zones_set_the_clock_by_turns()
    {
        BankRig rig = new();
        rig.Add("A").Say(currentMa: 1000);
        long startMs = rig.NowMs;
        for (int i = 0; i < 20; i++)
        {
            rig.Logbook.Wall.Set(Utc(20_000, 22) + rig.NowMs - startMs, i % 2 == 0 ? 180 : 0, rig.NowMs);
            rig.PollMinutes(5);
        }

        Assert.Equal([20_001], Labels(rig.Logbook.Days));
    }

    [Fact]
    public void Day_of_a_clock_that_was_years_ahead_is_over_when_it_is_set_right()
    {
        BankRig rig = new();
        rig.Add("A");
        rig.Logbook.Wall.Set(Utc(22_000, 12), 0, rig.NowMs);
        rig.PollMinutes(5);
        rig.Logbook.Wall.Set(Utc(20_000, 12), 0, rig.NowMs);
        rig.PollMinutes(5);

        Assert.Equal([20_000, 22_000], Labels(rig.Logbook.Days));
    }

    [Fact]
    public void Coverage_of_a_day_with_a_date_is_of_all_of_it_since_midnight()
    {
        BankRig rig = new();
        rig.Add("A").Say(currentMa: 1000);
        rig.PollMinutes(14 * 60);

        // The display runs since 20:00, and the page is opened at 10:00.
        rig.Logbook.Wall.Set(Utc(20_001, 10), 0, rig.NowMs);
        rig.PollMinutes(2 * 60);
        Days days = rig.Logbook.Days;
        Assert.Equal([20_001, 1], Labels(days));
        Assert.InRange(days.Get(0, DayId.Coverage), 160, 168);
        Assert.InRange(days.Get(1, DayId.Coverage), 998, 1000);

        rig.PollMinutes(13 * 60);
        Assert.Equal([20_002, 20_001, 1], Labels(days));
        Assert.InRange(days.Get(0, DayId.Coverage), 980, 1000);
        Assert.InRange(days.Get(1, DayId.Coverage), 580, 585);
    }

    [Fact]
    public void Coverage_of_a_day_with_a_date_has_the_time_in_it_while_the_display_was_off()
    {
        var store = new VirtualFlash();
        BankRig rig = new(store: store);
        rig.Add("A").Say(currentMa: 1000);
        rig.Logbook.Wall.Set(Utc(20_000, 0), 0, rig.NowMs);
        rig.PollMinutes(6 * 60);
        rig.Logbook.Save(rig.NowMs);

        BankRig again = new(store: store);
        again.Add("A").Say(currentMa: 1000);
        again.Logbook.Wall.Set(Utc(20_000, 18), 0, again.NowMs);
        again.PollMinutes(2 * 60);
        Assert.Equal([20_000], Labels(again.Logbook.Days));
        Assert.InRange(again.Logbook.Days.Get(0, DayId.Coverage), 395, 402);
    }

    [Theory]
    [InlineData(BankWiring.Series, 10_000)]
    [InlineData(BankWiring.Parallel, 30_000)]
    public void Charge_of_a_string_is_that_of_the_one_current_through_it(BankWiring wiring, int chargeMah)
    {
        BankRig rig = new(wiring);
        rig.Add("A").Say(currentMa: 10000);
        rig.Add("B").Say(currentMa: 10000);
        rig.Add("C").Say(currentMa: 10000);
        rig.PollMinutes(60);
        Days days = rig.Logbook.Days;

        Assert.InRange(days.Get(0, DayId.ChargeIn), chargeMah - 50, chargeMah);
        Assert.InRange(rig.KeptOfBank(ReadingId.ChargeIn), chargeMah - 50, chargeMah);
        Assert.InRange(days.Get(0, DayId.EnergyIn), 3 * 131_000, 3 * 132_000);
    }

    [Fact]
    public void Lowest_voltage_of_a_string_is_not_that_of_the_batteries_found_so_far()
    {
        BankRig rig = new(BankWiring.Series);
        rig.Add("A");
        rig.PollMinutes(0.8);
        rig.Add("B");
        rig.PollMinutes(0.4);
        rig.Add("C");
        Days days = rig.Logbook.Days;
        rig.PollMinutes(0.7);
        Assert.Equal(Reading.Unknown, days.Get(0, DayId.VoltageMin));

        rig.PollMinutes(2);
        Assert.Equal((3 * 13_200, 3 * 13_200), (days.Get(0, DayId.VoltageMin), days.Get(0, DayId.VoltageMax)));
    }

    // An hour of a day after 1 January 1970.
    private static long Utc(int day, int hour) => ((day * 24L) + hour) * 3600_000;

    private static IEnumerable<int> Labels(Days days) => Enumerable.Range(0, days.Count).Select(days.Day);
}
