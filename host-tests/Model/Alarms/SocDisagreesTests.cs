using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Model.Alarms;

public class SocDisagreesTests
{
    private const int PollsForAMinute = 60000 / BankRig.PollMs;

    private readonly BankRig _rig = new();

    [Fact]
    public void Two_batteries_of_the_log_are_told_apart_after_a_minute()
    {
        _rig.Add("CBB112810069").Say(996, 132, [3338, 3337, 3338, 3339]);
        _rig.Add("CBB112810318").Say(169, 132, [3338, 3337, 3338, 3339]);

        _rig.Poll(PollsForAMinute);
        Assert.DoesNotContain(AlarmKind.SocDisagrees, _rig.Kinds);
        _rig.Poll();

        Alarm alarm = Assert.Single(Told());
        Assert.Equal((2, AlarmSeverity.Warning), (alarm.Battery.Number, alarm.Severity));
        Assert.Equal((18, 0, 0), (alarm.Value, alarm.Limit, alarm.Cell));
    }

    [Theory]
    [InlineData(98, 3300, false)]
    [InlineData(98, 3301, true)]
    [InlineData(169, 3320, false)]
    [InlineData(169, 3321, true)]
    [InlineData(498, 3390, false)]
    [InlineData(498, 3391, true)]
    [InlineData(949, 3600, false)]
    [InlineData(1000, 3240, true)]
    [InlineData(1000, 3250, false)]
    [InlineData(804, 3239, true)]
    [InlineData(804, 3240, false)]
    [InlineData(498, 3189, true)]
    [InlineData(498, 3190, false)]
    [InlineData(169, 2900, false)]
    public void Voltage_that_cannot_be_at_that_charge_is_told(int socPermille, int cellMv, bool isTold)
    {
        _rig.Add("A").Say(socPermille, 0, [cellMv, cellMv, cellMv, cellMv]);
        _rig.Poll(PollsForAMinute + 1);
        Assert.Equal(isTold, Told().Any());
    }

    [Theory]
    [InlineData(1999, true)]
    [InlineData(2000, false)]
    [InlineData(-1999, true)]
    [InlineData(-2000, false)]
    public void Only_a_battery_at_less_than_a_twentieth_of_its_capacity_is_judged(int currentMa, bool isTold)
    {
        _rig.Add("A").Say(169, currentMa, [3340, 3340, 3340, 3340]);
        _rig.Poll(PollsForAMinute + 1);
        Assert.Equal(isTold, Told().Any());
    }

    [Fact]
    public void Load_does_not_end_it_and_agreement_at_rest_does()
    {
        RigBattery battery = _rig.Add("A").Say(169, 132, [3340, 3340, 3340, 3340]);
        _rig.Poll(PollsForAMinute + 1);
        battery.Say(currentMa: -10000, cellMv: [3200, 3200, 3200, 3200]);
        _rig.Poll(PollsForAMinute + 1);
        Assert.Single(Told());

        battery.Say(currentMa: -100, cellMv: [3312, 3312, 3312, 3312]);
        _rig.Poll(PollsForAMinute + 1);
        Assert.Single(Told());

        battery.Say(cellMv: [3310, 3310, 3310, 3310]);
        _rig.Poll(PollsForAMinute);
        Assert.Single(Told());
        _rig.Poll();
        Assert.Empty(Told());
    }

    [Fact]
    public void Doubt_outlives_a_sleep_until_a_battery_at_rest_agrees()
    {
        RigBattery battery = _rig.Add("A").Say(169, -200, [3400, 3400, 3400, 3400]);
        _rig.Poll(PollsForAMinute);
        Assert.False(_rig.Alarms.IsAnyInDoubt);
        _rig.Poll();
        Assert.True(_rig.Alarms.IsAnyInDoubt);

        battery.Answers = false;
        _rig.Poll(PollsForAMinute);
        Assert.Equal(BatteryState.Asleep, _rig.Batteries[0].State);
        battery.Answers = true;
        battery.Say(currentMa: -5000, cellMv: [3370, 3370, 3370, 3370]);
        _rig.Poll(PollsForAMinute);
        Assert.True(_rig.Alarms.IsAnyInDoubt);
        Assert.Empty(Told());

        battery.Say(currentMa: -200, cellMv: [3300, 3300, 3300, 3300]);
        _rig.Poll(2);
        Assert.False(_rig.Alarms.IsAnyInDoubt);
    }

    [Fact]
    public void Doubt_of_a_lost_battery_is_none_of_the_bank()
    {
        RigBattery battery = _rig.Add("A").Say(169, -500, [3400, 3400, 3400, 3400]);
        _rig.Add("B");
        _rig.Poll(PollsForAMinute + 1);
        Assert.True(_rig.Alarms.IsAnyInDoubt);

        battery.Answers = false;
        _rig.Poll(PollsForAMinute);
        Assert.Equal(BatteryState.Lost, _rig.Batteries[0].State);
        Assert.False(_rig.Alarms.IsAnyInDoubt);
        Assert.True(_rig.Alarms.IsInDoubt(_rig.Batteries[0]));
    }

    [Fact]
    public void Doubt_is_not_of_the_battery_that_takes_anothers_place()
    {
        _rig.AddNameless().Say(169, 132, [3400, 3400, 3400, 3400]);
        _rig.Poll(PollsForAMinute + 1);
        Assert.True(_rig.Alarms.IsAnyInDoubt);

        _rig.ReplaceLast("B").Say(currentMa: -10000);
        _rig.Poll(2);
        Assert.False(_rig.Alarms.IsAnyInDoubt);
    }

    [Fact]
    public void Doubt_is_told_though_the_list_is_full_of_alarms()
    {
        for (int i = 0; i < AlarmList.Capacity / 2; i++)
        {
            _rig.Add($"B{i:00}").Say(50, -10000, [2400, 2600, 2600, 2600]);
        }

        _rig.Poll(PollsForAMinute);
        Assert.Equal(AlarmList.Capacity, _rig.Alarms.Count);
        _rig.Add("Z").Say(169, -500, [3400, 3400, 3400, 3400]);
        _rig.Poll(2);
        Assert.True(_rig.Alarms.IsAnyInDoubt);
    }

    [Fact]
    public void Battery_whose_gauge_is_right_is_never_told()
    {
        RigBattery battery = _rig.Add("A");
        for (int socPermille = 0; socPermille <= 1000; socPermille += 10)
        {
            var model = new BatteryModel(socPermille, new Random(1)) { CurrentMa = socPermille % 20 == 0 ? 1900 : -1900 };
            model.AdvanceTo(0);
            battery.Say(socPermille, model.CurrentMa, model.CellMv);
            _rig.Poll(PollsForAMinute + 1);
            Assert.Empty(Told());
        }
    }

    private IEnumerable<Alarm> Told() => Enumerable.Range(0, _rig.Alarms.Count)
        .Select(i => _rig.Alarms[i])
        .Where(alarm => alarm.Kind == AlarmKind.SocDisagrees);
}
