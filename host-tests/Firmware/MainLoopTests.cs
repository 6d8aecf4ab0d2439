using ValenceNano.Model;
using ValenceNano.Display;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Firmware;

/// <summary>The firmware's own main loop with batteries, panel and button, in virtual time.</summary>
public sealed class MainLoopTests
{
    private readonly LoopBench _bench = new(batteries: 6);

    [Fact]
    public void Six_batteries_are_found_and_every_page_is_turned_to()
    {
        _bench.At(20, () => Assert.Equal(6, _bench.LiveCount)).RunUntil(180);

        IEnumerable<(PageKind, int)> ofBatteries = Enumerable.Range(0, 6)
            .SelectMany(i => new[] { (PageKind.Battery, i), (PageKind.Cells, i), (PageKind.Health, i) });
        (PageKind, int)[] turn = [(PageKind.Bank, -1), (PageKind.Energy, -1), (PageKind.Graph, -1), .. ofBatteries, (PageKind.Bus, -1)];
        Assert.Subset(_bench.Pages.Select(page => (page.Page, page.Battery)).ToHashSet(), turn.ToHashSet());
        Assert.Equal(0, _bench.Rig.Device.Reboots);
    }

    [Fact]
    public void Whatever_is_sent_to_the_panel_makes_the_page_as_it_is_drawn_from_scratch()
    {
        // Over every place of the picture on the panel, one a minute.
        _bench.At(100, () => Assert.Contains(_bench.Seen, column => column != 0)).RunUntil(420);

        Assert.InRange(_bench.PicturesChecked, 420, 10_000);
    }

    [Fact]
    public void Panel_that_is_pulled_out_does_not_hold_up_the_bus()
    {
        int polls = 0;
        _bench
            .At(30, () => Pull(polls = _bench.Bus.Counters.Polls))
            .At(90, () => Assert.InRange(_bench.Bus.Counters.Polls - polls, 19 * 6, 21 * 6))
            .At(90, () => Assert.Equal(6, _bench.LiveCount))
            .RunUntil(91);
    }

    [Theory]
    [InlineData(64.0, 0.3)]
    [InlineData(61.0, 3.0)]
    [InlineData(100.0, 5.0)]
    [InlineData(100.0, 60.0)]
    public void Panel_that_was_out_for_more_than_a_beat_shows_the_page_again_within_10_s(double pulledS, double outS)
    {
        double backS = pulledS + Math.Max(outS, 1.1);
        _bench
            .At(pulledS, () => Pull())
            .At(backS, () => _bench.Rig.Panel.IsPresent = true)
            .At(backS + 10.1, () => _bench.CheckPicture())
            .At(backS + 10.1, () => Assert.Contains(_bench.Seen, column => column != 0))
            .RunUntil(backS + 30);
    }

    [Fact]
    public void Panel_that_lost_its_power_between_two_beats_shows_the_page_again_within_a_minute()
    {
        _bench
            .At(70.2, () => Pull())
            .At(70.5, () => _bench.Rig.Panel.IsPresent = true)
            .At(70.5, () => _bench.ChecksPictures = false)
            .At(130.5, () => _bench.CheckPicture())
            .At(130.5, () => Assert.Contains(_bench.Seen, column => column != 0))
            .RunUntil(131);
    }

    [Fact]
    public void Panel_that_is_not_there_at_the_start_is_found_later()
    {
        Pull();
        _bench
            .At(25, () => Assert.Equal(6, _bench.LiveCount))
            .At(25, () => _bench.Rig.Panel.IsPresent = true)
            .At(35.1, () => _bench.CheckPicture())
            .At(35.1, () => Assert.Contains(_bench.Seen, column => column != 0))
            .RunUntil(36);

        Assert.Equal(0, _bench.Rig.Device.Reboots);
    }

    [Fact]
    public void Bus_cable_that_is_pulled_out_leaves_nothing_live_and_all_is_live_10_s_after_it_is_back()
    {
        _bench
            .At(30, () => _bench.Rig.Cable.IsConnected = false)
            .At(40, () => Assert.All(Batteries(), battery => Assert.NotEqual(BatteryState.Live, battery.State)))
            .At(40, () => Assert.Equal(0, _bench.LiveCount))
            .At(90, () => _bench.Rig.Cable.IsConnected = true)
            .At(100, () => Assert.Equal(6, _bench.LiveCount))
            .RunUntil(101);

        Assert.Equal(0, _bench.Rig.Device.Reboots);
    }

    [Fact]
    public void Short_press_turns_the_page_as_soon_as_it_cannot_be_a_double_one()
    {
        _bench.PressAt(31, forMs: 200).RunUntil(45);

        // Rest of the contact, then the wait for a second press, then one turn of the loop.
        long turnedMs = _bench.Pages.Single(page => page.Ms is > 31_500 and < 33_000).Ms;
        Assert.InRange(turnedMs, 31_200 + 30 + 350, 31_200 + 30 + 350 + 30);
        Assert.DoesNotContain(_bench.Pages, page => page.Ms > turnedMs && page.Ms < turnedMs + PageTurner.TurnMs);
    }

    [Fact]
    public void Long_press_searches_again_with_the_power_up_message()
    {
        int rounds = 0;
        _bench
            .At(31, () => rounds = _bench.Bus.Counters.Rounds)
            .PressAt(31, forMs: 1000)
            .At(33, () => Assert.InRange(_bench.Bus.Counters.Rounds - rounds, 1, 100))
            .At(33, () => Assert.Equal(PageKind.Bank, _bench.Turner.Page))
            .RunUntil(34);
    }

    [Fact]
    public void Double_press_dims_the_panel_and_another_one_makes_it_bright()
    {
        _bench
            .PressAt(31.0).PressAt(31.25)
            .At(31.5, () => Assert.Equal(0x01, _bench.Rig.Panel.Contrast))
            .PressAt(33.0).PressAt(33.25)
            .At(33.5, () => Assert.Equal(0xCF, _bench.Rig.Panel.Contrast))
            .RunUntil(34);
    }

    [Fact]
    public void Device_that_loses_its_power_for_a_moment_begins_anew()
    {
        _bench
            .At(30, () => Assert.Equal(6, _bench.LiveCount))
            .At(30, _bench.Rig.Restart)
            .At(31, () => Assert.Equal(0, _bench.Bus.Batteries.Count))
            .At(45, () => Assert.Equal(6, _bench.LiveCount))
            .RunUntil(46);

        Assert.Equal(1, _bench.Rig.Device.Reboots);
    }

    [Theory]
    [InlineData(OledChip.Sh1106)]
    [InlineData(OledChip.Ssd1309)]
    public void Another_kind_of_panel_shows_every_page_too(OledChip chip)
    {
        var bench = new LoopBench(batteries: 2, chip);
        bench.RunUntil(130);

        Assert.InRange(bench.PicturesChecked, 100, 1000);
    }

    [Fact]
    public void Beside_a_genuine_display_it_never_sends_shows_the_values_and_takes_over_when_that_is_silent()
    {
        var genuine = new BusMonitor(_bench.Rig.Wire.OpenPort(), BusMaster.DefaultPollIntervalMs, BusRole.Master);
        const long SilentMs = 120_000;
        _bench.EachTurn = () => PollUntil(genuine, SilentMs);
        _bench
            .At(30, () => Assert.Equal(6, _bench.LiveCount))
            .At(175, () => Assert.Equal(0, _bench.Rig.Cable.BytesWritten))
            .At(175, () => Assert.Equal(BusRole.Listener, _bench.Bus.Role))
            .At(175, () => Assert.Equal(0, _bench.LiveCount))
            .At(181, () => Assert.Equal(BusRole.Master, _bench.Bus.Role))
            .At(190, () => Assert.Equal(6, _bench.LiveCount))
            .RunUntil(191);

        Assert.Contains(_bench.Pages, page => page.Page == PageKind.Cells && page.Battery == 5 && page.Ms < SilentMs);
    }

    private IEnumerable<Battery> Batteries() => Enumerable.Range(0, _bench.Bus.Batteries.Count).Select(i => _bench.Bus.Batteries[i]);

    private void Pull(int _ = 0) => _bench.Rig.Panel.IsPresent = false;

    private void PollUntil(BusMonitor genuine, long ms)
    {
        if (_bench.Rig.NowMs < ms)
        {
            genuine.Poll(_bench.Rig.NowMs);
        }
    }
}
