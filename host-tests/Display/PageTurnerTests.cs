using ValenceNano.Model;
using ValenceNano.Display;

namespace ValenceNano.HostTests.Display;

public class PageTurnerTests
{
    [Fact]
    public void Pages_turn_by_themselves_every_5_s_in_their_order()
    {
        Rig rig = Rig.Running(batteries: 2, rest: RestPage.Round);
        rig.RunFor(60_000);

        Assert.Equal(
            [
                "Bank", "Energy", "Graph", "Battery1", "Cells1", "Health1", "Battery2", "Cells2", "Health2", "Bus",
                "Bank", "Energy", "Graph",
            ],
            rig.ShownPages.Skip(1));
        long[] times = [.. rig.Shown.Skip(1).Select(shown => shown.Ms)];
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.Equal(5000, pair.Second - pair.First));
    }

    [Fact]
    public void Page_that_the_user_turned_to_stays_for_30_s()
    {
        Rig rig = Rig.Running(batteries: 1, rest: RestPage.Round);
        rig.Press(ButtonEvent.Short);
        long pressedMs = rig.NowMs;
        Assert.Equal(PageKind.Energy, rig.Turner.Page);
        rig.RunFor(40_000);

        Assert.Equal(["Energy", "Graph", "Battery1", "Cells1"], rig.ShownPages.Skip(2));
        Assert.Equal(
            [pressedMs, pressedMs + 30_000, pressedMs + 35_000, pressedMs + 40_000],
            rig.Shown.Skip(2).Select(shown => shown.Ms));
    }

    [Fact]
    public void Each_short_press_turns_one_page_and_the_last_is_followed_by_the_first()
    {
        Rig rig = Rig.Running(batteries: 1);
        for (int i = 0; i < 7; i++)
        {
            rig.Press(ButtonEvent.Short);
        }

        Assert.Equal(["Bank", "Energy", "Graph", "Battery1", "Cells1", "Health1", "Bus", "Bank"], rig.ShownPages.Skip(1));
    }

    [Fact]
    public void Bank_comes_by_itself_when_the_first_battery_is_live()
    {
        var rig = new Rig(settings => settings.Set(SettingId.RestPage, (int)RestPage.Round));
        rig.RunUntil(7000);
        Assert.Equal(["Searching", "Bus"], rig.ShownPages);

        rig.With(batteries: 1).RunFor(4000);

        Assert.Equal(PageKind.Bank, rig.Shown[2].Page);
        Assert.Equal(1, rig.Monitor.Bank.LiveCount);
    }

    [Fact]
    public void Battery_that_is_known_but_never_had_values_is_still_searched_for()
    {
        Rig rig = new Rig().With(batteries: 1);
        while (rig.Batteries.Count == 0)
        {
            Assert.True(rig.RunFor(1).NowMs < 5000, "It is not found.");
        }

        rig.RunFor(40).Virtual[0].IsPlugged = false;
        rig.RunFor(1500);

        Assert.Equal(1, rig.Batteries.Count);
        Assert.Equal(PageKind.Searching, rig.Turner.Page);
        Assert.DoesNotContain("Asleep", rig.ShownPages);
    }

    [Fact]
    public void Asleep_comes_by_itself_when_none_is_live_any_more_and_the_bank_when_one_is_again()
    {
        Rig rig = Rig.Running(batteries: 2, currentMa: 150, rest: RestPage.Round);
        rig.RunFor(7000);
        rig.SetCurrents(0);
        rig.RunTo(PageKind.Asleep);
        Assert.Equal(0, rig.Monitor.Bank.LiveCount);
        Assert.Equal(PageKind.Asleep, rig.RunFor(4900).Turner.Page);
        Assert.Equal(PageKind.Energy, rig.RunFor(200).Turner.Page);

        rig.Virtual[1].Model.CurrentMa = 150;
        rig.RunTo(PageKind.Bank);

        Assert.Equal(1, rig.Monitor.Bank.LiveCount);
    }

    [Fact]
    public void Panel_rests_on_the_bank_if_nothing_else_is_set_and_comes_back_to_it()
    {
        Rig rig = Rig.Running(batteries: 2);
        rig.RunFor(60_000);
        Assert.Equal("Bank", rig.ShownPages.Last());

        rig.Press(ButtonEvent.Short);
        Assert.Equal(PageKind.Energy, rig.RunFor(PageTurner.StayMs - 1000).Turner.Page);
        Assert.Equal(PageKind.Bank, rig.RunFor(2000).Turner.Page);
    }

    [Fact]
    public void Changes_do_not_take_a_page_away_that_the_user_turned_to()
    {
        Rig rig = Rig.Running(batteries: 1, currentMa: 150);
        rig.SetCurrents(0);
        rig.RunFor(24_000);
        rig.PressUntil(PageKind.Bus);

        long pressedMs = rig.NowMs;
        rig.RunTo(PageKind.Asleep);

        Assert.Equal(pressedMs + 30_000, rig.NowMs);
    }

    [Fact]
    public void Battery_that_is_forgotten_while_its_page_is_shown_takes_the_page_with_it()
    {
        Rig rig = Rig.Running(batteries: 2, currentMa: -5000);
        rig.Virtual[1].IsPlugged = false;
        rig.RunTo(PageKind.Alarm);
        rig.RunFor(PageTurner.MinSeenMs);
        rig.Press(ButtonEvent.Short);
        rig.PressUntil(PageKind.Battery, batteryIndex: 1);

        rig.Monitor.Bus.SearchAgain();
        rig.RunFor(1000);

        Assert.Equal(1, rig.Batteries.Count);
        Assert.Equal(-1, rig.Turner.BatteryIndex);
    }

    [Fact]
    public void Battery_that_is_forgotten_before_the_bank_looks_again_is_not_drawn()
    {
        Rig rig = Rig.Running(batteries: 2);
        rig.PressUntil(PageKind.Cells, batteryIndex: 1);
        rig.Batteries.Remove(rig.Batteries[1]);

        rig.Press(ButtonEvent.Double);

        Assert.Equal(2, rig.Monitor.Bank.BatteryCount);
        Assert.Equal(-1, rig.Turner.BatteryIndex);
    }

    [Fact]
    public void Long_press_searches_again_and_shows_the_first_page()
    {
        Rig rig = Rig.Running(batteries: 1, rest: RestPage.Round);
        rig.RunFor(7500);
        int rounds = rig.Monitor.Bus.Counters.Rounds;

        rig.Press(ButtonEvent.Long);
        rig.RunFor(200);

        Assert.Equal(PageKind.Bank, rig.Turner.Page);
        Assert.Equal(rounds + 1, rig.Monitor.Bus.Counters.Rounds);
        Assert.Equal(PageKind.Energy, rig.RunFor(5000).Turner.Page);
    }
}
