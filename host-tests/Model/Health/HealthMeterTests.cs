using ValenceNano.Model;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Model.Health;

public class HealthMeterTests
{
    [Theory]
    [InlineData(100, -2000)]
    [InlineData(100, -40000)]
    [InlineData(80, -10000)]
    [InlineData(60, -20000)]
    [InlineData(25, -5000)]
    public void Capacity_from_a_full_charge_to_the_first_knee_is_within_5_percent(int percent, int currentMa)
    {
        HealthRig rig = new HealthRig(100, 100, percent).Fill().Empty(currentMa);

        Assert.InRange(rig.CapacityMah, 380L * percent, 420L * percent);
        Assert.False(rig.IsMinimum);
        Assert.Equal(1000, rig.Bank.Kept(ReadingId.CapacityCoverage));
        Assert.Equal(percent < 100 ? 3 : 0, rig.WeakCell);
    }

    [Fact]
    public void Without_an_empty_battery_the_capacity_is_at_least_the_largest_stretch()
    {
        HealthRig rig = new HealthRig().Fill().Flow(-10000, 120);
        Assert.InRange(rig.CapacityMah, 19800, 20100);
        Assert.True(rig.IsMinimum);
        Assert.InRange(rig.GivenSinceFullMah, 19800, 20100);

        rig.Fill().Flow(-10000, 60);
        Assert.InRange(rig.CapacityMah, 19800, 20100);
        Assert.InRange(rig.GivenSinceFullMah, 9800, 10100);
    }

    [Fact]
    public void No_capacity_is_told_without_a_full_charge_before()
    {
        HealthRig rig = new HealthRig().Flow(-10000, 30).Empty();
        Assert.Equal(Reading.Unknown, rig.CapacityMah);
        Assert.Equal(Reading.Unknown, rig.GivenSinceFullMah);
        Assert.Equal(0, rig.WeakCell);
    }

    [Fact]
    public void Charge_in_between_is_taken_off()
    {
        HealthRig rig = new HealthRig().Fill().Flow(-10000, 120).Flow(10000, 60).Empty();
        Assert.InRange(rig.CapacityMah, 38800, 40500);
        Assert.False(rig.IsMinimum);
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(45, false)]
    public void Capacity_of_which_less_than_nine_tenths_was_seen_is_none(int hiddenMinutes, bool isKnown)
    {
        HealthRig rig = new HealthRig().Fill().Flow(-8000, 3).Hide(-8000, hiddenMinutes).Empty(-8000);
        Assert.Equal(isKnown, rig.CapacityMah > 30000);
        if (isKnown)
        {
            Assert.InRange(rig.Bank.Kept(ReadingId.CapacityCoverage), 900, 999);
        }
    }

    [Fact]
    public void Night_asleep_costs_little_coverage_for_a_sleeping_battery_gives_hardly_anything()
    {
        HealthRig rig = new HealthRig().Fill().Flow(-8000, 60).Flow(-120, 1).Hide(0, 8 * 60).Empty(-8000);
        Assert.False(rig.IsMinimum);
        Assert.InRange(rig.CapacityMah, 38000, 40500);
        Assert.InRange(rig.Bank.Kept(ReadingId.CapacityCoverage), 960, 980);
    }

    [Theory]
    [InlineData(new double[] { 100, 99, 100, 101 }, 0)]
    [InlineData(new double[] { 101, 100, 100, 98 }, 0)]
    [InlineData(new double[] { 100, 90, 100, 100 }, 2)]
    [InlineData(new double[] { 80, 80, 100, 100 }, 0)]
    [InlineData(new double[] { 75, 85, 100, 100 }, 1)]
    public void Group_is_named_weak_only_if_it_ends_the_discharge_by_far(double[] percent, int weakCell)
    {
        HealthRig rig = new HealthRig(percent).Fill().Empty();
        Assert.Equal(weakCell, rig.WeakCell);
    }

    [Fact]
    public void Group_that_was_only_charged_less_is_not_named_weak()
    {
        HealthRig rig = new();
        rig.Model.Groups[1].MissingMah += 4000;
        rig.Fill().Empty();
        Assert.Equal(2, rig.Of(HealthId.BottomCell));
        Assert.Equal(0, rig.WeakCell);
        Assert.False(rig.IsWeakCellJudged);
    }

    [Fact]
    public void Verdict_on_the_groups_outlives_a_full_charge_at_which_they_were_apart()
    {
        HealthRig rig = new HealthRig().Fill().Empty();
        Assert.True(rig.IsWeakCellJudged);

        rig.Flow(10000, 60).Model.Groups[1].MissingMah += 4000;
        rig.Fill();
        Assert.True(rig.Of(HealthId.TopSpread) > HealthMeter.BalancedMv);
        Assert.True(rig.IsWeakCellJudged);
    }

    [Fact]
    public void Charge_that_may_have_gone_on_unseen_is_taken_off()
    {
        HealthRig rig = new HealthRig().Fill();
        for (int i = 0; i < 3; i++)
        {
            rig.Flow(-10000, 60).Flow(10000, 0.1).Hide(10000, 6.5);
        }

        rig.Empty();
        Assert.InRange(rig.CapacityMah, 38000, 40200);
        Assert.InRange(rig.Bank.Kept(ReadingId.CapacityCoverage), 900, 950);
    }

    [Fact]
    public void Single_low_reply_is_no_knee()
    {
        HealthRig rig = new HealthRig().Fill().Flow(-10000, 60);
        rig.Model.SetCellOffset(2, -500);
        rig.Flow(-10000, 0.05);
        rig.Model.SetCellOffset(2, 0);
        rig.Flow(-10000, 10);
        Assert.True(rig.IsMinimum);
        Assert.Equal(0, rig.Of(HealthId.BottomCell));
    }

    [Theory]
    [InlineData(90, 70, 2)]
    [InlineData(70, 90, 1)]
    [InlineData(100, 80, 2)]
    public void Bank_names_the_weak_battery_that_holds_least(double firstPercent, double secondPercent, int expected)
    {
        var first = new HealthRig(100, 100, firstPercent);
        BatteryModel[] models = [first.Model, first.Bank.Add("B").Model];
        for (int group = 0; group < 4; group++)
        {
            models[1].Groups[group].OffsetMv = 0;
            models[1].Groups[group].CapacityMah = BatteryModel.LabelMah * (group == 3 ? secondPercent : 100) / 100;
        }

        models[1].SocPermille = 950;
        Flow(first.Bank, models, 10000, 600, model => model.CellMv.Min() >= 3400);
        Flow(first.Bank, models, 1000, 30, _ => false);
        Flow(first.Bank, models, -10000, 24 * 60, model => model.IsEmpty);

        Assert.Equal(expected, first.Bank.KeptOfBank(ReadingId.WeakBattery));
        Assert.Equal(expected + 2, first.Bank.KeptOfBank(ReadingId.WeakCell));
    }

    // Through each battery for some minutes, or until its model is so.
    private static void Flow(BankRig bank, BatteryModel[] models, int currentMa, double minutes, Predicate<BatteryModel> until)
    {
        for (int i = 0; i < minutes * 20 && !Array.TrueForAll(models, until); i++)
        {
            foreach (BatteryModel model in models)
            {
                model.CurrentMa = until(model) ? 0 : currentMa;
                model.AdvanceTo(bank.NowMs * 1000);
            }

            bank.Poll();
        }
    }

    [Fact]
    public void Group_that_is_no_longer_weak_is_not_named_any_more()
    {
        HealthRig rig = new HealthRig(100, 70).Fill().Empty();
        Assert.Equal(2, rig.WeakCell);

        rig.Model.Groups[1].CapacityMah = 40000;
        rig.Fill().Empty();
        Assert.Equal(0, rig.WeakCell);
        Assert.InRange(rig.CapacityMah, 38000, 40500);
    }

    [Fact]
    public void Top_and_bottom_tell_which_group_comes_first_and_by_how_much()
    {
        HealthRig rig = new(100, 100, 100, 60);
        rig.Model.Groups[1].MissingMah -= 300;
        rig.Fill().Empty();
        Assert.Equal(2, rig.Of(HealthId.TopCell));
        Assert.InRange(rig.Of(HealthId.TopLead), 30, HealthMeter.BalancedMv);
        Assert.InRange(rig.Of(HealthId.TopSpread), rig.Of(HealthId.TopLead), HealthMeter.BalancedMv);
        Assert.Equal(4, rig.Of(HealthId.BottomCell));
        Assert.InRange(rig.Of(HealthId.BottomLead), 300, 500);
        Assert.InRange(rig.Of(HealthId.BottomSpread), rig.Of(HealthId.BottomLead), 500);
    }

    [Fact]
    public void Gauge_that_has_moved_over_a_silence_ends_the_run()
    {
        HealthRig rig = new HealthRig().Fill().Flow(-8000, 60).Flow(-120, 1).Hide(-8000, 30).Empty(-8000);
        Assert.True(rig.IsMinimum);
        Assert.InRange(rig.CapacityMah, 7900, 8200);
    }

    [Fact]
    public void Reset_forgets_capacity_and_weak_group()
    {
        HealthRig rig = new HealthRig(100, 70).Fill().Empty();
        rig.Bank.Logbook.ResetHealth();
        Assert.Equal(Reading.Unknown, rig.CapacityMah);
        Assert.Equal(0, rig.WeakCell);
        rig.Flow(-10000, 1);
        Assert.Equal(Reading.Unknown, rig.CapacityMah);
    }
}
