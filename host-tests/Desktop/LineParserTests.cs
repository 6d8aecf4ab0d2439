using System.Text;
using ValenceNano.Desktop;

namespace ValenceNano.HostTests.Desktop;

public sealed class LineParserTests
{
    private readonly LineParser _parser = new();
    private readonly CaptureLine _line = new();

    [Theory]
    [InlineData("FF4306064246")]
    [InlineData("ff4306064246")]
    [InlineData("FF 43 06 06 42 46")]
    [InlineData("FF43 0606  4246 ")]
    [InlineData("\tFF43\t06064246\r")]
    [InlineData("-> FF4306064246")]
    [InlineData("<-FF 43 06064246 # a comment")]
    [InlineData("FF4306064246#-> 12")]
    public void Line_without_a_time(string text) => Reads(text, null, "ff4306064246");

    [Theory]
    [InlineData("12 FF4306064246")]
    [InlineData("   12 FF 43 06 06 42 46")]
    [InlineData("012\t-> FF4306064246")]
    [InlineData("12 ->FF4306064246")]
    [InlineData("12-> FF4306064246\r")]
    [InlineData("12 <- FF43 0606 4246 # a comment")]
    public void Line_with_a_time(string text) => Reads(text, 12, "ff4306064246");

    [Theory]
    [InlineData("0 02", 0L, "02")]
    [InlineData("86400000 0203", 86400000L, "0203")]
    [InlineData("999999999999999999 02", 999999999999999999L, "02")]
    [InlineData("1000000000000000000 02", null, null)]
    [InlineData("10000000000000000000 02", null, "1000000000000000000002")]
    public void Time_has_18_digits_at_most(string text, long? timeMs, string? hex) => Reads(text, timeMs, hex);

    [Theory]
    [InlineData("1234")]
    [InlineData("1234 # what a time looks like")]
    public void Digits_alone_are_bytes(string text) => Reads(text, null, "1234");

    [Theory]
    [InlineData("12 -> 34")]
    [InlineData("12 <-34")]
    public void What_stands_before_an_arrow_is_the_time(string text) => Reads(text, 12, "34");

    [Fact]
    public void Two_digits_before_two_digits_are_the_time_if_nothing_says_otherwise() => Reads("02 03 36", 2, "0336");

    [Fact]
    public void Two_digits_are_a_byte_if_that_makes_a_message() =>
        Reads("02 03 00 29 00 1B D4 3A", null, "02030029001bd43a");

    [Fact]
    public void Two_digits_are_the_time_if_that_makes_a_message() => Reads("33 02 03 00 29 00 1B D4 3A", 33, "02030029001bd43a");

    [Fact]
    public void Bytes_in_groups_of_two_are_recognised_as_well() => Reads("0203 0029 001B D43A", null, "02030029001bd43a");

    [Theory]
    [InlineData("FF 43", null, "0336")]
    [InlineData("02 03 00 29 00 1B D4 3A", null, "0336")]
    [InlineData("7 FF 43", 2L, "36")]
    [InlineData("33 02 03 00 29 00 1B D4 3A", 2L, "36")]
    public void Where_nothing_is_whole_the_last_line_that_left_no_doubt_decides(string before, long? timeMs, string hex)
    {
        Assert.Equal(LineDefect.None, Parse(before));

        Reads(timeMs == null ? "03 36" : "02 36", timeMs, hex);
    }

    [Fact]
    public void Line_that_is_none_of_a_capture_decides_nothing()
    {
        Assert.Equal(LineDefect.NotHex, Parse("FF is no byte here"));

        Reads("02 36", 2, "36");
    }

    [Fact]
    public void Long_line_of_two_digits_is_judged_by_all_of_it()
    {
        string junk = string.Concat(Enumerable.Repeat("11 ", 1000));

        Reads($"{junk} 02 03 00 29 00 1B D4 3A", 11, string.Concat(Enumerable.Repeat("11", 999)) + "02030029001bd43a");
        Reads("02 03 00 29 00 1B D4 3A " + junk, null, "02030029001bd43a" + string.Concat(Enumerable.Repeat("11", 1000)));
    }

    private void Reads(string text, long? timeMs, string? hex)
    {
        LineDefect defect = Parse(text);

        Assert.Equal(hex == null, defect != LineDefect.None);
        if (hex != null)
        {
            Assert.Equal(hex, Convert.ToHexStringLower(_line.Buffer.AsSpan(_line.Start, _line.Length)));
            Assert.Equal(timeMs, _line.TimeMs);
        }
    }

    private LineDefect Parse(string text) => _parser.Parse(Encoding.ASCII.GetBytes(text), _line);
}
