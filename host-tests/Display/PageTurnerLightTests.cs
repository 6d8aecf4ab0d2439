using ValenceNano.Model;
using ValenceNano.Display;

namespace ValenceNano.HostTests.Display;

public class PageTurnerLightTests
{
    private const int Minute = 60_000;

    [Fact]
    public void No_press_is_nothing()
    {
        Rig rig = Rig.Running(batteries: 1);
        rig.RunUntil(10 * Minute + 1000);
        Assert.True(rig.Turner.IsDim);

        rig.Press(ButtonEvent.None);

        Assert.True(rig.RunFor(2000).Turner.IsDim);
    }

    [Fact]
    public void Double_press_dims_and_the_next_makes_bright()
    {
        Rig rig = Rig.Running(batteries: 1);
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
        Rig rig = Rig.Running(batteries: 1);
        long liveMs = rig.Shown[1].Ms;
        Assert.False(rig.RunUntil(liveMs + 10 * Minute - 1).Turner.IsDim);
        Assert.True(rig.RunFor(1000).Turner.IsDim);

        rig.Press(ButtonEvent.Double);
        Assert.False(rig.Turner.IsDim);
        Assert.False(rig.RunFor(10 * Minute - 1).Turner.IsDim);
        Assert.True(rig.RunFor(1000).Turner.IsDim);

        rig.With(batteries: 1).RunFor(40_000);
        Assert.Equal(2, rig.Monitor.Bank.LiveCount);
        Assert.False(rig.Turner.IsDim);
    }

    [Fact]
    public void After_the_set_time_the_panel_is_dark_and_the_first_press_only_wakes_it()
    {
        Rig rig = Rig.Running(batteries: 1, blankAfterMinutes: 3);
        long liveMs = rig.Shown[1].Ms;
        Assert.False(rig.RunUntil(liveMs + 3 * Minute - 1).Turner.IsBlank);
        Assert.True(rig.RunFor(1000).Turner.IsBlank);

        rig.RunFor(7000);
        rig.Press(ButtonEvent.Short);
        Assert.False(rig.Turner.IsBlank);
        Assert.Equal(PageKind.Bank, rig.Turner.Page);

        rig.Press(ButtonEvent.Short);
        Assert.Equal(PageKind.Energy, rig.Turner.Page);
    }

    [Theory]
    [InlineData(ButtonEvent.Double)]
    [InlineData(ButtonEvent.Long)]
    public void Any_use_of_the_button_only_wakes_a_dark_panel(ButtonEvent press)
    {
        Rig rig = Rig.Running(batteries: 1, blankAfterMinutes: 1);
        rig.RunUntil(2 * Minute);
        int rounds = rig.Monitor.Bus.Counters.Rounds;
        rig.Press(press);
        rig.RunFor(500);

        Assert.False(rig.Turner.IsBlank);
        Assert.False(rig.Turner.IsDim);
        Assert.Equal(rounds, rig.Monitor.Bus.Counters.Rounds);
    }

    [Fact]
    public void Blank_time_of_0_is_never()
    {
        Rig rig = Rig.Running(batteries: 1);

        Assert.False(rig.RunUntil(70 * Minute).Turner.IsBlank);
    }

    [Fact]
    public void Picture_moves_by_a_pixel_each_minute_and_comes_back()
    {
        Rig rig = Rig.Running(batteries: 1);
        var places = new List<(int, int)>();
        for (int minute = 0; minute < 7; minute++)
        {
            rig.RunUntil(minute * Minute + 30_000);
            places.Add((rig.Turner.Origin, rig.Turner.StartLine));
        }

        Assert.Equal([(0, 0), (1, 0), (2, 0), (2, 63), (1, 63), (0, 63), (0, 0)], places);
    }

    [Fact]
    public void Beat_changes_each_second()
    {
        Rig rig = Rig.Running(batteries: 1);
        rig.RunUntil(20_000);
        for (int second = 0; second < 20; second++)
        {
            bool beat = rig.Turner.Beat;
            Assert.Equal(beat, rig.RunFor(999).Turner.Beat);
            Assert.NotEqual(beat, rig.RunFor(1).Turner.Beat);
        }
    }
}
