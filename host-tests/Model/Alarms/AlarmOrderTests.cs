using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Model.Alarms;

public class AlarmOrderTests
{
    private static readonly int[] Warm = [57, 20, 20, 20];
    private static readonly int[] Hot = [62, 20, 20, 20];
    private static readonly int[] Cool = [20, 20, 20, 20];

    private readonly BankRig _rig = new();

    [Fact]
    public void Worst_comes_first()
    {
        _rig.Add("A").Say(socPermille: 196, cellMv: [3250, 3250, 3250, 3250]);
        RigBattery hot = _rig.Add("B").Say(cellC: Warm);
        _rig.Add("C").Say(socPermille: 98, cellMv: [3200, 3200, 3200, 3200]);
        _rig.Poll(2);
        Assert.Equal([AlarmKind.SocLow, AlarmKind.CellHot, AlarmKind.SocLow], _rig.Kinds);
        Assert.Equal(3, _rig.Alarms[0].Battery.Number);

        hot.Say(cellC: Hot);
        _rig.Poll(2);
        Assert.Equal([AlarmKind.CellHot, AlarmKind.SocLow, AlarmKind.SocLow], _rig.Kinds);

        hot.Say(cellC: Cool);
        _rig.Poll(2);
        Assert.Equal([AlarmKind.SocLow, AlarmKind.SocLow], _rig.Kinds);

        // What is over stands behind what is not, and before what was never so bad.
        Assert.Equal([AlarmKind.SocLow, AlarmKind.CellHot, AlarmKind.SocLow], _rig.Listed.Select(alarm => alarm.Kind));
    }

    [Fact]
    public void Acknowledged_alarm_stays_in_the_list_but_need_not_be_shown()
    {
        RigBattery battery = _rig.Add("A").Say(cellC: Hot);
        _rig.Poll(2);
        Assert.Same(_rig.Alarms[0], _rig.Alarms.WorstUnseen);

        _rig.Alarms.Acknowledge();
        _rig.Poll(20);

        Assert.Equal(1, _rig.Alarms.Count);
        Assert.True(_rig.Alarms[0].IsAcknowledged);
        Assert.Null(_rig.Alarms.WorstUnseen);
        Assert.Equal(1, _rig.Alarms.News);

        battery.Say(socPermille: 196, cellMv: [3250, 3250, 3250, 3250]);
        _rig.Poll(2);
        Assert.Equal(AlarmKind.CellHot, _rig.Alarms[0].Kind);
        Assert.Equal(AlarmKind.SocLow, _rig.Alarms.WorstUnseen?.Kind);
        Assert.Equal(2, _rig.Alarms.News);
    }

    [Fact]
    public void Warning_that_becomes_an_alarm_must_be_shown_again()
    {
        RigBattery battery = _rig.Add("A").Say(cellC: Warm);
        _rig.Poll(2);
        _rig.Alarms.Acknowledge();

        battery.Say(cellC: Hot);
        _rig.Poll();
        Assert.Null(_rig.Alarms.WorstUnseen);
        _rig.Poll();
        Assert.Same(_rig.Alarms[0], _rig.Alarms.WorstUnseen);
        Assert.Equal(2, _rig.Alarms.News);
    }

    [Fact]
    public void Acknowledged_alarm_that_eases_to_a_warning_need_not_be_shown()
    {
        RigBattery battery = _rig.Add("A").Say(cellC: Hot);
        _rig.Poll(2);
        _rig.Alarms.Acknowledge();

        battery.Say(cellC: Warm);
        _rig.Poll(3);

        Assert.Equal(AlarmSeverity.Warning, _rig.Alarms[0].Severity);
        Assert.Null(_rig.Alarms.WorstUnseen);
        Assert.Equal(1, _rig.Alarms.News);
    }

    [Theory]
    [InlineData(2450, 2350, false)]
    [InlineData(2450, 2349, true)]
    [InlineData(2750, 2650, false)]
    [InlineData(2750, 2649, true)]
    public void One_that_is_worse_by_two_hystereses_must_be_shown_again(int seenMv, int thenMv, bool mustBeShown)
    {
        RigBattery battery = _rig.Add("A").Say(currentMa: -10000, cellMv: [3000, seenMv, 3000, 3000]);
        _rig.Poll(2);
        _rig.Alarms.Acknowledge();

        battery.Model.CellMv[1] = thenMv;
        _rig.Poll(5);

        Assert.Equal(mustBeShown, !_rig.Alarms[0].IsAcknowledged);
        Assert.Equal(mustBeShown ? 2 : 1, _rig.Alarms.News);
    }

    [Fact]
    public void Worse_is_judged_from_what_was_seen_and_not_from_the_last_reply()
    {
        RigBattery battery = _rig.Add("A").Say(currentMa: -10000, cellMv: [3000, 2480, 3000, 3000]);
        _rig.Poll(2);
        _rig.Alarms.Acknowledge();
        for (int mv = 2470; mv >= 2370; mv -= 10)
        {
            battery.Model.CellMv[1] = mv;
            _rig.Poll();
        }

        Assert.NotNull(_rig.Alarms.WorstUnseen);
    }

    [Fact]
    public void One_that_eases_and_returns_is_a_new_one()
    {
        RigBattery battery = _rig.Add("A").Say(cellC: Hot);
        _rig.Poll(2);
        _rig.Alarms.Acknowledge();
        battery.Say(cellC: Cool);
        _rig.Poll(2);

        battery.Say(cellC: Hot);
        _rig.Poll(2);

        Assert.NotNull(_rig.Alarms.WorstUnseen);
    }

    [Fact]
    public void Alarm_that_comes_back_before_anybody_has_seen_it_is_the_same_one()
    {
        RigBattery battery = _rig.Add("A").Say(cellC: Hot);
        _rig.Poll(2);
        battery.Say(cellC: Cool);
        _rig.Poll(2);
        Assert.Equal([AlarmKind.CellHot], _rig.Over);

        battery.Say(cellC: Hot);
        _rig.Poll(2);
        Assert.Equal([AlarmKind.CellHot], _rig.Kinds);
        Assert.Empty(_rig.Over);
        Assert.Equal(1, _rig.Alarms.News);
    }

    [Fact]
    public void Alarm_that_is_over_and_rises_to_a_warning_is_still_the_alarm_that_it_was()
    {
        RigBattery battery = _rig.Add("A").Say(cellC: Hot);
        _rig.Poll(2);
        battery.Say(cellC: Cool);
        _rig.Poll(2);
        battery.Say(cellC: Warm);
        _rig.Poll(2);
        Assert.Equal((AlarmSeverity.Warning, AlarmSeverity.Alarm), (_rig.Alarms[0].Severity, _rig.Alarms[0].WorstUnseen));

        battery.Say(cellC: Cool);
        _rig.Poll(2);
        Assert.Equal((true, AlarmSeverity.Alarm), (_rig.Alarms[0].IsOver, _rig.Alarms[0].Severity));
    }

    [Fact]
    public void Alarm_that_is_seen_while_it_is_over_is_gone_and_comes_back_as_a_new_one()
    {
        RigBattery battery = _rig.Add("A").Say(cellC: Hot);
        _rig.Poll(2);
        battery.Say(cellC: Cool);
        _rig.Poll(2);
        battery.Say(cellC: Hot);
        _rig.Poll();
        _rig.Alarms.Acknowledge();
        Assert.Empty(_rig.Listed);

        _rig.Poll();
        Assert.Equal([AlarmKind.CellHot], _rig.Kinds);
        Assert.NotNull(_rig.Alarms.WorstUnseen);
        Assert.Equal(2, _rig.Alarms.News);
    }

    [Fact]
    public void In_a_full_list_an_alarm_that_is_over_keeps_its_place_and_a_warning_does_not()
    {
        RigBattery[] all = [.. Enumerable.Range(0, BatteryList.Capacity).Select(i => _rig.Add($"{i:00}"))];
        all[0].Say(cellC: Hot);
        _rig.Poll(2);
        all[0].Say(cellC: Cool);
        Array.ForEach(all, battery => battery.Say(cellMv: [3300, 3300, 3300, 3150], cellC: battery == all[0] ? Cool : Warm));
        _rig.Poll(2);
        Assert.Equal(AlarmList.Capacity, _rig.Alarms.Count);

        Array.ForEach(all, battery => battery.Model.BoardC[0] = 90);
        _rig.Poll(2);
        Assert.Equal([AlarmKind.CellHot], _rig.Over);
        Assert.Equal(BatteryList.Capacity, _rig.Kinds.Count(kind => kind == AlarmKind.BoardHot));
    }

    [Fact]
    public void Number_follows_the_battery_when_another_one_comes_before_it()
    {
        _rig.Add("B").Say(cellC: Hot);
        _rig.Poll(2);
        Assert.Equal(1, _rig.Alarms[0].Battery.Number);

        _rig.Add("A");
        _rig.Poll(2);
        Assert.Equal(2, Assert.Single(_rig.Kinds.Select((_, i) => _rig.Alarms[i])).Battery.Number);
    }

    [Fact]
    public void In_a_full_list_an_alarm_takes_the_place_of_a_warning_and_a_warning_waits()
    {
        RigBattery[] all = [.. Enumerable.Range(0, BatteryList.Capacity).Select(i => _rig.Add($"{i:00}"))];
        Array.ForEach(all, battery => battery.Say(cellMv: [3300, 3300, 3300, 3150], cellC: Warm));
        _rig.Poll(2);
        Assert.Equal(AlarmList.Capacity, _rig.Alarms.Count);

        all[15].Model.BoardC[0] = 90;
        all[14].Model.BoardC[0] = 80;
        _rig.Poll(2);

        Assert.Equal(AlarmList.Capacity, _rig.Alarms.Count);
        Assert.Equal((AlarmKind.BoardHot, 16), (_rig.Alarms[0].Kind, _rig.Alarms[0].Battery.Number));
        Assert.Single(_rig.Kinds, kind => kind == AlarmKind.BoardHot);

        Array.ForEach(all, battery => battery.Say(cellC: Cool));
        _rig.Poll(4);
        Assert.Equal(2, _rig.Kinds.Count(kind => kind == AlarmKind.BoardHot));
    }

    [Fact]
    public void In_a_list_full_of_alarms_another_one_waits()
    {
        RigBattery[] all = [.. Enumerable.Range(0, BatteryList.Capacity).Select(i => _rig.Add($"{i:00}").Say(cellC: Hot))];
        Array.ForEach(all[..(AlarmList.Capacity - all.Length)], battery => battery.Model.BoardC[0] = 90);
        _rig.Poll(2);
        Assert.Equal(AlarmList.Capacity, _rig.Alarms.News);

        all[8].Model.BoardC[0] = 90;
        _rig.Poll(5);
        Assert.Equal((AlarmList.Capacity, AlarmList.Capacity), (_rig.Alarms.Count, _rig.Alarms.News));
    }

    [Fact]
    public void In_a_list_full_of_alarms_that_are_over_one_of_now_takes_the_place_of_the_one_that_is_over_longest()
    {
        RigBattery[] all = [.. Enumerable.Range(0, BatteryList.Capacity).Select(i => _rig.Add($"{i:00}").Say(cellC: Hot))];
        Array.ForEach(all[..(AlarmList.Capacity - all.Length)], battery => battery.Model.BoardC[0] = 90);
        _rig.Poll(2);
        all[7].Say(cellC: Cool);
        _rig.Poll(2);
        Array.ForEach(all, battery => battery.Say(cellC: Cool).Model.BoardC[0] = 20);
        _rig.Poll(2);
        Assert.Equal(AlarmList.Capacity, _rig.Over.Count());

        all[9].Model.BoardC[0] = 90;
        _rig.Poll(2);

        Assert.Equal([AlarmKind.BoardHot], _rig.Kinds);
        Assert.Equal(AlarmList.Capacity - 1, _rig.Over.Count());
        Assert.DoesNotContain(_rig.Listed, alarm => alarm.IsOver && alarm.Battery.Number == 8);
    }

    [Fact]
    public void Place_behind_the_raised_ones_is_refused()
    {
        _rig.Add("A").Say(cellC: Hot);
        _rig.Poll();
        Assert.Throws<ArgumentOutOfRangeException>(() => _rig.Alarms[0]);
    }
}
