using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Desktop;

public sealed class MessageTableTests
{
    private const string Reply =
        "id   2  soc  93.3 %  13.352 V  I1   +0.132 A  I2   +0.132 A  cells 3338 3337 3338 3339 mV max 3339 min 3337"
        + "   23  21  21  21 C  boards  21  24 C";

    [Theory]
    [InlineData("000300FC0000842B", "-> reset      power-up")]
    [InlineData("FF4306064246", "-> round      discovery begins")]
    [InlineData("FF500605F382", "-> slot_poll  slot 5")]
    [InlineData("FF701143424231313238313033313850B9", "<- serial     CBB112810318  434242313132383130333138  made 2011, week 28 (?)")]
    [InlineData("FF411243424231313238313033313802CAEA", "-> assign     id   2  CBB112810318  434242313132383130333138  made 2011, week 28 (?)  (no battery has said this serial)")]
    [InlineData("FF4206021245", "<- assigned   id   2")]
    [InlineData("03030029001BD5EB", "-> read       id   3")]
    [InlineData("0210004B00010200557D24", "-> write      id   2  register 0x004b = 0x0055")]
    [InlineData("0310004B0001703D", "<- written    id   3  register 0x004b")]
    [InlineData("2232A06BA021FFFF", "?? junk       2232a06ba021ffff")]
    public void Every_kind_has_its_row(string hex, string expected) =>
        Assert.Equal("12345678 " + expected, Assert.Single(Run.Decode($"12345678 {hex}").Rows));

    [Fact]
    public void Time_that_is_not_known_is_a_dash() =>
        Assert.Equal("       - -> round      discovery begins", Assert.Single(Run.Decode("FF4306064246").Rows));

    [Fact]
    public void Data_reply_shows_all_of_its_values_and_the_unknown_bytes() => Assert.Equal(
        $"     755 <- data       {Reply}  7-14: 0f 00 00 04 a8 00 50 04  21-22: 80 00  45-48: 00 10 04 00",
        Assert.Single(Run.Decode($"755 {Frames.DataHex}").Rows));

    [Fact]
    public void Second_current_has_a_place_of_its_own() => Assert.Contains(
        "I1   +0.132 A  I2   +0.016 A",
        Assert.Single(Run.Decode(Convert.ToHexString(Frames.Data((DataReplyLayout.Current2Ma, 16)))).Rows),
        StringComparison.Ordinal);

    [Fact]
    public void Unknown_bytes_that_changed_since_the_bus_ids_last_reply_are_marked()
    {
        byte[][] replies = [Frames.Data(), Frames.Data((0, 3), (7, 1)), Frames.Data((11, 0xA9), (22, 1)), Frames.Data((0, 3), (48, 9))];

        Run run = Run.Decode(string.Join('\n', replies.Select(Convert.ToHexString)));

        Assert.DoesNotContain('*', run.Rows[0]);
        Assert.DoesNotContain('*', run.Rows[1]);
        Assert.EndsWith("7-14: 0f 00 00 04 a9*00 50 04  21-22: 80 01* 45-48: 00 10 04 00", run.Rows[2], StringComparison.Ordinal);
        Assert.EndsWith("7-14: 0f*00 00 04 a8 00 50 04  21-22: 80 00  45-48: 00 10 04 09*", run.Rows[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soc_again", 44)]
    [InlineData("cell_max_mv", 31)]
    [InlineData("cell_min_mv", 33)]
    [InlineData("voltage_again", 39)]
    [InlineData("cell_c", 15)]
    [InlineData("board_c", 20)]
    [InlineData("voltage_sum voltage_again", 35)]
    [InlineData("cell_max_mv cell_min_mv cell_c board_c", 31, 33, 16, 19)]
    public void Reply_that_contradicts_itself_names_the_rules_it_breaks(string rules, params int[] offsets)
    {
        byte[] reply = Frames.Data([.. offsets.Select(offset => (offset, 1))]);

        Run run = Run.Decode(Convert.ToHexString(reply));

        string expected = $" contradicts itself: {rules}  in {Convert.ToHexStringLower(reply)}";
        Assert.EndsWith(expected, Assert.Single(run.Rows), StringComparison.Ordinal);
        Assert.Equal("standard input: 1 message: 1 data (1 inconsistent)", Assert.Single(run.Error));
    }

    [Fact]
    public void Longest_row_is_whole()
    {
        byte[] reply = Frames.Data([.. Enumerable.Range(3, 54).Select(offset => (offset, 0x80 + (offset & 1)))]);

        Run run = Run.Decode("999999999999999999 " + Convert.ToHexString(reply));

        Assert.EndsWith(Convert.ToHexStringLower(reply), Assert.Single(run.Rows), StringComparison.Ordinal);
    }
}
