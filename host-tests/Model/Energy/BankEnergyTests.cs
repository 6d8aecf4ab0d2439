using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Model.Energy;

/// <summary>Whoever adds up what a meter says, such as Home Assistant, takes a fall for a meter that has begun at 0.</summary>
public class BankEnergyTests
{
    private static readonly ReadingId[] Sums = [ReadingId.ChargeIn, ReadingId.ChargeOut, ReadingId.EnergyIn, ReadingId.EnergyOut];

    [Theory]
    [InlineData(BankWiring.Parallel)]
    [InlineData(BankWiring.Series)]
    public void Sums_of_the_bank_go_on_after_a_restart_whichever_batteries_have_answered(BankWiring wiring)
    {
        var store = new VirtualFlash();
        BankRig rig = new(wiring, store: store);
        for (int i = 0; i < 6; i++)
        {
            rig.Add($"{i}").Say(currentMa: i % 2 == 0 ? 10000 : -8000);
        }

        rig.PollMinutes(60);
        rig.Logbook.Save(rig.NowMs);

        BankRig again = new(wiring, store: store);
        again.Add("5").Say(currentMa: 150);
        again.Poll(2);
        Assert.All(Sums, id => Assert.InRange(again.KeptOfBank(id), rig.KeptOfBank(id), rig.KeptOfBank(id) + 5));
    }

    [Fact]
    public void Sums_of_the_bank_stay_when_a_battery_is_forgotten_and_coverage_is_of_the_others()
    {
        BankRig rig = new(BankWiring.Parallel);
        rig.Add("A").Say(currentMa: 10000);
        RigBattery gone = rig.Add("B").Say(currentMa: 10000);
        rig.PollMinutes(60);
        gone.Answers = false;
        rig.PollMinutes(60);
        long charge = rig.KeptOfBank(ReadingId.ChargeIn);
        long energy = rig.KeptOfBank(ReadingId.EnergyIn);
        Assert.InRange(rig.KeptOfBank(ReadingId.Coverage), 740, 760);

        Assert.True(rig.Batteries.Forget(gone.Serial));
        rig.Poll();
        Assert.InRange(rig.KeptOfBank(ReadingId.ChargeIn), charge, charge + 20);
        Assert.InRange(rig.KeptOfBank(ReadingId.EnergyIn), energy, energy + 200);
        Assert.InRange(rig.KeptOfBank(ReadingId.Coverage), 990, 1000);
    }

    [Fact]
    public void Sums_of_the_bank_stay_when_a_newcomer_takes_the_entry_of_one_that_is_gone()
    {
        BankRig rig = new(BankWiring.Parallel);
        long before = 0;
        for (int i = 0; i < Roster.Capacity + 2; i++)
        {
            RigBattery battery = rig.Add($"B{i:00}").Say(currentMa: 10000);
            rig.PollMinutes(2);
            Assert.True(rig.KeptOfBank(ReadingId.ChargeIn) >= before + 300);
            before = rig.KeptOfBank(ReadingId.ChargeIn);
            battery.Answers = false;
            rig.Poll(Battery.MaxMissedPolls + 1);
            Assert.True(rig.Batteries.Forget(battery.Serial));
        }
    }

    [Fact]
    public void Charge_of_a_string_never_falls_whoever_comes_or_goes()
    {
        BankRig rig = new(BankWiring.Series);
        rig.Add("A").Say(currentMa: 10000);
        RigBattery second = rig.Add("B").Say(currentMa: 10000);
        rig.PollMinutes(60);
        Assert.InRange(rig.KeptOfBank(ReadingId.ChargeIn), 9980, 10000);

        // Not at the end of a minute, when all are added up.
        rig.PollMinutes(0.5);
        long before = rig.KeptOfBank(ReadingId.ChargeIn);
        void Poll()
        {
            rig.Poll();
            Assert.True(rig.KeptOfBank(ReadingId.ChargeIn) >= before);
            before = rig.KeptOfBank(ReadingId.ChargeIn);
        }

        rig.Add("C").Say(currentMa: 10000);
        Poll();
        second.Answers = false;
        for (int i = 0; i < 30; i++)
        {
            Poll();
        }

        Assert.True(rig.Batteries.Forget(second.Serial));
        for (int i = 0; i < 30; i++)
        {
            Poll();
        }
    }

    [Fact]
    public void Reset_begins_the_bank_anew_and_not_the_day()
    {
        BankRig rig = new(BankWiring.Series);
        rig.Add("A").Say(currentMa: 10000);
        rig.Add("B").Say(currentMa: 10000);
        rig.PollMinutes(6.3);
        rig.Logbook.ResetEnergy(rig.NowMs);
        Assert.All(Sums, id => Assert.Equal(0, rig.KeptOfBank(id)));

        rig.PollMinutes(6);
        Assert.InRange(rig.KeptOfBank(ReadingId.ChargeIn), 995, 1000);
        Assert.InRange(rig.Logbook.Days.Get(0, DayId.EnergyIn), 53_800, 54_200);
    }
}
