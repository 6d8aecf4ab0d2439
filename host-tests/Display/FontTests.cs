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
    public void The_small_fonts_table_is_its_art()
    {
        new ArtTable("Font.Small.cs", "SmallTable", Font.SmallTable, WithoutGap("small-6x8.txt")).Check();
    }

    [Fact]
    public void The_middle_fonts_table_is_its_art()
    {
        new ArtTable("Font.Middle.cs", "MiddleTable", Font.MiddleTable, WithoutGap("middle-8x16.txt")).Check();
    }

    [Fact]
    public void The_big_digits_table_is_its_art()
    {
        new ArtTable("Font.Big.cs", "BigTable", Font.BigTable, WithoutGap("big-digits-24x32.txt")).Check();
    }

    [Fact]
    public void The_icons_table_is_their_art()
    {
        new ArtTable("Icons.cs", "Art", Icons.Art, ArtGlyph.Read("icons.txt"), SaysSizes: true).Check();
    }

    [Fact]
    public void Every_icon_begins_where_its_constant_says()
    {
        var expected = new Dictionary<string, int>();
        int at = 0;
        foreach (ArtGlyph glyph in ArtGlyph.Read("icons.txt"))
        {
            expected[glyph.Name] = at;
            at += 2 + glyph.Columns().Length;
        }

        Assert.Equal(expected, typeof(Icons).GetFields()
            .Where(field => expected.ContainsKey(field.Name))
            .ToDictionary(field => field.Name, field => (int)field.GetRawConstantValue()!));
    }

    [Fact]
    public void An_icon_is_as_wide_as_pages_that_align_it_take_it_to_be()
    {
        Assert.Equal(Icons.SmallSize, Icons.Art[Icons.Alarm8]);
        Assert.Equal(Icons.LargeSize, Icons.Art[Icons.Alarm16]);
        Assert.Equal(Icons.PercentWidth, Icons.Art[Icons.Percent]);
        Assert.Equal(Icons.BatteryWidth, Icons.Art[Icons.Battery]);
    }

    [Theory]
    [InlineData("small-6x8.txt", 6, 8)]
    [InlineData("middle-8x16.txt", 8, 16)]
    public void A_font_has_every_character_in_order_and_in_cells_of_one_size(string file, int width, int height)
    {
        ArtGlyph[] glyphs = ArtGlyph.Read(file);

        Assert.Equal(_characters, glyphs.Select(glyph => glyph.Name));
        Assert.All(glyphs, glyph => AssertSize(glyph, width, height));
    }

    [Fact]
    public void The_big_digits_are_ten_and_a_minus_sign()
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
    public void The_table_text_of_a_glyph_has_one_line_and_its_name()
    {
        var glyph = new ArtGlyph("|", [.. Enumerable.Repeat("#.", 4), .. Enumerable.Repeat(".#", 4)]);
        var table = new ArtTable("", "", [], [glyph, glyph]);

        Assert.Equal("        0x0F, 0xF0, // |\n        0x0F, 0xF0, // |\n", table.Text());
    }

    // The tables of the fonts leave out the column between two letters.
    private static ArtGlyph[] WithoutGap(string file)
    {
        return [.. ArtGlyph.Read(file).Select(glyph => glyph with { Rows = [.. glyph.Rows.Select(row => row[..^1])] })];
    }

    private static void AssertSize(ArtGlyph glyph, int width, int height)
    {
        Assert.Equal(height, glyph.Rows.Length);
        Assert.All(glyph.Rows, row => Assert.Equal(width, row.Length));
    }
}
