using ValenceNano.Desktop;
using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Model.Alarms;

public class AlarmPresenceTests
{
    private readonly BankRig _rig = new();

    [Fact]
    public void Battery_that_falls_silent_under_load_is_lost_and_its_values_raise_nothing_any_more()
    {
        RigBattery battery = _rig.Add("A").Say(currentMa: -10000, cellC: [65, 20, 20, 20]);
        _rig.Add("B");
        _rig.Poll(2);
        Assert.Equal([AlarmKind.CellHot], _rig.Kinds);

        battery.Answers = false;
        _rig.Poll(Battery.MaxMissedPolls - 1);
        Assert.Equal([AlarmKind.CellHot], _rig.Kinds);
        _rig.Poll();
        Assert.Equal([AlarmKind.BatteryLost], _rig.Kinds);
        Assert.Equal([AlarmKind.CellHot], _rig.Over);
        Assert.Equal((AlarmSeverity.Alarm, 1), (_rig.Alarms[0].Severity, _rig.Alarms[0].Battery.Number));
    }

    [Fact]
    public void Battery_that_falls_asleep_is_no_alarm()
    {
        RigBattery battery = _rig.Add("A").Say(currentMa: 0, cellC: [65, 20, 20, 20]);
        _rig.Poll(2);
        battery.Answers = false;
        _rig.Poll(Battery.MaxMissedPolls);
        Assert.Equal(BatteryState.Asleep, _rig.Batteries[0].State);
        Assert.Empty(_rig.Kinds);
    }

    [Fact]
    public void Lost_battery_that_answers_again_ends_the_alarm_and_its_values_are_judged_anew()
    {
        RigBattery battery = _rig.Add("A").Say(currentMa: -10000, cellC: [65, 20, 20, 20]);
        _rig.Poll(2);
        battery.Answers = false;
        _rig.Poll(Battery.MaxMissedPolls);

        battery.Answers = true;
        _rig.Poll();
        Assert.Empty(_rig.Kinds);
        _rig.Poll();
        Assert.Equal([AlarmKind.CellHot], _rig.Kinds);
        Assert.Equal([AlarmKind.BatteryLost], _rig.Over);
    }

    [Fact]
    public void Lost_battery_that_was_acknowledged_is_nothing_new_however_long_it_stays_lost()
    {
        RigBattery battery = _rig.Add("A").Say(currentMa: -10000);
        _rig.Poll();
        battery.Answers = false;
        _rig.Poll(Battery.MaxMissedPolls);
        Assert.Equal([AlarmKind.BatteryLost], _rig.Kinds);
        _rig.Alarms.Acknowledge();

        _rig.Poll(20);

        Assert.Equal([AlarmKind.BatteryLost], _rig.Kinds);
        Assert.Null(_rig.Alarms.WorstUnseen);
        Assert.Equal(1, _rig.Alarms.News);
    }

    [Fact]
    public void Take_over_wipes_no_alarm_that_nobody_has_seen()
    {
        Battery nameless = _rig.Batteries.AddBusId(7);
        TakeLowCell(nameless, _rig.NowMs);
        _rig.Alarms.Update(_rig.NowMs);
        TakeLowCell(nameless, _rig.NowMs + BankRig.PollMs);
        _rig.Alarms.Update(_rig.NowMs + BankRig.PollMs);
        Assert.Equal([AlarmKind.CellLow], _rig.Kinds);

        _rig.Batteries.TakeOver();
        Assert.Equal(0, _rig.Batteries.Count);
        _rig.Alarms.Update(_rig.NowMs + BankRig.PollMs + 7);

        Alarm alarm = Assert.Single(_rig.Listed);
        Assert.Same(alarm, _rig.Alarms.WorstUnseen);
        Assert.Equal((true, _rig.NowMs + BankRig.PollMs + 7), (alarm.IsOver, alarm.OverSinceMs));
        Assert.Equal("B? 2.00 V < 2.50 V, over", Words(alarm));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2500)]
    public void Battery_that_is_forgotten_and_found_between_two_updates_takes_its_alarms_back_once(int alarmAfterMs)
    {
        var rig = new BankRig(set: settings => settings.Set(SettingId.AlarmAfter, alarmAfterMs));
        RigBattery battery = rig.Add("A").Say(currentMa: -10000, cellC: [65, 20, 20, 20]);
        rig.Poll(3);
        battery.Answers = false;
        rig.Poll(4);
        rig.Batteries.ForgetLost();
        rig.Add("A").Say(currentMa: -10000, cellC: [65, 20, 20, 20]);
        rig.Poll(4);
        Assert.Equal([AlarmKind.CellHot], rig.Kinds);
        Assert.Equal([AlarmKind.BatteryLost], rig.Over);

        rig.Alarms.Acknowledge();
        Assert.Equal([AlarmKind.CellHot], rig.Listed.Select(alarm => alarm.Kind));
    }

    [Fact]
    public void Battery_whose_master_has_left_is_lost_as_well_when_even_the_slowest_would_have_asked()
    {
        _rig.Add("A").Say(currentMa: -10000);
        _rig.Poll();
        _rig.Pass(62_000);
        Assert.Equal(BatteryState.Lost, _rig.Batteries[0].State);
        Assert.Empty(_rig.Kinds);

        _rig.Pass(8000);
        Assert.Equal([AlarmKind.BatteryLost], _rig.Kinds);
    }

    [Fact]
    public void Battery_that_never_answers_is_lost_after_three_polls_and_not_when_it_is_found()
    {
        _rig.Add("A").Answers = false;
        _rig.Pass(1000);
        _rig.Poll(Battery.MaxMissedPolls - 1);
        Assert.Equal(0, _rig.Alarms.Count);
        _rig.Poll();
        Assert.Equal([AlarmKind.BatteryLost], _rig.Kinds);
    }

    [Fact]
    public void Two_replies_in_a_row_that_contradict_themselves_are_told_and_six_good_ones_end_it()
    {
        RigBattery battery = _rig.Add("A");
        _rig.Poll();
        battery.Contradicts = true;
        _rig.Poll();
        Assert.Equal(0, _rig.Alarms.Count);
        _rig.Poll();
        Assert.Equal([AlarmKind.RepliesInconsistent], _rig.Kinds);
        Assert.Equal(AlarmSeverity.Warning, _rig.Alarms[0].Severity);

        _rig.Poll(20);
        battery.Contradicts = false;
        _rig.Poll(5);
        Assert.Equal([AlarmKind.RepliesInconsistent], _rig.Kinds);
        _rig.Poll();
        Assert.Equal(0, _rig.Alarms.Count);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Every_second_reply_that_contradicts_itself_is_told_and_every_third_is_not(int every, bool isTold)
    {
        RigBattery battery = _rig.Add("A");
        for (int i = 0; i < 30; i++)
        {
            battery.Contradicts = i % every == 0;
            _rig.Poll();
        }

        Assert.Equal(isTold, _rig.Kinds.Contains(AlarmKind.RepliesInconsistent));
    }

    [Fact]
    public void Battery_of_another_layout_is_told_but_its_values_are_judged()
    {
        RigBattery battery = _rig.Add("A").Say(cellC: [65, 20, 20, 20]);
        battery.Contradicts = true;
        _rig.Poll(5);
        Assert.Equal([AlarmKind.CellHot, AlarmKind.RepliesInconsistent], _rig.Kinds);
    }

    [Fact]
    public void Battery_that_was_forgotten_leaves_what_nobody_has_seen_and_gives_it_to_no_other()
    {
        var bus = new VirtualBus(seed: 1);
        VirtualBattery first = bus.Add("CBB112810069", currentMa: -10000);
        bus.Add("CBB112810318", currentMa: -10000);
        BatteryList batteries = bus.Monitor.Batteries;
        var alarms = new AlarmList(batteries, new Settings());
        first.Model.AmbientC = 70;
        Run(bus, alarms, 20_000);
        Assert.Equal((AlarmKind.CellHot, 1), (alarms[0].Kind, alarms[0].Battery.Number));

        first.IsPlugged = false;
        Run(bus, alarms, 40_000);
        Assert.Equal((AlarmKind.BatteryLost, 1), (alarms[0].Kind, alarms[0].Battery.Number));

        bus.Monitor.SearchAgain();
        Run(bus, alarms, 50_000);
        Assert.Equal((1, 2), (batteries.Count, alarms.Count));
        Assert.Equal((true, true), (alarms[0].IsOver, alarms[1].IsOver));

        // The next battery gets the object of the forgotten one.
        bus.Add("CBB112810400", currentMa: -10000);
        Run(bus, alarms, 90_000);
        Assert.Equal((2, 2, 2), (batteries.Count, batteries.CountLive(), alarms.Count));
        Assert.Equal((null, "CBB112810069 lost, over"), (alarms[1].Battery, Words(alarms[1])));

        first.IsPlugged = true;
        Run(bus, alarms, 130_000);
        Assert.Equal("B1 lost, over", Words(alarms[1]));

        alarms.Acknowledge();
        Assert.DoesNotContain(Enumerable.Range(0, alarms.Count), i => alarms[i].IsOver);
    }

    private static void TakeLowCell(Battery battery, long nowMs)
    {
        var reply = new Telemetry { CellMinMv = 2000, CellMaxMv = 3300, VoltageMv = 12000, SocPermille = 500, CurrentMa = -10000 };
        Assert.True(battery.Take(ref reply, nowMs));
    }

    private static string Words(Alarm alarm) => LineText.Of(AlarmText.Add(new TextLine(), alarm));

    private static void Run(VirtualBus bus, AlarmList alarms, long untilMs)
    {
        while (bus.Clock.NowMs < untilMs)
        {
            bus.RunUntil(bus.Clock.NowMs + 500);
            alarms.Update(bus.Clock.NowMs);
        }
    }
}
