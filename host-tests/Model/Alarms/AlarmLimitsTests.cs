using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Batteries;

public class AlarmLimitsTests
{
    public static TheoryData<string, AlarmLimits> Contradictions { get; } = new()
    {
        { nameof(AlarmLimits.CellHighWarnMv), new AlarmLimits { CellHighWarnMv = 3901 } },
        { nameof(AlarmLimits.CellLowAlarmMv), new AlarmLimits { CellLowAlarmMv = 2801 } },
        { nameof(AlarmLimits.CellLowWarnMv), new AlarmLimits { CellLowWarnMv = 3600 } },
        { nameof(AlarmLimits.CellHotWarnC), new AlarmLimits { CellHotWarnC = 61 } },
        { nameof(AlarmLimits.ChargingMinC), new AlarmLimits { ChargingMinC = 50 } },
        { nameof(AlarmLimits.BoardHotWarnC), new AlarmLimits { BoardHotWarnC = 86 } },
        { nameof(AlarmLimits.SocLowAlarmPermille), new AlarmLimits { SocLowAlarmPermille = 201 } },
        { nameof(AlarmLimits.SpreadWarnMv), new AlarmLimits { SpreadWarnMv = 20 } },
        { nameof(AlarmLimits.SpreadMaxMa), new AlarmLimits { SpreadMaxMa = -1 } },
        { nameof(AlarmLimits.MinimumMs), new AlarmLimits { MinimumMs = -1 } },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Limits_that_contradict_one_another_are_refused_by_name(string name, AlarmLimits limits)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => new AlarmList(new BatteryList(), limits));
        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_is_switched_off_by_a_limit_that_no_value_passes()
    {
        var rig = new BankRig(limits: new AlarmLimits { SocLowWarnPermille = 0, SocLowAlarmPermille = 0 });
        rig.Add("A").Say(socPermille: 0, currentMa: -5000);
        rig.Poll(10);
        Assert.Equal(0, rig.Alarms.Count);
    }

    [Fact]
    public void Without_a_minimum_time_the_first_reply_raises_it()
    {
        var rig = new BankRig(limits: new AlarmLimits { MinimumMs = 0 });
        RigBattery battery = rig.Add("A").Say(cellC: [65, 20, 20, 20]);
        rig.Poll();
        Assert.Equal(AlarmSeverity.Alarm, rig.Alarms[0].Severity);
        battery.Say(cellC: [20, 20, 20, 20]);
        rig.Poll();
        Assert.Equal(0, rig.Alarms.Count);
    }
}
