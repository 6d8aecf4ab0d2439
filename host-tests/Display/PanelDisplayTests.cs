using ValenceNano.Model;
using ValenceNano.Bench;
using ValenceNano.Display;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Display;

public class PanelDisplayTests
{
    private const int Minute = 60_000;
    private const int Dim = 0x01;

    private readonly Rig _rig = NewRig();

    [Fact]
    public void First_loop_sets_the_panel_and_sends_the_whole_picture()
    {
        var rig = new Rig();
        rig.Poll();

        Assert.Equal(1024, rig.Panel.BytesSent);
        Assert.True(rig.Panel.IsLit);
        Assert.Equal(0, rig.Panel.StartLine);
        Assert.InRange(rig.Panel.Contrast, 0x80, 0xFF);
    }

    [Fact]
    public void Press_turns_the_page_on_the_panel_within_one_loop()
    {
        byte[] before = [.. _rig.Panel.Memory];
        _rig.Press(ButtonEvent.Short);

        Assert.NotEqual(before, _rig.Panel.Memory);
        Assert.Equal(DrawnAnew(_rig), _rig.Panel.Memory);
    }

    [Fact]
    public void Idle_loop_sends_nothing_and_a_beat_eight_columns()
    {
        _rig.RunUntil(11_100);
        int turns = _rig.Shown.Count;
        _rig.Panel.Writes.Clear();
        for (int i = 0; i < 890; i++)
        {
            _rig.RunFor(1);
        }

        Assert.Empty(_rig.Panel.Writes);

        _rig.RunFor(20);
        Assert.Equal([(1, 120, 8)], _rig.Panel.Writes);
        Assert.Equal(turns, _rig.Shown.Count);
    }

    [Fact]
    public void One_new_digit_sends_two_pages()
    {
        _rig.PressUntil(PageKind.Bank);
        _rig.Virtual[0].Model.CurrentMa -= 10;
        int cycles = _rig.Monitor.Bus.Batteries.Revision;
        for (int i = 0; i < 4000 && _rig.Monitor.Bus.Batteries.Revision == cycles; i++)
        {
            _rig.Panel.Writes.Clear();
            _rig.RunFor(1);
        }

        Assert.Equal(PageKind.Bank, _rig.Turner.Page);
        Assert.Equal(-2010, _rig.Monitor.Bank.CurrentMa);
        Assert.Equal([5, 6], _rig.Panel.Writes.Select(write => write.Page));
        Assert.All(_rig.Panel.Writes, write => Assert.InRange(write.Count, 8, 16));
    }

    [Fact]
    public void Panel_that_takes_nothing_has_the_picture_and_its_settings_when_it_does_again()
    {
        _rig.Panel.IsUnplugged = true;
        _rig.Press(ButtonEvent.Short);
        _rig.Press(ButtonEvent.Double);
        _rig.RunFor(3 * Minute);
        Assert.NotEqual(Dim, _rig.Panel.Contrast);
        Assert.Equal(0, _rig.Panel.StartLine);

        _rig.Panel.IsUnplugged = false;
        _rig.RunFor(1000);

        Assert.Equal(DrawnAnew(_rig), _rig.Panel.Memory);
        Assert.Equal(Dim, _rig.Panel.Contrast);
        Assert.Equal(63, _rig.Panel.StartLine);
        Assert.True(_rig.Panel.IsLit);
    }

    [Fact]
    public void Panel_that_was_away_when_the_picture_moved_is_told_so_later()
    {
        _rig.Panel.IsUnplugged = true;
        _rig.RunFor(3 * Minute);
        Assert.Equal(0, _rig.Panel.StartLine);

        _rig.Panel.IsUnplugged = false;
        _rig.RunFor(1000);

        Assert.Equal(63, _rig.Panel.StartLine);
    }

    [Fact]
    public void Panel_that_was_away_when_it_was_dimmed_is_dimmed_later()
    {
        _rig.Panel.IsUnplugged = true;
        _rig.Press(ButtonEvent.Double);
        _rig.RunFor(Minute / 2).Panel.IsUnplugged = false;
        Assert.NotEqual(Dim, _rig.Panel.Contrast);

        Assert.Equal(Dim, _rig.RunFor(1000).Panel.Contrast);
    }

    [Fact]
    public void Panel_that_was_away_when_it_was_to_go_dark_goes_dark_later()
    {
        _rig.RunUntil(20 * Minute).Panel.IsUnplugged = true;
        _rig.RunFor(Minute / 2).Panel.IsUnplugged = false;
        Assert.True(_rig.Panel.IsLit);

        Assert.False(_rig.RunFor(1000).Panel.IsLit);
    }

    [Fact]
    public void Panel_started_anew_is_sent_everything_again()
    {
        _rig.Press(ButtonEvent.Double);
        _rig.Panel.Configure(isLit: true, 0xCF, 0);
        Array.Fill(_rig.Panel.Memory, (byte)0xA5);

        _rig.Display.OnPanelStarted();
        _rig.RunFor(1000);

        Assert.Equal(DrawnAnew(_rig), _rig.Panel.Memory);
        Assert.Equal(Dim, _rig.Panel.Contrast);
    }

    [Theory]
    [InlineData(PageKind.Battery)]
    [InlineData(PageKind.Cells)]
    public void Battery_removed_just_before_the_panel_is_renewed_is_no_longer_drawn(PageKind page)
    {
        _rig.PressUntil(page, 1);
        _rig.RunUntil(_rig.NowMs - (_rig.NowMs % 1000) + 1100);
        _rig.Batteries.Remove(_rig.Batteries[1]);

        _rig.Display.OnPanelStarted();
        _rig.Poll();

        Assert.NotEqual((page, 1), (_rig.Turner.Page, _rig.Turner.BatteryIndex));
        Assert.Equal(DrawnAnew(_rig), _rig.Panel.Memory);
    }

    [Fact]
    public void Dark_panel_is_switched_off_sent_nothing_and_wakes_with_the_picture_of_now()
    {
        _rig.RunUntil(21 * Minute);
        Assert.False(_rig.Panel.IsLit);
        _rig.Panel.Writes.Clear();
        _rig.RunFor(Minute);
        Assert.Empty(_rig.Panel.Writes);

        _rig.Press(ButtonEvent.Short);

        Assert.True(_rig.Panel.IsLit);
        Assert.Equal(DrawnAnew(_rig), _rig.Panel.Memory);
    }

    [Fact]
    public void Display_asks_to_be_called_again_before_the_next_beat()
    {
        for (int i = 0; i < 5000; i++)
        {
            long dueMs = _rig.Poll();
            Assert.InRange(dueMs, _rig.NowMs, _rig.NowMs - _rig.NowMs % 1000 + 1000);
            _rig.RunFor(1);
        }
    }

    [Fact]
    public void Nothing_is_allocated_while_all_pages_are_shown_with_batteries_live_and_alarmed()
    {
        Assert.Equal(0, Allocation.Least(() => AllocatedInMinute(WithAllPages())));
    }

    [Fact]
    public void Nothing_is_allocated_while_all_batteries_are_lost()
    {
        Assert.Equal(0, Allocation.Least(() =>
        {
            Rig rig = WithAllPages();
            rig.Virtual[0].IsPlugged = false;
            rig.Virtual[1].IsPlugged = false;
            rig.RunFor(Minute);
            rig.Press(ButtonEvent.Short);
            rig.RunFor(Minute);
            Assert.Contains("Asleep", rig.ShownPages);
            return AllocatedInMinute(rig);
        }));
    }

    [Fact]
    public void Nothing_is_allocated_while_it_searches()
    {
        Assert.Equal(0, Allocation.Least(() => AllocatedInMinute(new Rig(Turn).RunUntil(2 * Minute))));
    }

    private static Rig NewRig() => new Rig(settings =>
    {
        settings.Set(SettingId.BlankAfter, 20);
        Turn(settings);
    }).With(batteries: 2).RunUntil(10_200);

    // All pages, which a panel that rests on the bank does not show by itself.
    private static void Turn(Settings settings) => settings.Set(SettingId.RestPage, (int)RestPage.Round);

    private static Rig WithAllPages()
    {
        Rig rig = NewRig();
        rig.Virtual[0].Model.SetCellOffset(2, -150);
        rig.Virtual[1].Model.SetCellOffset(2, -950);
        rig.RunFor(Minute);
        rig.Press(ButtonEvent.Short);
        rig.RunFor(2 * Minute);
        Assert.Equal(
            ["Alarm", "Bank", "Battery1", "Battery2", "Bus", "Cells1", "Cells2", "Energy", "Graph", "Health1", "Health2"],
            rig.ShownPages.Skip(2).Distinct().Order());
        return rig;
    }

    private static long AllocatedInMinute(Rig rig)
    {
        rig.Panel.Writes.EnsureCapacity(100_000);
        long before = rig.AllocatedBytes;
        return rig.RunFor(Minute).AllocatedBytes - before;
    }

    // What the page that is shown would be on a panel that had nothing.
    private static byte[] DrawnAnew(Rig rig)
    {
        var buffer = new PageBuffer();
        PanelDisplay display = rig.Display;
        PageTurner turner = rig.Turner;
        var canvas = new Canvas(buffer) { Origin = turner.Origin };
        new PageBook(display.Monitor)
            .Draw(canvas, turner.Page, turner.BatteryIndex, turner.Beat, rig.NowMs);
        return buffer.Picture;
    }
}
