using ValenceNano.Display;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Display;

public class PageTurnerTests
{
    private const int Minute = 60_000;

    [Fact]
    public void Pages_turn_by_themselves_every_5_s_in_their_order()
    {
        Rig rig = Running(batteries: 2);
        rig.RunFor(45_000);

        Assert.Equal(
            ["Bank", "Battery1", "Cells1", "Battery2", "Cells2", "Bus", "Bank", "Battery1", "Cells1", "Battery2"],
            rig.ShownPages.Skip(1));
        long[] times = [.. rig.Shown.Skip(1).Select(shown => shown.Ms)];
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.Equal(5000, pair.Second - pair.First));
    }

    [Fact]
    public void A_page_that_the_user_turned_to_stays_for_30_s()
    {
        Rig rig = Running(batteries: 1);
        rig.Press(ButtonEvent.Short);
        long pressedMs = rig.NowMs;
        Assert.Equal(PageKind.Battery, rig.Turner.Page);
        rig.RunFor(40_000);

        Assert.Equal(["Battery1", "Cells1", "Bus", "Bank"], rig.ShownPages.Skip(2));
        Assert.Equal(
            [pressedMs, pressedMs + 30_000, pressedMs + 35_000, pressedMs + 40_000],
            rig.Shown.Skip(2).Select(shown => shown.Ms));
    }

    [Fact]
    public void Each_short_press_turns_one_page_and_the_last_is_followed_by_the_first()
    {
        Rig rig = Running(batteries: 1);
        for (int i = 0; i < 4; i++)
        {
            rig.Press(ButtonEvent.Short);
        }

        Assert.Equal(["Bank", "Battery1", "Cells1", "Bus", "Bank"], rig.ShownPages.Skip(1));
    }

    [Fact]
    public void No_press_is_nothing()
    {
        Rig rig = Running(batteries: 1);
        rig.RunUntil(10 * Minute + 1000);
        Assert.True(rig.Turner.IsDim);

        rig.Press(ButtonEvent.None);

        Assert.True(rig.RunFor(2000).Turner.IsDim);
    }

    [Fact]
    public void The_bank_comes_by_itself_when_the_first_battery_is_live()
    {
        var rig = new Rig();
        rig.RunUntil(7000);
        Assert.Equal(["Searching", "Bus"], rig.ShownPages);

        rig.With(batteries: 1).RunFor(4000);

        Assert.Equal(PageKind.Bank, rig.Shown[2].Page);
        Assert.Equal(1, rig.Instrument.Bank.LiveCount);
    }

    [Fact]
    public void A_battery_that_is_known_but_never_had_values_is_still_searched_for()
    {
        Rig rig = new Rig().With(batteries: 1);
        while (rig.Batteries.Count == 0)
        {
            Assert.True(rig.RunFor(1).NowMs < 5000, "It is not found.");
        }

        rig.RunFor(40).Virtual[0].IsPlugged = false;
        RunTo(PageKind.Alarm, rig);
        rig.Press(ButtonEvent.Short);

        Assert.Equal(1, rig.Batteries.Count);
        Assert.Equal(PageKind.Searching, rig.Turner.Page);
        Assert.DoesNotContain("Asleep", rig.ShownPages);
    }

    [Fact]
    public void Asleep_comes_by_itself_when_none_is_live_any_more_and_the_bank_when_one_is_again()
    {
        Rig rig = Running(batteries: 2, currentMa: 150);
        rig.RunFor(7000);
        rig.SetCurrents(0);
        RunTo(PageKind.Asleep, rig);
        Assert.Equal(0, rig.Instrument.Bank.LiveCount);
        Assert.Equal(PageKind.Asleep, rig.RunFor(4900).Turner.Page);
        Assert.Equal(PageKind.Battery, rig.RunFor(200).Turner.Page);

        rig.Virtual[1].Model.CurrentMa = 150;
        RunTo(PageKind.Bank, rig);

        Assert.Equal(1, rig.Instrument.Bank.LiveCount);
    }

    [Fact]
    public void They_do_not_take_a_page_away_that_the_user_turned_to()
    {
        Rig rig = Running(batteries: 1, currentMa: 150);
        rig.SetCurrents(0);
        rig.RunFor(24_000);
        rig.PressUntil(PageKind.Bus);

        long pressedMs = rig.NowMs;
        RunTo(PageKind.Asleep, rig);

        Assert.Equal(pressedMs + 30_000, rig.NowMs);
    }

    [Fact]
    public void An_alarm_stands_before_all_pages_until_the_button_acknowledges_it()
    {
        Rig rig = Running(batteries: 2);
        EmptyCell(rig, battery: 1);
        Assert.Equal(PageKind.Alarm, rig.Turner.Page);
        Assert.Equal(-1, rig.Turner.BatteryIndex);
        Assert.Equal(PageKind.Alarm, rig.RunFor(2 * Minute).Turner.Page);

        rig.Press(ButtonEvent.Short);
        Assert.Equal(PageKind.Bank, rig.Turner.Page);
        Assert.Null(rig.Instrument.Alarms.WorstUnseen);

        rig.RunFor(5000);
        Assert.Equal(PageKind.Alarm, rig.Turner.Page);
        rig.RunFor(5000);
        Assert.Equal(PageKind.Battery, rig.Turner.Page);
    }

    [Fact]
    public void An_acknowledged_alarm_comes_back_when_it_gets_worse()
    {
        Rig rig = Running(batteries: 1);
        EmptyCell(rig, battery: 0);
        rig.Press(ButtonEvent.Short);
        rig.RunFor(7000);
        rig.Virtual[0].Model.SetCellOffset(2, -1000);
        Assert.NotEqual(PageKind.Alarm, rig.RunFor(6500).Turner.Page);

        rig.Virtual[0].Model.SetCellOffset(2, -1100);
        RunTo(PageKind.Alarm, rig);

        Assert.NotNull(rig.Instrument.Alarms.WorstUnseen);
        Assert.Equal(PageKind.Alarm, rig.RunFor(Minute).Turner.Page);
    }

    [Fact]
    public void An_alarm_that_ends_gives_the_page_back()
    {
        Rig rig = Running(batteries: 1);
        EmptyCell(rig, battery: 0);
        rig.Virtual[0].Model.SetCellOffset(2, 0);
        rig.RunFor(9000);

        Assert.Equal(0, rig.Instrument.Alarms.Count);
        Assert.NotEqual(PageKind.Alarm, rig.Turner.Page);
    }

    [Fact]
    public void An_alarm_wakes_a_dark_panel_and_is_never_dark_itself()
    {
        Rig rig = Running(batteries: 1, blankAfterMinutes: 15);
        rig.RunUntil(16 * Minute);
        Assert.True(rig.Turner.IsBlank);

        EmptyCell(rig, battery: 0);
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
    public void An_alarm_is_bright_on_a_panel_that_the_user_dimmed()
    {
        Rig rig = Running(batteries: 1);
        rig.Press(ButtonEvent.Double);
        Assert.True(rig.Turner.IsDim);

        EmptyCell(rig, battery: 0);
        Assert.False(rig.Turner.IsDim);

        rig.Press(ButtonEvent.Short);
        Assert.True(rig.Turner.IsDim);
    }

    [Fact]
    public void A_warning_joins_the_order_behind_the_bank_and_a_press_turns_it_over()
    {
        Rig rig = Running(batteries: 1);
        rig.Virtual[0].Model.SetCellOffset(2, -150);
        rig.RunFor(30_000);
        Assert.Equal(AlarmSeverity.Warning, rig.Instrument.Alarms.Worst.Severity);
        Assert.Equal(["Battery1", "Cells1", "Bus", "Bank", "Alarm", "Battery1"], rig.ShownPages.TakeLast(6));

        for (int i = 0; i < 5; i++)
        {
            rig.Press(ButtonEvent.Short);
        }

        Assert.Equal(["Cells1", "Bus", "Bank", "Alarm", "Battery1"], rig.ShownPages.TakeLast(5));
        Assert.NotNull(rig.Instrument.Alarms.WorstUnseen);
    }

    [Fact]
    public void A_warning_that_comes_or_goes_does_not_turn_the_page_of_a_battery()
    {
        Rig rig = Running(batteries: 2);
        rig.Press(ButtonEvent.Short);
        rig.Press(ButtonEvent.Short);
        rig.Virtual[0].Model.SetCellOffset(2, -150);
        rig.RunFor(9000);
        Assert.Equal(1, rig.Instrument.Alarms.Count);
        Assert.Equal((PageKind.Cells, 0), (rig.Turner.Page, rig.Turner.BatteryIndex));

        rig.Virtual[0].Model.SetCellOffset(2, 0);
        rig.RunFor(9000);
        Assert.Equal(0, rig.Instrument.Alarms.Count);
        Assert.Equal((PageKind.Cells, 0), (rig.Turner.Page, rig.Turner.BatteryIndex));
    }

    [Fact]
    public void Alarms_that_end_while_their_page_is_shown_make_room_for_the_next()
    {
        Rig rig = Running(batteries: 1);
        rig.Virtual[0].Model.SetCellOffset(2, -150);
        rig.RunFor(9000);
        rig.PressUntil(PageKind.Alarm);

        rig.Virtual[0].Model.SetCellOffset(2, 0);
        rig.RunFor(9000);

        Assert.Equal(PageKind.Battery, rig.Turner.Page);
    }

    [Fact]
    public void A_battery_that_is_forgotten_while_its_page_is_shown_takes_the_page_with_it()
    {
        Rig rig = Running(batteries: 2, currentMa: -5000);
        rig.Virtual[1].IsPlugged = false;
        RunTo(PageKind.Alarm, rig);
        rig.Press(ButtonEvent.Short);
        rig.PressUntil(PageKind.Battery, batteryIndex: 1);

        rig.Instrument.Bus.SearchAgain();
        rig.RunFor(1000);

        Assert.Equal(1, rig.Batteries.Count);
        Assert.Equal(-1, rig.Turner.BatteryIndex);
    }

    [Fact]
    public void A_battery_that_is_forgotten_before_the_bank_looks_again_is_not_drawn()
    {
        Rig rig = Running(batteries: 2);
        rig.PressUntil(PageKind.Cells, batteryIndex: 1);
        rig.Batteries.RemoveAt(1);

        rig.Press(ButtonEvent.Double);

        Assert.Equal(2, rig.Instrument.Bank.BatteryCount);
        Assert.Equal(-1, rig.Turner.BatteryIndex);
    }

    [Fact]
    public void A_long_press_searches_again_and_shows_the_first_page()
    {
        Rig rig = Running(batteries: 1);
        rig.RunFor(7500);
        Assert.False(rig.Instrument.Bus.IsDiscovering);

        rig.Press(ButtonEvent.Long);
        rig.RunFor(20);

        Assert.Equal(PageKind.Bank, rig.Turner.Page);
        Assert.True(rig.Instrument.Bus.IsDiscovering);
        Assert.Equal(PageKind.Battery, rig.RunFor(5000).Turner.Page);
    }

    [Fact]
    public void A_double_press_dims_and_the_next_makes_bright()
    {
        Rig rig = Running(batteries: 1);
        rig.Press(ButtonEvent.Double);
        Assert.Equal(PageKind.Bank, rig.Turner.Page);
        Assert.True(rig.Turner.IsDim);

        rig.Press(ButtonEvent.Short);
        Assert.True(rig.Turner.IsDim);

        rig.Press(ButtonEvent.Double);
        Assert.False(rig.Turner.IsDim);
    }

    [Fact]
    public void After_10_min_without_a_press_or_a_change_the_panel_is_dimmed()
    {
        Rig rig = Running(batteries: 1);
        long liveMs = rig.Shown[1].Ms;
        Assert.False(rig.RunUntil(liveMs + 10 * Minute - 1).Turner.IsDim);
        Assert.True(rig.RunFor(1000).Turner.IsDim);

        rig.Press(ButtonEvent.Double);
        Assert.False(rig.Turner.IsDim);
        Assert.False(rig.RunFor(10 * Minute - 1).Turner.IsDim);
        Assert.True(rig.RunFor(1000).Turner.IsDim);

        rig.With(batteries: 1).RunFor(40_000);
        Assert.Equal(2, rig.Instrument.Bank.LiveCount);
        Assert.False(rig.Turner.IsDim);
    }

    [Fact]
    public void After_the_set_time_the_panel_is_dark_and_the_first_press_only_wakes_it()
    {
        Rig rig = Running(batteries: 1, blankAfterMinutes: 3);
        long liveMs = rig.Shown[1].Ms;
        Assert.False(rig.RunUntil(liveMs + 3 * Minute - 1).Turner.IsBlank);
        Assert.True(rig.RunFor(1000).Turner.IsBlank);

        rig.RunFor(7000);
        rig.Press(ButtonEvent.Short);
        Assert.False(rig.Turner.IsBlank);
        Assert.Equal(PageKind.Bank, rig.Turner.Page);

        rig.Press(ButtonEvent.Short);
        Assert.Equal(PageKind.Battery, rig.Turner.Page);
    }

    [Theory]
    [InlineData(ButtonEvent.Double)]
    [InlineData(ButtonEvent.Long)]
    public void Any_use_of_the_button_only_wakes_a_dark_panel(ButtonEvent press)
    {
        Rig rig = Running(batteries: 1, blankAfterMinutes: 1);
        rig.RunUntil(2 * Minute);
        int rounds = rig.Instrument.Bus.Counters.Rounds;
        rig.Press(press);
        rig.RunFor(500);

        Assert.False(rig.Turner.IsBlank);
        Assert.False(rig.Turner.IsDim);
        Assert.Equal(rounds, rig.Instrument.Bus.Counters.Rounds);
    }

    [Fact]
    public void A_blank_time_of_0_is_never()
    {
        Rig rig = Running(batteries: 1);

        Assert.False(rig.RunUntil(70 * Minute).Turner.IsBlank);
    }

    [Fact]
    public void The_picture_moves_by_a_pixel_each_minute_and_comes_back()
    {
        Rig rig = Running(batteries: 1);
        var places = new List<(int, int)>();
        for (int minute = 0; minute < 7; minute++)
        {
            rig.RunUntil(minute * Minute + 30_000);
            places.Add((rig.Turner.Origin, rig.Turner.StartLine));
        }

        Assert.Equal([(0, 0), (1, 0), (2, 0), (2, 63), (1, 63), (0, 63), (0, 0)], places);
    }

    [Fact]
    public void The_beat_changes_each_second()
    {
        Rig rig = Running(batteries: 1);
        rig.RunUntil(20_000);
        for (int second = 0; second < 20; second++)
        {
            bool beat = rig.Turner.Beat;
            Assert.Equal(beat, rig.RunFor(999).Turner.Beat);
            Assert.NotEqual(beat, rig.RunFor(1).Turner.Beat);
        }
    }

    // At the moment when the bank is shown for the first time.
    private static Rig Running(int batteries, int currentMa = -1000, int blankAfterMinutes = 0)
    {
        Rig rig = new Rig(settings => settings.BlankAfterMinutes = blankAfterMinutes).With(batteries, currentMa: currentMa);
        RunTo(PageKind.Bank, rig);
        return rig;
    }

    private static void RunTo(PageKind page, Rig rig)
    {
        long latestMs = rig.NowMs + Minute;
        while (rig.Turner.Page != page)
        {
            Assert.True(rig.NowMs < latestMs, $"{page} did not come.");
            rig.RunFor(1);
        }
    }

    private static void EmptyCell(Rig rig, int battery)
    {
        rig.Virtual[battery].Model.SetCellOffset(2, -950);
        RunTo(PageKind.Alarm, rig);
    }
}
