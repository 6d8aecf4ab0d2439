using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

public sealed class SceneTests
{
    private const long MinuteMs = 60_000;
    private const long HourMs = 60 * MinuteMs;

    private readonly VirtualClock _clock = new();
    private readonly VirtualBatteries _batteries;

    public SceneTests() => _batteries = new VirtualBatteries(new VirtualWire(_clock, seed: 1));

    [Fact]
    public void Refrigerator_runs_10_minutes_of_30_through_the_night()
    {
        var scene = new Scene(_batteries, count: 2, seed: 1);
        for (int minute = 0; minute < 12 * 60; minute++)
        {
            MoveTo(scene, minute * MinuteMs);
            int bankMa = _batteries.All.Sum(battery => battery.Model.CurrentMa);
            Assert.InRange(bankMa, minute % 30 < 10 ? -4700 : -450, minute % 30 < 10 ? -4400 : -350);
        }
    }

    [Fact]
    public void Day_of_sun_fills_the_bank_and_every_day_is_like_the_one_before()
    {
        var scene = new Scene(_batteries, count: 2, seed: 1);
        var evenings = new List<int>();
        for (int hour = 0; hour <= 72; hour++)
        {
            MoveTo(scene, hour * HourMs);
            if (hour % 24 == 23)
            {
                evenings.Add(_batteries.All.Min(battery => battery.Model.SocPermille));
            }
        }

        Assert.All(evenings, permille => Assert.InRange(permille, 990, 1000));
    }

    [Fact]
    public void Groups_begin_balanced_at_the_top()
    {
        _ = new Scene(_batteries, count: 3, seed: 1, WeakGroup.Parse("2.3:25"));
        Assert.All(_batteries.All, battery => Assert.Single(battery.Model.Groups.Select(group => group.MissingMah).Distinct()));
    }

    [Fact]
    public void Weak_group_is_in_the_battery_with_that_number_on_the_screen()
    {
        // The third has a serial with a line feed in it, and so comes first.
        var scene = new Scene(_batteries, count: 3, seed: 1, WeakGroup.Parse("1.4:60"));
        Assert.Equal(24_000, _batteries.All[2].Model.Groups[3].CapacityMah);
        Assert.Same(_batteries.All[2], scene.OnScreen(1));
        Assert.Equal(40_000, _batteries.All[0].Model.CapacityMah);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Scene(_batteries, count: 3, seed: 1, WeakGroup.Parse("4.1:60")));
    }

    [Fact]
    public void Batteries_with_a_weak_group_are_emptied_and_filled_every_day()
    {
        var scene = new Scene(_batteries, count: 2, seed: 1, WeakGroup.Parse("2.3:25"));
        var empty = new int[2];
        var full = new int[2];
        for (long ms = 0; ms < 72 * HourMs; ms += 10_000)
        {
            MoveTo(scene, ms);
            for (int i = 0; i < 2; i++)
            {
                BatteryModel model = _batteries.All[i].Model;
                empty[i] |= model.IsEmpty ? 1 << (int)(ms / (24 * HourMs)) : 0;
                full[i] |= model.SocPermille == 1000 ? 1 << (int)(ms / (24 * HourMs)) : 0;
                Assert.True(!model.IsEmpty || model.CurrentMa >= 0, "An empty battery gives nothing more.");
            }
        }

        Assert.Equal([7, 7], empty);
        Assert.Equal([7, 7], full);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2.3")]
    [InlineData("2:3.25")]
    [InlineData("0.1:50")]
    [InlineData("17.1:50")]
    [InlineData("1.5:50")]
    [InlineData("1.1:9")]
    [InlineData("1.1:101")]
    [InlineData("1.1:50:1")]
    [InlineData("1.-1:50")]
    public void Weak_group_that_cannot_be_is_none(string text) => Assert.Null(WeakGroup.Parse(text));

    private void MoveTo(Scene scene, long ms)
    {
        // A scene is looked at every second.
        for (; _clock.NowMs < ms; _clock.NowUs += 1_000_000)
        {
            scene.MoveTo(_clock.NowMs);
        }

        scene.MoveTo(_clock.NowMs);
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(-10_000)]
    public void Switching_something_on_wakes_what_was_all_off(int loadMa)
    {
        Scene scene = InParallel();
        scene.Switch(loadMa);
        scene.IsQuiet = true;

        scene.Switch(loadMa);

        Assert.False(scene.IsQuiet);
        Assert.Equal(loadMa, scene.ExtraLoadMa);
    }

    [Fact]
    public void Switching_the_same_twice_switches_it_off()
    {
        Scene scene = InParallel();
        scene.Switch(10_000);
        scene.Switch(-10_000);
        Assert.Equal(-10_000, scene.ExtraLoadMa);

        scene.Switch(-10_000);
        Assert.Equal(0, scene.ExtraLoadMa);
    }

    private static Scene InParallel() => new(new VirtualBatteries(new VirtualWire(new VirtualClock(), 1)), 2, 1);
}
