using ValenceNano.Model;
using ValenceNano.Display;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Display;

public class CanvasShapeTests
{
    private readonly PageBuffer _buffer = new();
    private readonly StrictCanvas _strict;

    public CanvasShapeTests()
    {
        _strict = new StrictCanvas(_buffer);
    }

    [Fact]
    public void Boxes_bars_batteries_and_icons()
    {
        _strict.Box(0, 0, 128, 1);
        _strict.Box(127, 2, 1, 62);
        _strict.Box(3, 6, 34, 15);
        _strict.Bar(0, 60, 0, 4);
        _strict.Bar(23, 60, 0, 5);
        _strict.Bar(60, 60, 0, 6);
        _strict.Battery(750, 64, 1);
        _strict.Battery(1000, 96, 1);
        int[] icons = [Icons.Charging16, Icons.Discharging16, Icons.Asleep16, Icons.Alarm16];
        for (int i = 0; i < icons.Length; i++)
        {
            _strict.Icon(icons[i], 62 + i * 16, 5);
        }

        _strict.Icon(Icons.Asleep8, 98, 7);
        _strict.Icon(Icons.Alarm8, 114, 7);

        TextPicture.Check("shapes", _buffer);
    }

    [Fact]
    public void Box_lights_its_own_pixels_and_no_others()
    {
        var model = new bool[PageBuffer.Columns, PageBuffer.Rows];
        var random = new Random(1);
        for (int i = 0; i < 1000; i++)
        {
            _strict.Clear();
            Array.Clear(model);
            int column = random.Next(PageBuffer.Columns);
            int row = random.Next(PageBuffer.Rows);
            int width = random.Next(1, PageBuffer.Columns - column + 1);
            int height = random.Next(1, PageBuffer.Rows - row + 1);
            _strict.Box(column, row, width, height);
            DrawBox(model, column, row, width, height);

            Assert.True(SamePixels(model), $"Step {i}: {width}x{height} at {column}, {row}.");
        }
    }

    [Theory]
    [InlineData(0, "..........")]
    [InlineData(1, "#.........")]
    [InlineData(9, "#########.")]
    [InlineData(10, "##########")]
    public void Bar_is_as_long_as_it_is_told_to_be_and_leaves_a_line(int length, string edge)
    {
        _strict.Bar(length, 10, 40, 2);

        string dark = new('.', 10);
        Assert.Equal(
            $"{dark}\n{edge}\n{edge}\n##########\n{edge}\n{edge}\n{dark}\n{dark}",
            TextPicture.Part(_buffer, 40, 16, 10, 8));
        Assert.Equal(10 + 4 * length, LitPixels());
    }

    [Theory]
    [InlineData(Reading.Unknown, 0)]
    [InlineData(0, 0)]
    [InlineData(24, 0)]
    [InlineData(25, 1)]
    [InlineData(200, 4)]
    [InlineData(249, 5)]
    [InlineData(600, 12)]
    [InlineData(625, 13)]
    [InlineData(999, 20)]
    [InlineData(1000, 20)]
    [InlineData(2000, 20)]
    public void Batterys_level_stands_on_its_ground_and_leaves_a_gap_to_its_case(int permille, int rows)
    {
        _strict.Battery(permille, 8, 2);

        string[] inside = TextPicture.Part(_buffer, 10, 16 + 7, 16, 22).Split('\n');
        Assert.Equal("#..............#", inside[0]);
        Assert.Equal("#..............#", inside[^1]);
        Assert.All(inside[1..(21 - rows)], row => Assert.Equal("................", row));
        Assert.All(inside[(21 - rows)..^1], row => Assert.Equal(".##############.", row));
    }

    [Fact]
    public void Icon_or_a_bar_that_would_stand_half_outside_is_not_drawn()
    {
        var canvas = new Canvas(_buffer);
        canvas.Icon(Icons.Alarm16, 113, 0);
        canvas.Icon(Icons.Alarm16, -1, 0);
        canvas.Bar(5, 60, 69, 3);
        canvas.Bar(5, 60, -1, 3);
        Assert.Equal(0, LitPixels());

        canvas.Icon(Icons.Alarm16, 112, 0);
        Assert.NotEqual(0, LitPixels());
    }

    [Fact]
    public void All_is_drawn_to_the_right_of_the_origin()
    {
        Draw(_strict);
        string there = TextPicture.Part(_buffer, 10, 0, 100, 64);
        _strict.Clear();

        _strict.Origin = Canvas.MaxOrigin;
        Draw(_strict);

        Assert.Equal(there, TextPicture.Part(_buffer, 10 + Canvas.MaxOrigin, 0, 100, 64));

        static void Draw(Canvas canvas)
        {
            canvas.Text(Label.Of("text"), 10, 0, Font.Middle);
            canvas.Icon(Icons.Alarm16, 80, 0);
            canvas.Box(10, 17, 50, 3);
            canvas.Bar(20, 60, 10, 3);
            canvas.Battery(500, 10, 4);
        }
    }

    private static void DrawBox(bool[,] model, int column, int row, int width, int height)
    {
        for (int x = column; x < column + width; x++)
        {
            for (int y = row; y < row + height; y++)
            {
                model[x, y] = true;
            }
        }
    }

    private bool SamePixels(bool[,] model)
    {
        for (int i = 0; i < PageBuffer.Columns * PageBuffer.Rows; i++)
        {
            int column = i % PageBuffer.Columns;
            int row = i / PageBuffer.Columns;
            bool lit = (_buffer.Picture[(row >> 3) * PageBuffer.Columns + column] >> (row & 7) & 1) != 0;
            if (lit != model[column, row])
            {
                return false;
            }
        }

        return true;
    }

    private int LitPixels()
    {
        return TextPicture.Lines(_buffer).Sum(line => line.Count(pixel => pixel == '#'));
    }
}
