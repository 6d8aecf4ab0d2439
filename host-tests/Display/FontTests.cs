using ValenceNano.Display;

namespace ValenceNano.HostTests.Display;

public class FontTests
{
    private static readonly string[] _characters =
    [
        "sp", .. Enumerable.Range('!', '~' - '!' + 1).Select(code => ((char)code).ToString()),
        "°", "Ω", "↑", "↓", "←", "→", "●", "○",
    ];

    [Fact]
    public void Table_is_the_art()
    {
        ArtTable.Check();
    }

    [Fact]
    public void Fonts_and_icons_begin_where_their_constants_say()
    {
        int middle = Art.Small + Size(ArtTable.Small);
        int big = middle + Size(ArtTable.Middle);

        Assert.Equal((0, middle, big, big + Size(ArtTable.Big)), (Art.Small, Art.Middle, Art.Big, Art.Icons));

        static int Size(ArtGlyph[] glyphs) => glyphs.Sum(glyph => glyph.Columns().Length);
    }

    [Fact]
    public void Every_icon_begins_where_its_constant_says()
    {
        var expected = new Dictionary<string, int>();
        int at = Art.Icons;
        foreach (ArtGlyph icon in ArtTable.Icons)
        {
            expected[icon.Name] = at;
            at += ArtTable.WithSize(icon).Length;
        }

        Assert.Equal(expected, typeof(Icons).GetFields()
            .Where(field => expected.ContainsKey(field.Name))
            .ToDictionary(field => field.Name, field => (int)field.GetRawConstantValue()!));
    }

    [Fact]
    public void Icon_is_as_wide_as_pages_that_align_it_take_it_to_be()
    {
        Assert.Equal(Icons.SmallSize, Art.Table[Icons.Alarm8]);
        Assert.Equal(Icons.LargeSize, Art.Table[Icons.Alarm16]);
        Assert.Equal(Icons.PercentWidth, Art.Table[Icons.Percent]);
        Assert.Equal(Icons.BatteryWidth, Art.Table[Icons.Battery]);
    }

    [Theory]
    [InlineData("small-6x8.txt", 6, 8)]
    [InlineData("middle-8x16.txt", 8, 16)]
    public void Font_has_every_character_in_order_and_in_cells_of_one_size(string file, int width, int height)
    {
        ArtGlyph[] glyphs = ArtGlyph.Read(file);

        Assert.Equal(_characters, glyphs.Select(glyph => glyph.Name));
        Assert.All(glyphs, glyph => AssertSize(glyph, width, height));
    }

    [Fact]
    public void Big_digits_are_ten_and_a_minus_sign()
    {
        ArtGlyph[] glyphs = ArtGlyph.Read("big-digits-24x32.txt");

        Assert.Equal("0123456789-", string.Concat(glyphs.Select(glyph => glyph.Name)));
        Assert.All(glyphs, glyph => AssertSize(glyph, 24, 32));
    }

    [Theory]
    [InlineData("small-6x8.txt")]
    [InlineData("middle-8x16.txt")]
    [InlineData("big-digits-24x32.txt")]
    public void No_letter_touches_the_next_one(string file)
    {
        Assert.All(ArtGlyph.Read(file), glyph => Assert.All(glyph.Rows, row => Assert.Equal('.', row[^1])));
    }

    [Theory]
    [InlineData("small-6x8.txt")]
    [InlineData("middle-8x16.txt")]
    public void No_two_characters_look_the_same_but_zero_and_the_capital_O(string file)
    {
        var twins = ArtGlyph.Read(file)
            .GroupBy(glyph => string.Concat(glyph.Rows))
            .Where(group => group.Count() > 1)
            .Select(group => string.Concat(group.Select(glyph => glyph.Name)));

        Assert.Equal(["0O"], twins);
    }

    [Fact]
    public void Column_is_a_byte_and_the_upper_page_comes_first()
    {
        var glyph = new ArtGlyph("x", [.. Enumerable.Repeat("#.", 4), .. Enumerable.Repeat(".#", 4), .. Enumerable.Repeat("##", 8)]);

        Assert.Equal([0x0F, 0xF0, 0xFF, 0xFF], glyph.Columns());
        Assert.Equal("        0x0F, 0xF0, 0xFF, 0xFF,\n", ArtTable.Text(glyph.Columns()));
    }

    private static void AssertSize(ArtGlyph glyph, int width, int height)
    {
        Assert.Equal(height, glyph.Rows.Length);
        Assert.All(glyph.Rows, row => Assert.Equal(width, row.Length));
    }
}
