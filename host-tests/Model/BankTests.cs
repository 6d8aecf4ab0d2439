using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Model;

public class BankTests
{
    private const int None = Reading.Unknown;

    // Battery 1: 60 %, 13.2 V, 5.0 A. Battery 2: 40 %, 13.0 V, 5.2 A. Battery 3: 80 %, 13.4 V, 4.8 A.
    [Theory]
    [InlineData(BankWiring.Series, 400, 39600, 5000, 198000)]
    [InlineData(BankWiring.Parallel, 600, 13200, 15000, 198000)]
    [InlineData(BankWiring.Separate, 400, None, None, None)]
    public void Three_live_batteries_combine_as_they_are_wired(
        BankWiring wiring, int socPermille, int voltageMv, int currentMa, int powerMw)
    {
        BankRig rig = Three(wiring);

        rig.Poll();

        AssertNumbers(rig.Bank, 3, 3, socPermille, voltageMv, currentMa, powerMw);
    }

    [Theory]
    [InlineData(BankWiring.Series, 600, None, 4900, None)]
    [InlineData(BankWiring.Parallel, 700, 13300, 9800, 130340)]
    [InlineData(BankWiring.Separate, 600, None, None, None)]
    public void Battery_that_is_not_live_is_left_out_and_what_needs_it_is_unknown(
        BankWiring wiring, int socPermille, int voltageMv, int currentMa, int powerMw)
    {
        BankRig rig = Three(wiring, out RigBattery[] batteries);
        rig.Poll();
        batteries[1].Answers = false;

        rig.Poll(Battery.MaxMissedPolls);

        AssertNumbers(rig.Bank, 3, 2, socPermille, voltageMv, currentMa, powerMw);
    }

    [Theory]
    [InlineData(BankWiring.Series)]
    [InlineData(BankWiring.Parallel)]
    [InlineData(BankWiring.Separate)]
    public void One_battery_is_the_bank_whatever_the_wiring(BankWiring wiring)
    {
        var rig = new BankRig(wiring);
        rig.Add("A").Say(socPermille: 600, currentMa: -5000);

        rig.Poll();

        AssertNumbers(rig.Bank, 1, 1, 600, 13200, -5000, -66000);
    }

    [Fact]
    public void Without_a_live_battery_there_are_no_numbers()
    {
        BankRig rig = Three(BankWiring.Parallel, out RigBattery[] batteries);
        rig.Poll();
        Array.ForEach(batteries, battery => battery.Answers = false);

        rig.Poll(Battery.MaxMissedPolls + 1);

        AssertNothing(rig.Bank, batteries: 3);
    }

    [Fact]
    public void Without_any_battery_there_are_no_numbers()
    {
        var rig = new BankRig();
        AssertNothing(rig.Bank, batteries: 0);
        rig.Pass(1);
        AssertNothing(rig.Bank, batteries: 0);
    }

    [Fact]
    public void Batteries_that_are_known_but_have_not_answered_yet_give_no_numbers()
    {
        BankRig rig = Three(BankWiring.Parallel);
        rig.Pass(1);
        AssertNothing(rig.Bank, batteries: 3);
    }

    [Fact]
    public void Extremes_are_those_of_all_live_batteries_with_their_places()
    {
        BankRig rig = Three(BankWiring.Series, out RigBattery[] batteries);
        batteries[0].Say(cellMv: [3301, 3300, 3290, 3302]);
        batteries[2].Say(cellMv: [3301, 3330, 3310, 3302]);

        rig.Poll();

        Bank bank = rig.Bank;
        Assert.Equal((3250, 2, 1), (bank.CellMinMv, bank.CellMinBattery, bank.CellMinCell));
        Assert.Equal((3330, 3, 2), (bank.CellMaxMv, bank.CellMaxBattery, bank.CellMaxCell));

        batteries[1].Answers = false;
        rig.Poll(Battery.MaxMissedPolls);
        Assert.Equal((3290, 1, 3), (bank.CellMinMv, bank.CellMinBattery, bank.CellMinCell));
    }

    [Fact]
    public void Sixteen_batteries_in_parallel_at_full_load_are_within_an_int()
    {
        var rig = new BankRig(BankWiring.Parallel);
        for (int i = 0; i < BatteryList.Capacity; i++)
        {
            rig.Add($"{i:00}").Say(currentMa: -32800);
        }

        rig.Poll();

        AssertNumbers(rig.Bank, 16, 16, 800, 13200, -524800, -6927360);
    }

    [Fact]
    public void Power_of_a_long_string_is_computed_without_overflow()
    {
        var rig = new BankRig(BankWiring.Series);
        rig.Add("A").Say(currentMa: 300000);
        rig.Add("B").Say(currentMa: 300000);
        rig.Poll();
        Assert.Equal(7920000, rig.Bank.PowerMw);
    }

    [Fact]
    public void Update_does_its_work_once_a_poll_cycle_or_once_a_second()
    {
        var batteries = new BatteryList();
        var bank = new Bank(batteries, new Settings());

        Assert.True(bank.Update(5000));
        Assert.False(bank.Update(5000));
        Assert.False(bank.Update(5999));
        Assert.True(bank.Update(6000));
        batteries.EndCycle();
        Assert.True(bank.Update(6001));
        Assert.False(bank.Update(6002));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Capacity_that_is_none_is_refused_and_the_one_before_stays(int capacityAh) =>
        Assert.Equal(40000, new BankRig(capacityAh: capacityAh).Settings.CapacityMah);

    private static BankRig Three(BankWiring wiring) => Three(wiring, out _);

    private static BankRig Three(BankWiring wiring, out RigBattery[] batteries)
    {
        var rig = new BankRig(wiring);
        batteries =
        [
            rig.Add("A").Say(600, 5000),
            rig.Add("B").Say(400, 5200, [3250, 3250, 3250, 3250]),
            rig.Add("C").Say(800, 4800, [3350, 3350, 3350, 3350]),
        ];
        return rig;
    }

    private static void AssertNothing(Bank bank, int batteries)
    {
        AssertNumbers(bank, batteries, 0, None, None, None, None);
        Assert.Equal((None, 0, 0), (bank.CellMinMv, bank.CellMinBattery, bank.CellMinCell));
        Assert.Equal((None, 0, 0), (bank.CellMaxMv, bank.CellMaxBattery, bank.CellMaxCell));
        Assert.Equal((None, None), (bank.ToEmptyMinutes, bank.ToFullMinutes));
    }

    private static void AssertNumbers(
        Bank bank, int batteries, int live, int socPermille, int voltageMv, int currentMa, int powerMw)
    {
        Assert.Equal((batteries, live), (bank.BatteryCount, bank.LiveCount));
        Assert.Equal(
            (socPermille, voltageMv, currentMa, powerMw),
            (bank.SocPermille, bank.VoltageMv, bank.CurrentMa, bank.PowerMw));
    }
}
