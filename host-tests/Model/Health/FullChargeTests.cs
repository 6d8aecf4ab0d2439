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
        Assert.Equal(0, rig.GivenSinceFullMah);
    }

    private static int Count(BankRig rig) =>
        rig.Logbook.Extremes.Get(rig.Logbook.EntryOf(rig.Batteries[0]), ExtremeId.FullCharges);
}
