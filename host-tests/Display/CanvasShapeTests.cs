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
    public void Lines_boxes_bars_batteries_and_icons()
    {
        _strict.HorizontalLine(0, 0, 128);
        _strict.VerticalLine(127, 2, 62);
        _strict.Box(0, 3, 40, 21);
        _strict.Fill(3, 6, 34, 15);
        _strict.Invert(10, 9, 20, 9);
        _strict.Bar(0, 27, 60, 7, 375);
        _strict.Bar(0, 40, 60, 8, 1000);
        _strict.Bar(0, 50, 60, 14, Reading.Unknown);
        Assert.Equal(84, _strict.Battery(750, 64, 1));
        _strict.Battery(1000, 96, 1);
        DrawIcons();

        TextPicture.Check("shapes", _buffer);
    }

    [Fact]
    public void Filling_erasing_and_inverting_any_box_is_what_doing_it_pixel_by_pixel_is()
    {
        var canvas = new Canvas(_buffer);
        var model = new bool[PageBuffer.Columns, PageBuffer.Rows];
        var random = new Random(1);
        for (int i = 0; i < 3000; i++)
        {
            int operation = random.Next(3);
            int column = random.Next(-40, 150);
            int row = random.Next(-30, 80);
            int width = random.Next(-2, 60);
            int height = random.Next(-2, 40);
            DrawBox(canvas, operation, column, row, width, height);
            DrawBox(model, operation, column, row, width, height);

            Assert.True(SamePixels(model), $"Step {i}: operation {operation} at {column}, {row}, {width}x{height}.");
        }
    }

    [Theory]
    [InlineData(Reading.Unknown, "#.........#")]
    [InlineData(-1, "#.........#")]
    [InlineData(0, "#.........#")]
    [InlineData(71, "#.........#")]
    [InlineData(72, "#.#.......#")]
    [InlineData(500, "#.####....#")]
    [InlineData(928, "#.######..#")]
    [InlineData(929, "#.#######.#")]
    [InlineData(1000, "#.#######.#")]
    [InlineData(1001, "#.#######.#")]
    public void A_bar_is_filled_to_the_nearest_column_and_never_beyond_its_frame(int permille, string middle)
    {
        _strict.Bar(5, 13, 11, 5, permille);

        Assert.Equal($"###########\n#.........#\n{middle}\n#.........#\n###########", TextPicture.Part(_buffer, 5, 13, 11, 5));
        Assert.Equal(55 - 3 * 9 + middle.Count(pixel => pixel == '#') - 2, LitPixels());
    }

    [Theory]
    [InlineData(8, 8)]
    [InlineData(13, 7)]
    public void A_bar_replaces_what_was_lit_under_it(int row, int height)
    {
        _strict.Bar(64, row, 60, height, 200);
        _strict.Fill(0, row, 60, height);
        _strict.Bar(0, row, 60, height, 200);

        Assert.Equal(TextPicture.Part(_buffer, 64, row, 60, height), TextPicture.Part(_buffer, 0, row, 60, height));
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
    [InlineData(1000, 20)]
    [InlineData(2000, 20)]
    public void A_batterys_level_stands_on_its_ground_and_leaves_a_gap_to_its_case(int permille, int rows)
    {
        _strict.Battery(permille, 8, 2);

        string[] inside = TextPicture.Part(_buffer, 10, 16 + 7, 16, 22).Split('\n');
        Assert.Equal("#..............#", inside[0]);
        Assert.Equal("#..............#", inside[^1]);
        Assert.All(inside[1..(21 - rows)], row => Assert.Equal("................", row));
        Assert.All(inside[(21 - rows)..^1], row => Assert.Equal(".##############.", row));
    }

    [Fact]
    public void An_icon_that_stands_half_outside_is_cut_at_the_edge()
    {
        var canvas = new Canvas(_buffer);
        Assert.Equal(120 + 16, canvas.Icon(Icons.Alarm16, Icons.LargeWidth, 120, 0));
        canvas.Icon(Icons.Alarm16, Icons.LargeWidth, -8, 0);
        canvas.Icon(Icons.Alarm16, Icons.LargeWidth, 40, 0);

        Assert.Equal(TextPicture.Part(_buffer, 40, 0, 8, 16), TextPicture.Part(_buffer, 120, 0, 8, 16));
        Assert.Equal(TextPicture.Part(_buffer, 48, 0, 8, 16), TextPicture.Part(_buffer, 0, 0, 8, 16));
    }

    private void DrawIcons()
    {
        byte[][] large = [Icons.Charging16, Icons.Discharging16, Icons.Asleep16, Icons.Alarm16];
        byte[][] small = [Icons.Charging8, Icons.Discharging8, Icons.Asleep8, Icons.Alarm8];
        for (int i = 0; i < large.Length; i++)
        {
            _strict.Icon(large[i], Icons.LargeWidth, 62 + i * 16, 5);
            _strict.Icon(small[i], Icons.SmallWidth, 66 + i * 16, 7);
        }
    }

    private static void DrawBox(Canvas canvas, int operation, int column, int row, int width, int height)
    {
        switch (operation)
        {
            case 0: canvas.Fill(column, row, width, height); break;
            case 1: canvas.Erase(column, row, width, height); break;
            default: canvas.Invert(column, row, width, height); break;
        }
    }

    private static void DrawBox(bool[,] model, int operation, int column, int row, int width, int height)
    {
        for (int x = Math.Max(0, column); x < Math.Min(column + width, PageBuffer.Columns); x++)
        {
            for (int y = Math.Max(0, row); y < Math.Min(row + height, PageBuffer.Rows); y++)
            {
                model[x, y] = operation == 0 || (operation == 2 && !model[x, y]);
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
