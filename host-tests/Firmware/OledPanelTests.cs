using ValenceNano.Display;
using ValenceNano.Firmware;
using ValenceNano.HostTests.Simulation;

namespace ValenceNano.HostTests.Firmware;

/// <summary>The panel as the firmware starts it.</summary>
public sealed class OledPanelTests
{
    private readonly DeviceBench _bench = new();

    [Theory]
    [InlineData(false, 0, 0)]
    [InlineData(true, 127, 63)]
    public void It_shows_its_first_pixel_where_it_is_mounted_to_have_it(bool isUpsideDown, int x, int y)
    {
        var picture = new byte[PageBuffer.Columns * PageBuffer.Pages];
        picture[0] = 1;
        var panel = new OledPanel(isUpsideDown);

        Assert.True(panel.Update(0));
        for (int page = 0; page < PageBuffer.Pages; page++)
        {
            Assert.True(panel.Write(picture, page, 0, PageBuffer.Columns));
        }

        var lit = Enumerable.Range(0, PageBuffer.Columns * PageBuffer.Rows)
            .Select(i => (X: i % PageBuffer.Columns, Y: i / PageBuffer.Columns))
            .Where(pixel => _bench.Panel.IsLit(pixel.X, pixel.Y));
        Assert.Equal([(x, y)], lit);
        Assert.Equal(0, _bench.Panel.BadBytes);
    }
}
