using ValenceNano.Display;
using ValenceNano.Firmware;
using ValenceNano.HostTests.Simulation;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Firmware;

/// <summary>The panel as the firmware starts it and writes to it, with each controller.</summary>
public sealed class OledPanelTests
{
    private readonly DeviceBench _bench = new();
    private readonly byte[] _picture = new byte[PageBuffer.Columns * PageBuffer.Pages];

    public OledPanelTests()
    {
        _bench.Device.I2c.DataPin = Board.PanelDataPin;
        _bench.Device.I2c.ClockPin = Board.PanelClockPin;
        new Random(64).NextBytes(_picture);
    }

    public static TheoryData<PanelKind, OledChip> Panels => new()
    {
        { PanelKind.Ssd1306, OledChip.Ssd1306 },
        { PanelKind.Sh1106, OledChip.Sh1106 },
        { PanelKind.Ssd1309, OledChip.Ssd1309 },
    };

    [Theory]
    [MemberData(nameof(Panels))]
    public void Panel_of_each_kind_shows_the_whole_picture_and_is_sent_nothing_it_does_not_know(PanelKind kind, OledChip chip)
    {
        VirtualOled seen = Show(kind, chip, isUpsideDown: false);

        Assert.Equal(Pixels(), Pixels(seen));
        Assert.Equal(0, seen.BadBytes);
        Assert.Equal(0xCF, seen.Contrast);
    }

    [Theory]
    [MemberData(nameof(Panels))]
    public void Panel_that_is_mounted_upside_down_shows_the_picture_turned_round(PanelKind kind, OledChip chip)
    {
        VirtualOled seen = Show(kind, chip, isUpsideDown: true);

        Assert.Equal(Pixels().Reverse(), Pixels(seen));
        Assert.Equal(0, seen.BadBytes);
    }

    [Theory]
    [InlineData(PanelKind.Ssd1306, OledChip.Sh1106)]
    [InlineData(PanelKind.Ssd1306, OledChip.Ssd1309)]
    [InlineData(PanelKind.Sh1106, OledChip.Ssd1306)]
    [InlineData(PanelKind.Sh1106, OledChip.Ssd1309)]
    [InlineData(PanelKind.Ssd1309, OledChip.Sh1106)]
    public void Panel_taken_for_another_is_sent_what_it_does_not_know(PanelKind kind, OledChip chip) =>
        Assert.NotEqual(0, Show(kind, chip, isUpsideDown: false).BadBytes);

    [Fact]
    public void SSD1306_taken_for_an_SSD1309_stays_dark() =>
        Assert.False(Show(PanelKind.Ssd1309, OledChip.Ssd1306, isUpsideDown: false).IsVisible);

    [Theory]
    [MemberData(nameof(Panels))]
    public void Changed_area_is_one_message_of_seven_bytes_and_its_columns(PanelKind kind, OledChip chip)
    {
        VirtualOled seen = Show(kind, chip, isUpsideDown: false);
        OledPanel panel = Open(kind);
        panel.Update(0);
        (long transfers, long bytes) = (seen.Transfers, seen.BytesWritten);
        _picture[(6 * PageBuffer.Columns) + 40] ^= 0xFF;

        Assert.True(panel.Write(_picture, 6, 40, 8));
        Assert.True(panel.Flush());
        Assert.Equal((1, 7 + 8), (seen.Transfers - transfers, seen.BytesWritten - bytes));
        Assert.Equal(Pixels(), Pixels(seen));
    }

    [Theory]
    [MemberData(nameof(Panels))]
    public void Areas_of_one_picture_share_a_message_and_no_message_is_longer_than_two_pages(PanelKind kind, OledChip chip)
    {
        VirtualOled seen = Show(kind, chip, isUpsideDown: false);
        OledPanel panel = Open(kind);
        panel.Update(0);
        (long transfers, long bytes) = (seen.Transfers, seen.BytesWritten);
        new Random(65).NextBytes(_picture);
        for (int page = 0; page < PageBuffer.Pages; page++)
        {
            panel.Write(_picture, page, 0, 48);
            panel.Write(_picture, page, 48, 80);
        }

        panel.Flush();
        Assert.Equal(Pixels(), Pixels(seen));
        Assert.Equal(0, seen.BadBytes);
        Assert.InRange(seen.Transfers - transfers, 4, 8);
        Assert.InRange(seen.BytesWritten - bytes, 1024, 8 * 397);
    }

    [Fact]
    public void Panel_that_comes_back_is_not_sent_what_was_gathered_for_the_one_that_went_away()
    {
        OledPanel panel = Open(PanelKind.Ssd1306);
        panel.Update(0);
        panel.Write(_picture, 0, 0, 128);
        _bench.Device.I2c.Panel.IsPresent = false;
        Assert.False(panel.Flush());
        Assert.False(panel.Write(_picture, 0, 0, 128));
        _bench.Device.I2c.Panel.IsPresent = true;
        Assert.True(panel.Update(10_000));
        long transfers = _bench.Device.I2c.Panel.Transfers;

        Assert.True(panel.Flush());
        Assert.Equal(transfers, _bench.Device.I2c.Panel.Transfers);
    }

    [Fact]
    public void Panel_stays_dark_until_it_is_configured_for_its_memory_is_chance()
    {
        OledPanel panel = Open(PanelKind.Ssd1306);

        Assert.True(panel.Update(0));
        Assert.False(_bench.Device.I2c.Panel.IsVisible);
        Assert.True(panel.Configure(isLit: true, contrast: 1, startLine: 0));
        Assert.True(_bench.Device.I2c.Panel.IsVisible);
    }

    [Fact]
    public void Panel_that_is_not_there_is_tried_every_10_s_and_one_that_is_there_is_renewed_every_minute()
    {
        OledPanel panel = Open(PanelKind.Ssd1306);
        _bench.Device.I2c.Panel.IsPresent = false;
        Assert.False(panel.Update(0));
        Assert.False(panel.Write(_picture, 0, 0, 8));
        Assert.False(panel.Configure(isLit: true, contrast: 1, startLine: 0));
        _bench.Device.I2c.Panel.IsPresent = true;

        Assert.False(panel.Update(9_999));
        Assert.True(panel.Update(10_000));
        Assert.False(panel.Update(69_999));
        Assert.True(panel.Update(70_000));
    }

    private VirtualOled Show(PanelKind kind, OledChip chip, bool isUpsideDown)
    {
        _bench.Device.I2c.Panel = new VirtualOled(chip);
        OledPanel panel = Open(kind, isUpsideDown);
        panel.Update(0);
        for (int page = 0; page < PageBuffer.Pages; page++)
        {
            panel.Write(_picture, page, 0, PageBuffer.Columns);
        }

        panel.Configure(isLit: true, contrast: 0xCF, startLine: 0);
        return _bench.Device.I2c.Panel;
    }

    private static OledPanel Open(PanelKind kind, bool isUpsideDown = false) => new(kind, isUpsideDown, new byte[400]);

    private IEnumerable<bool> Pixels() =>
        Places().Select(place => (_picture[(place.Y / 8 * PageBuffer.Columns) + place.X] >> (place.Y % 8) & 1) != 0);

    private static IEnumerable<bool> Pixels(VirtualOled panel) => Places().Select(place => panel.IsLit(place.X, place.Y));

    private static IEnumerable<(int X, int Y)> Places() =>
        from y in Enumerable.Range(0, PageBuffer.Rows) from x in Enumerable.Range(0, PageBuffer.Columns) select (x, y);
}
