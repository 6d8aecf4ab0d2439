using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Model.Alarms;

public class AlarmTests
{
    private const int LongMs = 9000;
    private const int PollsForLong = LongMs / BankRig.PollMs;

    private readonly BankRig _rig = new(set: settings => settings.Set(SettingId.AlarmAfter, LongMs));
    private readonly RigBattery _battery;

    public AlarmTests()
    {
        _rig.Add("A");
        _battery = _rig.Add("B");
    }

    public static TheoryData<AlarmCase> Cases => AlarmCase.All;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Value_at_its_limit_is_not_beyond_it(AlarmCase one)
    {
        _battery.Say(one.Kind, one.Good);
        _rig.Poll(20);
        Assert.DoesNotContain(one.Severity, Severities());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Value_beyond_its_limit_is_told_after_the_minimum_time_and_not_before(AlarmCase one)
    {
        _battery.Say(one.Kind, one.Bad);
        _rig.Poll(PollsForLong);
        Assert.Equal((0, 0), (_rig.Alarms.Count, _rig.Alarms.News));

        _rig.Poll();

        Assert.Equal((1, 1), (_rig.Alarms.Count, _rig.Alarms.News));
        AssertIs(one, one.Bad, one.Limit, _rig.Alarms[0]);
        Assert.Equal(2, _rig.Alarms[0].Battery.Number);
        Assert.False(_rig.Alarms[0].IsAcknowledged);
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(uint.MaxValue)]
    public void Value_is_told_after_the_minimum_time_also_where_the_clock_passes_32_bits(long limitMs)
    {
        _rig.JumpTo(limitMs - (LongMs / 2));
        _battery.Say(cellC: [65, 20, 20, 20]);
        _rig.Poll(PollsForLong);
        Assert.Equal(0, _rig.Alarms.Count);

        _rig.Poll();

        Assert.Equal([AlarmKind.CellHot], _rig.Kinds);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Value_that_is_good_once_in_between_begins_the_minimum_time_anew(AlarmCase one)
    {
        _battery.Say(one.Kind, one.Bad);
        _rig.Poll(PollsForLong);
        _battery.Say(one.Kind, one.Ends);
        _rig.Poll();
        _battery.Say(one.Kind, one.Bad);
        _rig.Poll(PollsForLong);
        Assert.Equal((0, 0), (_rig.Alarms.Count, _rig.Alarms.News));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Alarm_stays_within_its_hysteresis_and_tells_the_limit_that_ends_it(AlarmCase one)
    {
        Raise(one);
        _battery.Say(one.Kind, one.Holds);
        _rig.Poll(20);
        AssertIs(one, one.Holds, one.EndLimit, Assert.Single(Raised()));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Condition_ends_after_the_minimum_time_behind_its_hysteresis_and_not_before(AlarmCase one)
    {
        Raise(one);
        _battery.Say(one.Kind, one.Ends);
        _rig.Poll(PollsForLong);
        AssertIs(one, one.Bad, one.Limit, Assert.Single(Raised()));
        Assert.NotEmpty(_rig.Kinds);
        _rig.Poll();
        Assert.Empty(_rig.Kinds);

        // An alarm that nobody has seen stays, as it was at its worst.
        if (one.Severity == AlarmSeverity.Alarm)
        {
            AssertIs(one, one.Bad, one.Limit, Assert.Single(Raised()));
            Assert.Same(_rig.Alarms[0], _rig.Alarms.WorstUnseen);
            _rig.Alarms.Acknowledge();
        }

        Assert.Equal(0, _rig.Alarms.Count);
        Assert.Null(_rig.Alarms.WorstUnseen);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Bad_value_in_between_begins_the_time_to_its_end_anew(AlarmCase one)
    {
        Raise(one);
        _battery.Say(one.Kind, one.Ends);
        _rig.Poll(PollsForLong);
        _battery.Say(one.Kind, one.Bad);
        _rig.Poll();
        _battery.Say(one.Kind, one.Ends);
        _rig.Poll(PollsForLong);
        Assert.Equal(1, _rig.Alarms.Count);
    }

    [Fact]
    public void With_the_default_time_and_polls_every_3_s_two_replies_make_it_and_two_end_it()
    {
        var rig = new BankRig();
        RigBattery battery = rig.Add("A").Say(cellC: [55, 20, 20, 20]);
        rig.Poll();
        Assert.Equal(0, rig.Alarms.Count);
        rig.Poll();
        Assert.Equal(1, rig.Alarms.Count);

        battery.Say(cellC: [20, 20, 20, 20]);
        rig.Poll();
        Assert.Equal(1, rig.Alarms.Count);
        rig.Poll();
        Assert.Equal(0, rig.Alarms.Count);
    }

    [Fact]
    public void Of_values_that_are_worse_and_worse_what_has_held_all_the_time_is_told()
    {
        _battery.Say(cellC: [55, 20, 20, 20]);
        _rig.Poll();
        _battery.Say(cellC: [65, 20, 20, 20]);
        _rig.Poll(PollsForLong - 1);
        Assert.Equal(0, _rig.Alarms.Count);

        _rig.Poll();
        Assert.Equal(AlarmSeverity.Warning, _rig.Alarms[0].Severity);
        Assert.Equal((65, 50), (_rig.Alarms[0].Value, _rig.Alarms[0].Limit));

        _rig.Poll(PollsForLong - 1);
        Assert.Equal(AlarmSeverity.Warning, _rig.Alarms[0].Severity);
        _rig.Poll();
        Assert.Equal(AlarmSeverity.Alarm, _rig.Alarms[0].Severity);
        Assert.Equal((65, 60), (_rig.Alarms[0].Value, _rig.Alarms[0].Limit));
        Assert.Equal(2, _rig.Alarms.News);
    }

    [Fact]
    public void Of_values_that_begin_worse_what_has_held_all_the_time_is_told()
    {
        _battery.Say(cellC: [65, 20, 20, 20]);
        _rig.Poll();
        _battery.Say(cellC: [55, 20, 20, 20]);
        _rig.Poll(PollsForLong);
        Assert.Equal(AlarmSeverity.Warning, _rig.Alarms[0].Severity);
    }

    [Fact]
    public void Of_values_that_ease_and_not_for_long_enough_the_worst_is_told()
    {
        Raise(new AlarmCase(AlarmKind.CellHot, AlarmSeverity.Alarm, 60, 0, 65, 0, 0, 0, 3));
        _battery.Model.CellC[2] = 20;
        _rig.Poll();
        _battery.Model.CellC[2] = 55;
        _rig.Poll(PollsForLong);
        Assert.Equal(AlarmSeverity.Warning, Assert.Single(Raised()).Severity);
    }

    [Fact]
    public void Warning_about_to_become_an_alarm_needs_the_whole_time_to_end()
    {
        Raise(new AlarmCase(AlarmKind.CellHot, AlarmSeverity.Warning, 50, 0, 55, 0, 0, 0, 3));
        _battery.Model.CellC[2] = 65;
        _rig.Poll();
        _battery.Model.CellC[2] = 20;
        _rig.Poll(PollsForLong);
        Assert.Equal(AlarmSeverity.Warning, Assert.Single(Raised()).Severity);
        _rig.Poll();
        Assert.Empty(Raised());
    }

    [Fact]
    public void Alarm_that_eases_becomes_a_warning_before_it_ends()
    {
        Raise(new AlarmCase(AlarmKind.CellLow, AlarmSeverity.Alarm, 2500, 0, 2450, 0, 0, 0, 3));
        _battery.Model.CellMv[2] = 2700;
        _rig.Poll(PollsForLong + 1);

        Alarm alarm = Assert.Single(Raised());
        Assert.Equal(AlarmSeverity.Warning, alarm.Severity);
        Assert.Equal((2700, 2800), (alarm.Value, alarm.Limit));
        Assert.Equal(1, _rig.Alarms.News);
    }

    [Fact]
    public void Cell_is_the_one_that_is_worst_now()
    {
        Raise(new AlarmCase(AlarmKind.CellLow, AlarmSeverity.Alarm, 2500, 0, 2450, 0, 0, 0, 3));
        _battery.Model.CellMv[0] = 2400;
        _rig.Poll();
        Assert.Equal((1, 2400), (_rig.Alarms[0].Cell, _rig.Alarms[0].Value));
    }

    [Fact]
    public void While_it_is_about_to_end_value_and_cell_are_those_of_the_last_bad_reply()
    {
        Raise(new AlarmCase(AlarmKind.CellLow, AlarmSeverity.Alarm, 2500, 0, 2450, 0, 0, 0, 3));
        _battery.Say(cellMv: [3290, 3300, 3300, 3300]);
        _rig.Poll();
        Assert.Equal((3, 2450), (_rig.Alarms[0].Cell, _rig.Alarms[0].Value));
    }

    [Theory]
    [InlineData(301, true)]
    [InlineData(300, false)]
    [InlineData(-10000, false)]
    public void Cold_cells_are_an_alarm_only_while_they_are_charged(int currentMa, bool isAlarm)
    {
        _battery.Say(currentMa: currentMa, cellC: [-10, -10, -11, -10]);
        _rig.Poll(PollsForLong + 1);
        Assert.Equal(isAlarm, _rig.Kinds.Contains(AlarmKind.CellColdCharging));
    }

    [Fact]
    public void Cold_cells_are_no_alarm_any_more_once_charging_has_stopped()
    {
        Raise(new AlarmCase(AlarmKind.CellColdCharging, AlarmSeverity.Alarm, 0, 0, -10, 0, 0, 0, 3));
        _battery.Say(currentMa: 0);
        _rig.Poll(PollsForLong + 1);
        Assert.Empty(_rig.Kinds);
    }

    [Theory]
    [InlineData(5000)]
    [InlineData(-5000)]
    public void Spread_at_5_A_or_more_is_none(int currentMa)
    {
        _battery.Say(currentMa: currentMa, cellMv: [3300, 3300, 3500, 3300]);
        _rig.Poll(20);
        Assert.Equal(0, _rig.Alarms.Count);
    }

    [Fact]
    public void Load_neither_raises_nor_ends_a_spread_that_was_there_at_rest()
    {
        Raise(new AlarmCase(AlarmKind.CellSpread, AlarmSeverity.Warning, 100, 0, 150, 0, 0, 0, 0));
        _battery.Say(currentMa: -10000, cellMv: [3300, 3300, 3300, 3300]);
        _rig.Poll(20);
        Assert.Equal(1, _rig.Alarms.Count);

        _battery.Say(cellMv: [3300, 3300, 3300, 3100]);
        _rig.Poll();
        Assert.Equal(200, _rig.Alarms[0].Value);

        _battery.Say(currentMa: 0, cellMv: [3300, 3300, 3300, 3300]);
        _rig.Poll(PollsForLong + 1);
        Assert.Equal(0, _rig.Alarms.Count);
    }

    [Fact]
    public void Load_in_between_begins_the_minimum_time_of_a_spread_anew()
    {
        _battery.Say(cellMv: [3300, 3300, 3500, 3300]);
        _rig.Poll(PollsForLong);
        _battery.Say(currentMa: -10000);
        _rig.Poll();
        _battery.Say(currentMa: 0);
        _rig.Poll(PollsForLong);
        Assert.Equal(0, _rig.Alarms.Count);
    }

    private void Raise(AlarmCase one)
    {
        _battery.Say(one.Kind, one.Bad);
        _rig.Poll(PollsForLong + 1);
        AssertIs(one, one.Bad, one.Limit, Assert.Single(Raised()));
    }

    private IEnumerable<Alarm> Raised() => Enumerable.Range(0, _rig.Alarms.Count).Select(i => _rig.Alarms[i]);

    private IEnumerable<AlarmSeverity> Severities() => Raised().Select(alarm => alarm.Severity);

    private static void AssertIs(AlarmCase one, int value, int limit, Alarm alarm) =>
        Assert.Equal(
            (one.Kind, one.Severity, value, limit, one.Cell),
            (alarm.Kind, alarm.Severity, alarm.Value, alarm.Limit, alarm.Cell));
}
