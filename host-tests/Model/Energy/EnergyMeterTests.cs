using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Model.Energy;

public class EnergyMeterTests
{
    [Fact]
    public void Charge_of_10_A_for_an_hour_is_10_Ah_and_its_energy()
    {
        BankRig rig = new();
        rig.Add("A").Say(currentMa: 10000);
        rig.PollMinutes(60);
        rig.Poll();

        Assert.Equal(10000, rig.Kept(ReadingId.ChargeIn));
        Assert.Equal(132000, rig.Kept(ReadingId.EnergyIn));
        Assert.Equal((0, 0), (rig.Kept(ReadingId.ChargeOut), rig.Kept(ReadingId.EnergyOut)));
    }

    [Fact]
    public void Charge_and_discharge_beyond_16_bits_are_counted_apart_and_silence_is_not()
    {
        BankRig rig = new();
        RigBattery battery = rig.Add("A").Say(currentMa: 18000);
        rig.PollMinutes(5);
        battery.Answers = false;
        rig.Pass(12000);
        battery.Answers = true;
        battery.Say(currentMa: -36000);
        rig.PollMinutes(5);

        // Five minutes less one interval each; what lies between them is more than 10 s, and so unseen.
        Assert.InRange(rig.Kept(ReadingId.ChargeIn), 1484, 1486);
        Assert.InRange(rig.Kept(ReadingId.ChargeOut), 2969, 2971);
        Assert.InRange(rig.Kept(ReadingId.EnergyIn), 1485 * 132 / 10 - 2, 1485 * 132 / 10 + 2);
        Assert.InRange(rig.Kept(ReadingId.EnergyOut), 2970 * 132 / 10 - 2, 2970 * 132 / 10 + 2);
        Assert.Equal(594 * 1000 / 612, rig.Kept(ReadingId.Coverage));
    }

    [Fact]
    public void Current_that_crosses_0_between_two_replies_is_two_triangles()
    {
        BankRig rig = new();
        RigBattery battery = rig.Add("A");
        for (int i = 0; i < 1000; i++)
        {
            battery.Say(currentMa: i % 2 == 0 ? 12000 : -24000);
            rig.Poll();
        }

        // In each 3 s the first second is charge, 6 A in the mean, and the other two are discharge, 12 A.
        Assert.InRange(rig.Kept(ReadingId.ChargeIn), 999 * 6000 / 3600 - 2, 999 * 6000 / 3600 + 2);
        Assert.InRange(rig.Kept(ReadingId.ChargeOut), 999 * 24000 / 3600 - 2, 999 * 24000 / 3600 + 2);
    }

    [Fact]
    public void Replies_10_s_apart_are_joined_and_replies_further_apart_are_not()
    {
        BankRig rig = new();
        RigBattery battery = rig.Add("A").Say(currentMa: 10000);
        rig.Poll(2);
        Assert.InRange(rig.Kept(ReadingId.ChargeIn), 8, 8);

        battery.Answers = false;
        rig.Poll(2);
        battery.Answers = true;
        rig.Poll();
        Assert.Equal(12 * 10000 / 3600, rig.Kept(ReadingId.ChargeIn));

        battery.Answers = false;
        rig.Poll(3);
        battery.Answers = true;
        rig.Poll();
        Assert.Equal(12 * 10000 / 3600, rig.Kept(ReadingId.ChargeIn));
    }

    [Theory]
    [InlineData(137)]
    [InlineData(-137)]
    public void Month_of_a_small_current_does_not_drift(int currentMa)
    {
        const int Replies = 30 * 24 * 60 * 20;
        BankRig rig = new();
        rig.Add("A").Say(currentMa: currentMa, cellMv: [3333, 3331, 3337, 3319]);
        rig.Poll();
        Battery battery = rig.Batteries[0];
        int entry = rig.Logbook.EntryOf(battery);
        long ms = battery.ValuesMs;
        for (int i = 0; i < Replies; i++)
        {
            ms += 3000;
            rig.Logbook.Energy.Take(entry, battery.Values, ms);
        }

        long mah = Replies * 3L * 137 / 3600;
        ReadingId charge = currentMa > 0 ? ReadingId.ChargeIn : ReadingId.ChargeOut;
        ReadingId energy = currentMa > 0 ? ReadingId.EnergyIn : ReadingId.EnergyOut;
        Assert.Equal(mah, rig.Kept(charge));
        Assert.Equal(mah * 13320 / 1000, rig.Kept(energy));
    }

    [Fact]
    public void Clock_that_goes_back_counts_nothing()
    {
        BankRig rig = new();
        rig.Add("A").Say(currentMa: 10000);
        rig.PollMinutes(6);
        rig.Poll();
        Battery battery = rig.Batteries[0];
        rig.Logbook.Energy.Take(rig.Logbook.EntryOf(battery), battery.Values, battery.ValuesMs - 3600_000);
        Assert.Equal(1000, rig.Kept(ReadingId.ChargeIn));
        Assert.Equal(0, rig.Kept(ReadingId.ChargeOut));
        Assert.InRange(rig.Kept(ReadingId.Coverage), 990, 1000);
    }

    [Fact]
    public void Bank_sums_the_charge_of_batteries_in_parallel_and_takes_the_mean_in_series()
    {
        foreach (BankWiring wiring in new[] { BankWiring.Parallel, BankWiring.Series })
        {
            BankRig rig = new(wiring);
            rig.Add("A").Say(currentMa: -6000);
            rig.Add("B").Say(currentMa: -6000);
            rig.PollMinutes(10);
            rig.Poll();

            Assert.Equal(wiring == BankWiring.Series ? 1000 : 2000, rig.KeptOfBank(ReadingId.ChargeOut));
            Assert.Equal(26400, rig.KeptOfBank(ReadingId.EnergyOut));
            Assert.InRange(rig.KeptOfBank(ReadingId.Coverage), 990, 1000);
        }
    }

    [Fact]
    public void Nothing_is_known_before_the_first_reply()
    {
        BankRig rig = new();
        rig.Add("A").Answers = false;
        rig.Poll(3);
        Assert.Equal(Reading.Unknown, rig.Kept(ReadingId.ChargeIn));
        Assert.Equal(Reading.Unknown, rig.KeptOfBank(ReadingId.ChargeIn));
        Assert.Equal(Reading.Unknown, rig.KeptOfBank(ReadingId.Coverage));
    }

    [Fact]
    public void Reset_begins_counters_and_coverage_anew()
    {
        BankRig rig = new();
        RigBattery battery = rig.Add("A").Say(currentMa: 10000);
        rig.PollMinutes(10);
        battery.Answers = false;
        rig.Pass(600_000);
        battery.Answers = true;
        rig.Poll(2);
        rig.Logbook.ResetEnergy(rig.NowMs);
        Assert.Equal(0, rig.Kept(ReadingId.ChargeIn));

        rig.PollMinutes(6);
        Assert.Equal(1000, rig.Kept(ReadingId.ChargeIn));
        Assert.InRange(rig.Kept(ReadingId.Coverage), 985, 1000);
    }
}
