using ValenceNano.Model;
using ValenceNano.Desktop;
using ValenceNano.Display;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Display;

public class NumberTests
{
    [Theory]
    [InlineData(0, 0, 0, "0")]
    [InlineData(7, 0, 0, "7")]
    [InlineData(100, 0, 0, "100")]
    [InlineData(-40, 0, 0, "-40")]
    [InlineData(13352, 3, 2, "13.35")]
    [InlineData(13355, 3, 2, "13.36")]
    [InlineData(-32845, 3, 1, "-32.8")]
    [InlineData(-32850, 3, 1, "-32.9")]
    [InlineData(5, 3, 3, "0.005")]
    [InlineData(0, 3, 2, "0.00")]
    [InlineData(4, 3, 2, "0.00")]
    [InlineData(-4, 3, 2, "0.00")]
    [InlineData(-5, 3, 2, "-0.01")]
    [InlineData(9999, 3, 2, "10.00")]
    [InlineData(875, 1, 0, "88")]
    [InlineData(874, 1, 0, "87")]
    [InlineData(int.MaxValue, 0, 0, "2147483647")]
    [InlineData(int.MinValue + 1, 9, 9, "-2.147483647")]
    [InlineData(int.MaxValue, 9, 0, "2")]
    [InlineData(-1_500_000_000, 9, 0, "-2")]
    public void Number_is_rounded_half_away_from_zero(int value, int decimals, int shown, string expected)
    {
        Assert.Equal(expected, Written(value, Format(decimals, shown)));
    }

    [Theory]
    [InlineData(130, "+0.13")]
    [InlineData(-130, "-0.13")]
    [InlineData(0, "0.00")]
    [InlineData(4, "0.00")]
    public void Plus_sign_stands_where_it_is_asked_for_and_never_at_zero(int value, string expected)
    {
        Assert.Equal(expected, Written(value, NumberFormat.AmpsHundredths));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 2)]
    public void What_is_not_known_is_two_dashes(int decimals, int shown)
    {
        Assert.Equal("--", Written(Reading.Unknown, NumberFormat.Plus | Format(decimals, shown)));
    }

    [Fact]
    public void Any_number_is_written_as_the_class_library_writes_it()
    {
        var random = new Random(7);
        for (int i = 0; i < 5000; i++)
        {
            int value = random.Next(int.MinValue + 1, int.MaxValue) >> random.Next(31);
            int decimals = random.Next(10);
            int shown = random.Next(decimals + 1);
            decimal rounded = decimal.Round(value / (decimal)Math.Pow(10, decimals), shown, MidpointRounding.AwayFromZero);
            string expected = rounded == 0 ? 0m.ToString($"F{shown}") : rounded.ToString($"F{shown}");

            Assert.Equal(expected, Written(value, Format(decimals, shown)));
        }
    }

    private static string Written(int value, NumberFormat format)
    {
        return LineText.Of(new TextLine().Add(value, format));
    }

    private static NumberFormat Format(int decimals, int shown)
    {
        return (NumberFormat)(decimals << 4 | shown);
    }
}
