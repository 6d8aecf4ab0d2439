using ValenceNano.Model;

namespace ValenceNano.HostTests.Model.Alarms;

public class AlarmLimitsTests
{
    [Fact]
    public void Condition_is_switched_off_by_a_limit_that_no_value_passes()
    {
        var rig = new BankRig(set: settings =>
        {
            settings.Set(SettingId.SocLowWarn, 0);
            settings.Set(SettingId.SocLowAlarm, 0);
        });
        rig.Add("A").Say(socPermille: 0, currentMa: -5000);
        rig.Poll(10);
        Assert.Equal(0, rig.Alarms.Count);
    }

    [Theory]
    [InlineData(AlarmRules.High, int.MaxValue)]
    [InlineData(AlarmRules.Low, int.MinValue)]
    public void Extreme_of_an_integer_is_a_limit_that_no_value_passes(int sign, int limit)
    {
        var rules = new AlarmRules();
        rules.Set(AlarmKind.CellLow, sign, hysteresis: 0, limit, limit, minimumMs: 0);
        Assert.All([-128, 0, 65535], value => Assert.Equal(AlarmSeverity.None, rules.Judge(AlarmKind.CellLow, value, 0)));
    }

    [Fact]
    public void Every_limit_is_switched_off_by_an_end_of_its_range()
    {
        var rig = new BankRig(set: settings =>
        {
            for (SettingId id = SettingId.CellHighWarn; id <= SettingId.SocLowAlarm; id++)
            {
                bool isLow = id is SettingId.CellLowWarn or SettingId.CellLowAlarm or SettingId.ChargeCold
                    or SettingId.SocLowWarn or SettingId.SocLowAlarm;
                settings.Set(id, isLow ? SettingTable.Min(id) : SettingTable.Max(id));
            }
        });
        Assert.Equal(SettingId.Count, SettingRules.FindConflict(rig.Settings));
        RigBattery battery = rig.Add("A").Say(socPermille: 0, currentMa: 1000, cellMv: [0, 0, 65535, 65535], cellC: [-128, 127, 0, 0]);
        battery.Model.BoardC[0] = 127;
        rig.Poll(5);
        Assert.Empty(rig.Kinds);
    }

    [Fact]
    public void Limit_that_is_changed_counts_from_the_next_values_on()
    {
        var rig = new BankRig();
        rig.Add("A").Say(cellC: [45, 20, 20, 20]);
        rig.Poll(5);
        Assert.Empty(rig.Kinds);

        rig.Settings.Set(SettingId.CellHotWarn, 44);
        rig.Poll(2);
        Assert.Equal([AlarmKind.CellHot], rig.Kinds);
    }

    [Fact]
    public void Without_a_minimum_time_the_first_reply_raises_it()
    {
        var rig = new BankRig(set: settings => settings.Set(SettingId.AlarmAfter, 0));
        RigBattery battery = rig.Add("A").Say(cellC: [65, 20, 20, 20]);
        rig.Poll();
        Assert.Equal(AlarmSeverity.Alarm, rig.Alarms[0].Severity);
        battery.Say(cellC: [20, 20, 20, 20]);
        rig.Poll();
        Assert.Empty(rig.Kinds);
    }
}
