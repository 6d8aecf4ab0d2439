using ValenceNano.Display;

namespace ValenceNano.HostTests.Display;

public class StrictCanvasTests
{
    private static readonly byte[] _text = Label.Of("text");

    private readonly StrictCanvas _canvas = new(new PageBuffer());

    [Fact]
    public void It_refuses_what_leaves_the_panel()
    {
        Assert.Throws<LayoutException>(() => _canvas.Text(_text, 105, 0, _canvas.Small));
        Assert.Throws<LayoutException>(() => _canvas.Text(_text, -1, 0, _canvas.Small));
        Assert.Throws<LayoutException>(() => _canvas.Text(_text, 0, 7, _canvas.Middle));
        Assert.Throws<LayoutException>(() => _canvas.NumberRight(1000, new NumberFormat(0, 0), 20, 0, _canvas.Small));
        Assert.Throws<LayoutException>(() => _canvas.Fill(0, 60, 1, 5));
        Assert.Throws<LayoutException>(() => _canvas.Icon(Icons.Alarm16, Icons.LargeWidth, 113, 0));
        _canvas.Text(_text, 104, 7, _canvas.Small);
    }

    [Fact]
    public void It_refuses_a_text_over_a_text()
    {
        _canvas.Text(_text, 0, 0, _canvas.Small);

        Assert.Throws<LayoutException>(() => _canvas.Text(_text, 23, 0, _canvas.Small));
        _canvas.Text(_text, 24, 0, _canvas.Small);
    }

    [Fact]
    public void It_refuses_a_shape_over_the_blank_part_of_a_text()
    {
        _canvas.Text(Label.Of(" "), 0, 0, _canvas.Small);

        Assert.Throws<LayoutException>(() => _canvas.Bar(0, 7, 20, 8, 500));
    }

    [Fact]
    public void It_refuses_a_text_that_would_wipe_out_a_line()
    {
        _canvas.HorizontalLine(0, 15, 128);

        Assert.Throws<LayoutException>(() => _canvas.Text(_text, 0, 1, _canvas.Small));
    }

    [Fact]
    public void It_lets_a_text_be_inverted_and_be_drawn_again_after_erasing_it()
    {
        _canvas.Text(_text, 0, 0, _canvas.Small);
        _canvas.Invert(0, 0, 128, 8);
        Assert.Throws<LayoutException>(() => _canvas.Text(_text, 0, 0, _canvas.Small));

        _canvas.Erase(0, 0, 128, 8);
        _canvas.Text(_text, 0, 0, _canvas.Small);
        _canvas.Clear();
        _canvas.Text(_text, 0, 0, _canvas.Small);
    }
}
