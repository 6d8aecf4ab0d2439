using System.Xml.Linq;
using ValenceNano.Model;
using ValenceNano.Desktop;
using ValenceNano.Display;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Display;

public class WordsTests
{
    private const long Second = 1000;
    private const long Minute = 60 * Second;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;

    private readonly TextLine _line = new();

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(12 * Second + 999, "12 s")]
    [InlineData(Minute - 1, "59 s")]
    [InlineData(Minute, "1 min")]
    [InlineData(Hour - 1, "59 min")]
    [InlineData(Hour, "1 h")]
    [InlineData(Day - 1, "23 h")]
    [InlineData(2 * Day, "2 d")]
    [InlineData(1000 * Day, "1000 d")]
    public void Age_is_told_in_its_largest_whole_unit(long ms, string expected)
    {
        Assert.Equal(expected, LineText.Of(Words.AddAge(_line, ms)));
    }

    [Theory]
    [InlineData(Reading.Unknown, "--")]
    [InlineData(0, "0 min")]
    [InlineData(59, "59 min")]
    [InlineData(60, "1 h 00")]
    [InlineData(200, "3 h 20")]
    [InlineData(599, "9 h 59")]
    [InlineData(600, "10 h")]
    [InlineData(5999, "99 h")]
    public void Time_to_wait_has_its_minutes_while_they_matter(int minutes, string expected)
    {
        Assert.Equal(expected, LineText.Of(Words.AddMinutes(_line, minutes)));
    }

    [Theory]
    [InlineData(0, "0.00 A")]
    [InlineData(130, "+0.13 A")]
    [InlineData(-9994, "-9.99 A")]
    [InlineData(-9995, "-10.0 A")]
    [InlineData(-32800, "-32.8 A")]
    [InlineData(99949, "+99.9 A")]
    [InlineData(99950, "+100 A")]
    [InlineData(-524800, "-525 A")]
    [InlineData(Reading.Unknown, "-- A")]
    public void Current_has_three_digits(int currentMa, string expected)
    {
        Assert.Equal(expected, LineText.Of(Words.AddAmps(_line, currentMa)));
    }

    [Fact]
    public void Line_is_what_was_added_since_it_was_cleared()
    {
        _line.Add(Label.Of("something else")).Clear().Add((byte)'B').Add(2, NumberFormat.Whole).Add(Label.Of(" cell "));

        Assert.Equal("B2 cell ", LineText.Of(_line));
    }

    [Theory]
    [InlineData(7, 7, "B     7")]
    [InlineData(1234, 7, "B  1234")]
    [InlineData(1234, 5, "B1234")]
    [InlineData(1234, 3, "B1234")]
    [InlineData(7, 18, "B                7")]
    public void Numbers_stand_under_one_another_at_their_ends(int value, int length, string expected)
    {
        Assert.Equal(expected, LineText.Of(_line.Add((byte)'B').AddRight(value, NumberFormat.Whole, length)));
    }

    [Fact]
    public void Line_that_is_too_long_throws()
    {
        var text = new byte[TextLine.Capacity + 1];

        Assert.Throws<ArgumentException>(() => _line.Add(text));
    }

    [Fact]
    public void Label_is_read_as_what_it_was_made_of()
    {
        const string Text = "25 °C 100 Ω ↑↓←→●○ ~!";

        Assert.Equal(Text, LineText.Of(_line.Add(Label.Of(Text))));
    }

    [Fact]
    public void Version_that_is_shown_is_that_of_the_assemblies()
    {
        XDocument properties = XDocument.Load(Path.Combine(Sources.Root(), "Directory.Build.props"));

        Assert.Equal(PageTexts.Version, properties.Descendants("Version").Single().Value);
    }
}
