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
}
