using ValenceNano.Model;
using ValenceNano.Display;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Display;

public class PageTurnerAlarmTests
{
    private const int Minute = 60_000;

    [Fact]
    public void Alarm_stands_before_all_pages_until_the_button_acknowledges_it()
    {
        Rig rig = Rig.Running(batteries: 2, rest: RestPage.Round);
        rig.EmptyCell(battery: 1);
        Assert.Equal(PageKind.Alarm, rig.Turner.Page);
        Assert.Equal(-1, rig.Turner.BatteryIndex);
        Assert.Equal(PageKind.Alarm, rig.RunFor(2 * Minute).Turner.Page);

        rig.Press(ButtonEvent.Short);
        Assert.Equal(PageKind.Bank, rig.Turner.Page);
        Assert.Null(rig.Monitor.Alarms.WorstUnseen);

        rig.RunFor(5000);
        Assert.Equal(PageKind.Alarm, rig.Turner.Page);
        rig.RunFor(5000);
        Assert.Equal(PageKind.Energy, rig.Turner.Page);
    }

    [Fact]
    public void Acknowledged_alarm_comes_back_when_it_gets_worse()
    {
        Rig rig = Rig.Running(batteries: 1);
        rig.EmptyCell(battery: 0);
        rig.Press(ButtonEvent.Short);
        rig.RunFor(7000);
        rig.Virtual[0].Model.SetCellOffset(2, -1000);
        Assert.NotEqual(PageKind.Alarm, rig.RunFor(6500).Turner.Page);

        rig.Virtual[0].Model.SetCellOffset(2, -1100);
        rig.RunTo(PageKind.Alarm);

        Assert.NotNull(rig.Monitor.Alarms.WorstUnseen);
        Assert.Equal(PageKind.Alarm, rig.RunFor(Minute).Turner.Page);
    }

    [Fact]
    public void Alarm_that_has_ended_stays_until_the_button_acknowledges_it()
    {
        Rig rig = Rig.Running(batteries: 1);
        rig.EmptyCell(battery: 0);
        rig.Virtual[0].Model.SetCellOffset(2, 0);
        rig.RunFor(9000);
        Assert.True(rig.Monitor.Alarms[0].IsOver);
        Assert.Equal(PageKind.Alarm, rig.RunFor(10 * Minute).Turner.Page);

        rig.Press(ButtonEvent.Short);
        Assert.Equal(0, rig.Monitor.Alarms.Count);
        Assert.NotEqual(PageKind.Alarm, rig.Turner.Page);
    }

    [Fact]
    public void Alarm_that_has_eased_to_a_warning_stays_until_the_button_acknowledges_it()
    {
        Rig rig = Rig.Running(batteries: 1);
        rig.EmptyCell(battery: 0);
        rig.Virtual[0].Model.SetCellOffset(2, -600);
        rig.RunFor(9000);
        Assert.Equal(AlarmSeverity.Warning, rig.Monitor.Alarms[0].Severity);
        Assert.Equal(PageKind.Alarm, rig.RunFor(10 * Minute).Turner.Page);

        rig.Press(ButtonEvent.Short);
        Assert.False(rig.Monitor.Alarms[0].IsOver);
        Assert.NotEqual(PageKind.Alarm, rig.Turner.Page);
    }

    [Fact]
    public void Press_leaves_what_is_over_and_was_not_shown()
    {
        Rig rig = Rig.Running(batteries: 6);
        SetCellOffsets(rig, -950);
        rig.RunFor(20_000);
        SetCellOffsets(rig, 0);
        rig.RunFor(20_000);
        Assert.Equal((PageKind.Alarm, 6), (rig.Turner.Page, rig.Monitor.Alarms.Count));

        rig.Press(ButtonEvent.Short);
        Assert.Equal((PageKind.Alarm, 4), (rig.Turner.Page, rig.Monitor.Alarms.Count));
        rig.Press(ButtonEvent.Short);
        rig.Press(ButtonEvent.Short);
        Assert.Equal((PageKind.Bank, 0), (rig.Turner.Page, rig.Monitor.Alarms.Count));
    }

    [Fact]
    public void Press_acknowledges_all_that_is_still_there()
    {
        Rig rig = Rig.Running(batteries: 6);
        SetCellOffsets(rig, -950);
        rig.RunFor(20_000);

        Assert.InRange(rig.Monitor.Alarms.Count, 6, AlarmList.Capacity);

        rig.Press(ButtonEvent.Short);
        Assert.Equal(PageKind.Bank, rig.Turner.Page);
        Assert.Null(rig.Monitor.Alarms.WorstUnseen);
    }

    [Fact]
    public void Press_that_is_told_within_a_second_of_an_alarm_was_not_for_it()
    {
        Rig rig = Rig.Running(batteries: 2);
        rig.Virtual[0].Model.SetCellOffset(2, -950);
        rig.RunTo(PageKind.Alarm);
        rig.RunFor(PageTurner.MinSeenMs - 50);
        rig.Press(ButtonEvent.Short);
        Assert.Equal(PageKind.Alarm, rig.Turner.Page);

        rig.RunFor(100);
        rig.Press(ButtonEvent.Short);
        Assert.Equal(PageKind.Bank, rig.Turner.Page);
    }

    [Fact]
    public void Long_press_searches_and_acknowledges_nothing()
    {
        Rig rig = Rig.Running(batteries: 2);
        rig.EmptyCell(battery: 1);
        rig.Press(ButtonEvent.Long);
        Assert.Equal(PageKind.Alarm, rig.RunFor(Minute).Turner.Page);
    }

    [Fact]
    public void Alarm_wakes_a_dark_panel_and_is_never_dark_itself()
    {
        Rig rig = Rig.Running(batteries: 1, blankAfterMinutes: 15);
        rig.RunUntil(16 * Minute);
        Assert.True(rig.Turner.IsBlank);

        rig.EmptyCell(battery: 0);
        Assert.False(rig.Turner.IsBlank);
        Assert.False(rig.Turner.IsDim);
        Assert.True(rig.Panel.IsLit);

        rig.RunFor(30 * Minute);
        Assert.False(rig.Turner.IsBlank);
        Assert.True(rig.Turner.IsDim);

        rig.Press(ButtonEvent.Short);
        rig.RunFor(15 * Minute);
        Assert.True(rig.Turner.IsBlank);
    }

    [Fact]
    public void Alarm_is_bright_on_a_panel_that_the_user_dimmed()
    {
        Rig rig = Rig.Running(batteries: 1);
        rig.Press(ButtonEvent.Double);
        Assert.True(rig.Turner.IsDim);

        rig.EmptyCell(battery: 0);
        Assert.False(rig.Turner.IsDim);

        rig.Press(ButtonEvent.Short);
        Assert.True(rig.Turner.IsDim);
    }

    [Fact]
    public void Warning_joins_the_order_behind_the_bank_and_a_press_turns_it_over()
    {
        Rig rig = Rig.Running(batteries: 1, rest: RestPage.Round);
        rig.Virtual[0].Model.SetCellOffset(2, -150);
        rig.RunFor(45_000);
        Assert.Equal(AlarmSeverity.Warning, rig.Monitor.Alarms[0].Severity);
        Assert.Equal(["Health1", "Bus", "Bank", "Alarm", "Energy"], rig.ShownPages.TakeLast(5));

        for (int i = 0; i < 8; i++)
        {
            rig.Press(ButtonEvent.Short);
        }

        Assert.Equal(["Graph", "Battery1", "Cells1", "Health1", "Bus", "Bank", "Alarm", "Energy"], rig.ShownPages.TakeLast(8));
        Assert.NotNull(rig.Monitor.Alarms.WorstUnseen);
    }

    [Fact]
    public void Warning_that_comes_or_goes_does_not_turn_the_page_of_a_battery()
    {
        Rig rig = Rig.Running(batteries: 2);
        rig.PressUntil(PageKind.Cells, batteryIndex: 0);
        rig.Virtual[0].Model.SetCellOffset(2, -150);
        rig.RunFor(9000);
        Assert.Equal(1, rig.Monitor.Alarms.Count);
        Assert.Equal((PageKind.Cells, 0), (rig.Turner.Page, rig.Turner.BatteryIndex));

        rig.Virtual[0].Model.SetCellOffset(2, 0);
        rig.RunFor(9000);
        Assert.Equal(0, rig.Monitor.Alarms.Count);
        Assert.Equal((PageKind.Cells, 0), (rig.Turner.Page, rig.Turner.BatteryIndex));
    }

    [Fact]
    public void Alarms_that_end_while_their_page_is_shown_make_room_for_the_next()
    {
        Rig rig = Rig.Running(batteries: 1);
        rig.Virtual[0].Model.SetCellOffset(2, -150);
        rig.RunFor(9000);
        rig.PressUntil(PageKind.Alarm);

        rig.Virtual[0].Model.SetCellOffset(2, 0);
        rig.RunFor(9000);

        Assert.Equal(PageKind.Energy, rig.Turner.Page);
    }

    private static void SetCellOffsets(Rig rig, int mv)
    {
        foreach (VirtualBattery battery in rig.Virtual)
        {
            battery.Model.SetCellOffset(2, mv);
        }
    }
}
