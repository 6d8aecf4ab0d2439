using ValenceNano.Display;

namespace ValenceNano.HostTests.Display;

public class StrictCanvasTests
{
    private static readonly byte[] _text = Label.Of("text");

    private readonly StrictCanvas _canvas = new(new PageBuffer());

    [Fact]
    public void Strict_canvas_refuses_what_leaves_the_panel()
    {
        Assert.Throws<LayoutException>(() => _canvas.Text(_text, 105, 0, Font.Small));
        Assert.Throws<LayoutException>(() => _canvas.Text(_text, -1, 0, Font.Small));
        Assert.Throws<LayoutException>(() => _canvas.Text(_text, 0, 7, Font.Middle));
        Assert.Throws<LayoutException>(() => _canvas.TextRight(_canvas.Line.Add(_text), 20, 0, Font.Small));
        Assert.Throws<LayoutException>(() => _canvas.Box(0, 60, 1, 5));
        Assert.Throws<LayoutException>(() => _canvas.Icon(Icons.Alarm16, 113, 0));
        _canvas.Text(_text, 104, 7, Font.Small);
    }

    [Fact]
    public void Strict_canvas_refuses_a_text_over_a_text()
    {
        _canvas.Text(_text, 0, 0, Font.Small);

        Assert.Throws<LayoutException>(() => _canvas.Text(_text, 23, 0, Font.Small));
        _canvas.Text(_text, 24, 0, Font.Small);
    }

    [Fact]
    public void Strict_canvas_refuses_a_shape_over_the_blank_part_of_a_text()
    {
        _canvas.Text(Label.Of(" "), 0, 0, Font.Small);

        Assert.Throws<LayoutException>(() => _canvas.Box(0, 7, 20, 8));
    }

    [Fact]
    public void Strict_canvas_refuses_a_text_that_would_wipe_out_a_line()
    {
        _canvas.Box(0, 15, 128, 1);

        Assert.Throws<LayoutException>(() => _canvas.Text(_text, 0, 1, Font.Small));
    }

    [Fact]
    public void Strict_canvas_lets_a_text_be_drawn_again_after_clearing()
    {
        _canvas.Text(_text, 0, 0, Font.Small);
        Assert.Throws<LayoutException>(() => _canvas.Text(_text, 0, 0, Font.Small));

        _canvas.Clear();
        _canvas.Text(_text, 0, 0, Font.Small);
    }

    [Fact]
    public void Strict_canvas_refuses_a_box_on_a_ground_that_is_not_the_same_in_all_its_columns()
    {
        _canvas.Box(10, 16, 4, 3);

        Assert.Throws<LayoutException>(() => _canvas.Box(9, 20, 5, 1));
        _canvas.Box(10, 20, 4, 1);
        _canvas.Box(9, 24, 5, 1);
    }
}
