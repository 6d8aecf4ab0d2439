using ValenceNano.Model;

namespace ValenceNano.HostTests.Model.Health;

public class FullChargeTests
{
    [Theory]
    [InlineData(3400, 1000, 3.2, 1)]
    [InlineData(3400, 0, 3.2, 1)]
    [InlineData(3400, 2000, 3.2, 1)]
    [InlineData(3400, 1000, 2.9, 0)]
    [InlineData(3399, 1000, 10, 0)]
    [InlineData(3400, 2001, 10, 0)]
    [InlineData(3400, -150, 10, 0)]
    public void Full_charge_is_groups_high_and_a_small_tail_for_three_minutes(
        int lowestMv, int currentMa, double minutes, int fullCharges)
    {
        BankRig rig = new();
        rig.Add("A").Say(currentMa: currentMa, cellMv: [3450, lowestMv, 3450, 3460]);
        rig.PollMinutes(minutes);
        Assert.Equal(fullCharges, Count(rig));
    }

    [Fact]
    public void One_long_tail_is_one_full_charge()
    {
        HealthRig rig = new HealthRig().Fill().Flow(500, 60);
        Assert.Equal(1, rig.FullCharges);
        rig.Flow(-5000, 30).Fill();
        Assert.Equal(2, rig.FullCharges);
    }

    [Fact]
    public void Silence_begins_the_three_minutes_anew()
    {
        BankRig rig = new();
        RigBattery battery = rig.Add("A").Say(currentMa: 1000, cellMv: [3450, 3450, 3450, 3450]);
        for (int i = 0; i < 5; i++)
        {
            rig.PollMinutes(2);
            battery.Answers = false;
            rig.Poll(4);
            battery.Answers = true;
        }

        Assert.Equal(0, Count(rig));
    }

    [Fact]
    public void Battery_that_wakes_still_full_has_given_nothing()
    {
        HealthRig rig = new HealthRig().Fill().Hide(0, 600).Flow(-1000, 1);

        // But what it was seen to give in this minute.
        Assert.InRange(rig.GivenSinceFullMah, 15, 16);
        rig.Empty();
        Assert.Equal(1000, rig.Bank.Kept(ReadingId.CapacityCoverage));
    }

    [Fact]
    public void Float_that_dips_below_the_voltage_of_full_is_one_full_charge()
    {
        BankRig rig = new();
        RigBattery battery = rig.Add("A").Say(socPermille: 999, currentMa: 200);
        for (int i = 0; i < 12; i++)
        {
            battery.Say(cellMv: [3400, 3401, 3402, 3401]);
            rig.PollMinutes(4.9);
            battery.Say(cellMv: [3399, 3401, 3402, 3402]);
            rig.Poll(2);
        }

        Assert.Equal(1, Count(rig));
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(16, 3)]
    public void Tail_is_another_full_charge_when_1_Ah_was_given_before(int minutesAt4Amperes, int fullCharges)
    {
        BankRig rig = new();
        RigBattery battery = rig.Add("A").Say(socPermille: 999);
        for (int i = 0; i < 3; i++)
        {
            battery.Say(currentMa: 300, cellMv: [3450, 3450, 3450, 3450]);
            rig.PollMinutes(20);
            battery.Say(currentMa: -4000, cellMv: [3340, 3340, 3340, 3340]);
            rig.PollMinutes(minutesAt4Amperes);
        }

        Assert.Equal(fullCharges, Count(rig));
    }

    [Fact]
    public void Battery_that_holds_next_to_nothing_is_full_again_once_it_was_emptied()
    {
        HealthRig rig = new HealthRig(2).Fill().Empty();
        Assert.InRange(rig.GivenSinceFullMah, 1, 999);
        rig.Fill();
        Assert.Equal(2, rig.FullCharges);
    }

    [Fact]
    public void High_voltage_of_a_charge_that_was_broken_off_does_not_begin_the_capacity_anew()
    {
        int[] resting = [3300, 3300, 3300, 3300];
        BankRig rig = new();
        RigBattery battery = rig.Add("A").Say(currentMa: 1000, cellMv: [3450, 3450, 3450, 3450]);
        rig.PollMinutes(5);
        battery.Say(socPermille: 750, currentMa: -10000, cellMv: resting);
        rig.PollMinutes(120);
        battery.Say(socPermille: 850, currentMa: 20000, cellMv: [3480, 3480, 3480, 3480]);
        rig.PollMinutes(48);
        battery.Say(currentMa: 0, cellMv: [3405, 3405, 3405, 3405]);
        rig.PollMinutes(2);
        battery.Say(currentMa: -10000, cellMv: resting);
        rig.PollMinutes(216);
        battery.Say(cellMv: [2890, 3000, 3000, 3000]);
        rig.Poll(3);

        // 20 Ah out, 16 in, 36 out.
        Assert.InRange(rig.Kept(ReadingId.CapacityMeasured), 39800, 40200);
        Assert.Equal(0, rig.Kept(ReadingId.CapacityIsMinimum));
    }

    private static int Count(BankRig rig) =>
        rig.Logbook.Extremes.Get(rig.Logbook.EntryOf(rig.Batteries[0]), ExtremeId.FullCharges);
}
