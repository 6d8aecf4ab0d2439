using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Model;

public class BankTimeTests
{
    private const int None = Reading.Unknown;
    private const int PollsForTwoMinutes = 120000 / BankRig.PollMs;

    [Theory]
    [InlineData(-10000, 600, 144, None)]
    [InlineData(10000, 600, None, 96)]
    [InlineData(-32800, 1000, 73, None)]
    [InlineData(-301, 1000, Bank.MaxMinutes, None)]
    [InlineData(301, 0, None, Bank.MaxMinutes)]
    [InlineData(-400, 800, 4800, None)]
    [InlineData(-10000, 0, 0, None)]
    [InlineData(10000, 1000, None, 0)]
    [InlineData(-300, 800, None, None)]
    [InlineData(300, 800, None, None)]
    [InlineData(0, 800, None, None)]
    public void A_steady_current_tells_when_the_battery_is_empty_or_full(
        int currentMa, int socPermille, int toEmpty, int toFull)
    {
        BankRig rig = Steady(BankWiring.Series, currentMa, socPermille, batteries: 1);
        Assert.Equal((toEmpty, toFull), (rig.Bank.ToEmptyMinutes, rig.Bank.ToFullMinutes));
    }

    [Theory]
    [InlineData(BankWiring.Series, 144)]
    [InlineData(BankWiring.Parallel, 144)]
    [InlineData(BankWiring.Separate, None)]
    public void Batteries_that_share_the_load_are_empty_together(BankWiring wiring, int toEmpty)
    {
        BankRig rig = Steady(wiring, -10000, 600, batteries: 3);
        Assert.Equal(toEmpty, rig.Bank.ToEmptyMinutes);
    }

    [Fact]
    public void The_capacity_is_a_setting()
    {
        var rig = new BankRig(capacityAh: 45);
        rig.Add("A").Say(1000, -10000);
        rig.Poll(PollsForTwoMinutes + 1);
        Assert.Equal(270, rig.Bank.ToEmptyMinutes);
    }

    [Fact]
    public void No_time_is_told_before_the_current_has_been_steady_for_two_minutes()
    {
        var rig = new BankRig();
        rig.Add("A").Say(600, -10000);
        rig.Poll(PollsForTwoMinutes);
        Assert.Equal(None, rig.Bank.ToEmptyMinutes);
        rig.Poll();
        Assert.Equal(144, rig.Bank.ToEmptyMinutes);
    }

    [Fact]
    public void Another_load_begins_the_two_minutes_anew_and_leaves_nothing_of_the_old_average()
    {
        var rig = new BankRig();
        RigBattery battery = rig.Add("A").Say(600, -10000);
        rig.Poll(PollsForTwoMinutes + 1);

        battery.Say(currentMa: -20000);
        rig.Poll(PollsForTwoMinutes);
        Assert.Equal(None, rig.Bank.ToEmptyMinutes);

        rig.Poll();
        Assert.Equal(72, rig.Bank.ToEmptyMinutes);
    }

    [Theory]
    [InlineData(-10000, -11900, false)]
    [InlineData(-10000, -12100, true)]
    [InlineData(-1000, -1490, false)]
    [InlineData(-1000, -1510, true)]
    public void The_band_is_a_fifth_of_the_current_or_half_an_ampere(int currentMa, int thenMa, bool endsIt)
    {
        var rig = new BankRig();
        RigBattery battery = rig.Add("A").Say(600, currentMa);
        rig.Poll(PollsForTwoMinutes + 1);

        battery.Say(currentMa: thenMa);
        rig.Poll();

        Assert.Equal(endsIt, rig.Bank.ToEmptyMinutes == None);
    }

    [Fact]
    public void A_load_that_sways_is_averaged()
    {
        var rig = new BankRig();
        RigBattery battery = rig.Add("A").Say(600, -10000);
        for (int i = 0; i < 200; i++)
        {
            battery.Say(currentMa: i % 2 == 0 ? -9000 : -11000);
            rig.Poll();
        }

        Assert.InRange(rig.Bank.ToEmptyMinutes, 142, 146);
    }

    [Fact]
    public void The_average_comes_to_the_current_and_does_not_stop_short_of_it()
    {
        var rig = new BankRig();
        RigBattery battery = rig.Add("A").Say(800, -400);
        rig.Poll();
        battery.Say(currentMa: -440);
        rig.Poll(400);
        Assert.InRange(rig.Bank.ToEmptyMinutes, 32000 * 60 / 441, 32000 * 60 / 439);
    }

    [Fact]
    public void A_string_with_a_member_missing_tells_no_time_for_that_one_may_be_the_emptiest()
    {
        var rig = new BankRig();
        rig.Add("A").Say(600, -10000);
        RigBattery second = rig.Add("B").Say(600, -10000);
        rig.Poll(PollsForTwoMinutes + 1);
        Assert.Equal(144, rig.Bank.ToEmptyMinutes);

        second.Answers = false;
        rig.Poll(Battery.MaxMissedPolls);

        Assert.Equal(None, rig.Bank.ToEmptyMinutes);
    }

    [Fact]
    public void After_a_time_without_values_the_current_must_be_steady_anew()
    {
        var rig = new BankRig();
        RigBattery battery = rig.Add("A").Say(600, -10000);
        rig.Poll(PollsForTwoMinutes + 1);
        battery.Answers = false;
        rig.Poll(Battery.MaxMissedPolls);
        Assert.Equal(None, rig.Bank.ToEmptyMinutes);

        battery.Answers = true;
        rig.Poll(2);
        Assert.Equal(None, rig.Bank.ToEmptyMinutes);
    }

    private static BankRig Steady(BankWiring wiring, int currentMa, int socPermille, int batteries)
    {
        var rig = new BankRig(wiring);
        for (int i = 0; i < batteries; i++)
        {
            rig.Add($"{i}").Say(socPermille, currentMa);
        }

        rig.Poll(PollsForTwoMinutes + 1);
        return rig;
    }
}
