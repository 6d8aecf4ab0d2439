using ValenceNano.Display;
using ValenceNano.Model;

namespace ValenceNano.HostTests.Display;

public class PageBufferTests
{
    private readonly PageBuffer _buffer = new();
    private readonly RecordingPanel _panel = new();
    private readonly Canvas _canvas;

    public PageBufferTests()
    {
        _canvas = new Canvas(_buffer);
    }

    [Fact]
    public void First_flush_sends_all_pages_because_a_panels_memory_is_noise()
    {
        Assert.True(_buffer.Flush(_panel));

        Assert.Equal(Enumerable.Range(0, 8).Select(page => (page, 0, 128)), _panel.Writes);
        Assert.Equal(_buffer.Picture, _panel.Memory);
    }

    [Fact]
    public void Idle_loop_sends_nothing()
    {
        DrawAndFlush(13352);

        Assert.True(_buffer.Flush(_panel));

        Assert.Empty(_panel.Writes);
    }

    [Fact]
    public void Same_picture_drawn_anew_sends_nothing()
    {
        DrawAndFlush(13352);

        Draw(13352);
        Assert.True(_buffer.Flush(_panel));

        Assert.Empty(_panel.Writes);
    }

    [Fact]
    public void Page_that_nobody_drew_on_is_not_even_looked_at()
    {
        DrawAndFlush(13352);

        _buffer.Picture[0] = 0x55;
        _buffer.Flush(_panel);

        Assert.Empty(_panel.Writes);
    }

    [Fact]
    public void One_changed_digit_sends_eight_columns_of_two_pages_though_all_was_drawn_anew()
    {
        DrawAndFlush(13352);

        Draw(13362);
        _buffer.Flush(_panel);

        Assert.Equal([(4, 88, 8), (5, 88, 8)], _panel.Writes);
        Assert.Equal(_buffer.Picture, _panel.Memory);
    }

    [Fact]
    public void Both_ends_of_a_page_are_sent_in_one_piece()
    {
        DrawAndFlush(13352);

        _canvas.Box(3, 56, 1, 1);
        _canvas.Box(125, 56, 1, 1);
        _buffer.Flush(_panel);

        Assert.Equal([(7, 0, 128)], _panel.Writes);
    }

    [Fact]
    public void Page_turn_sends_all_that_changed()
    {
        _canvas.Box(0, 0, 128, 64);
        _buffer.Flush(_panel);
        _panel.Writes.Clear();

        _canvas.Clear();
        _buffer.Flush(_panel);

        Assert.Equal(1024, _panel.BytesSent);
        Assert.All(_panel.Memory, column => Assert.Equal(0, column));
    }

    [Fact]
    public void Page_that_a_panel_did_not_take_is_sent_whole_by_a_later_flush()
    {
        DrawAndFlush(13352);
        Draw(13362);
        _panel.IsUnplugged = true;
        Assert.False(_buffer.Flush(_panel));
        Assert.False(_buffer.Flush(_panel));

        _panel.IsUnplugged = false;
        Assert.True(_buffer.Flush(_panel));

        Assert.Equal([(4, 0, 128), (5, 88, 8)], _panel.Writes);
        Assert.Equal(_buffer.Picture, _panel.Memory);
    }

    [Fact]
    public void Panel_started_anew_gets_the_whole_picture()
    {
        DrawAndFlush(13352);

        _buffer.ForgetPanel();
        _buffer.Flush(_panel);

        Assert.Equal(1024, _panel.BytesSent);
    }

    [Fact]
    public void After_any_drawing_and_a_flush_the_panel_shows_the_picture()
    {
        var random = new Random(20260701);
        for (int i = 0; i < 2000; i++)
        {
            DrawAnything(random);
            if (random.Next(3) == 0)
            {
                _panel.IsUnplugged = random.Next(4) == 0;
                bool shown = _buffer.Flush(_panel);
                Assert.True(!shown || _buffer.Picture.AsSpan().SequenceEqual(_panel.Memory), $"Step {i}.");
            }
        }
    }

    private void DrawAnything(Random random)
    {
        int column = random.Next(-20, 140);
        int page = random.Next(PageBuffer.Pages - 1);
        TextLine line = _canvas.Line.Clear().Add(random.Next(), NumberFormat.Volts);
        switch (random.Next(6))
        {
            case 0: _canvas.Text(line, column, page, Font.Small); break;
            case 1: _canvas.Text(line, column, page, Font.Middle); break;
            case 2: _canvas.Icon(Icons.Alarm16, column, page); break;
            case 3: _canvas.Bar(random.Next(30), 30, column, page); break;
            case 4: _canvas.Box(random.Next(64), random.Next(32), random.Next(65), random.Next(33)); break;
            default: _canvas.Clear(); break;
        }
    }

    private void DrawAndFlush(int millivolts)
    {
        Draw(millivolts);
        _buffer.Flush(_panel);
        _panel.Writes.Clear();
    }

    // 13.35 and 13.36 differ in the last digit, which is in the columns 88 to 95.
    private void Draw(int millivolts)
    {
        _canvas.Clear();
        _canvas.Box(0, 0, 128, 20);
        _canvas.TextRight(_canvas.Line.Clear().Add(millivolts, NumberFormat.Volts), 96, 4, Font.Middle);
    }
}
