using ValenceNano.Desktop;

namespace ValenceNano.HostTests.Desktop;

public sealed class CaptureDecoderTests
{
    private readonly CollectedMessages _messages = new();
    private readonly CaptureDecoder _decoder;

    public CaptureDecoderTests() => _decoder = new CaptureDecoder(_messages);

    [Fact]
    public void Glued_messages_come_apart()
    {
        Take(7, "ff4306064246ff4306064246ff5006003381");

        Said("7 Round", "7 Round", "7 SlotPoll");
    }

    [Theory]
    [InlineData(100, 100)]
    [InlineData(100, 149)]
    [InlineData(null, null)]
    [InlineData(100, null)]
    [InlineData(null, 100)]
    public void Part_is_carried_into_the_next_line(int? firstMs, int? secondMs)
    {
        Take(firstMs, "ff4306");
        Take(secondMs, "064246");

        Said($"{firstMs} Round");
    }

    [Theory]
    [InlineData(100, 150)]
    [InlineData(100, 5000)]
    [InlineData(100, 99)]
    [InlineData(5000, 0)]
    public void Part_is_not_carried_over_a_gap_or_to_an_earlier_time(int firstMs, int secondMs)
    {
        Take(firstMs, "ff4306");
        Take(secondMs, "064246");
        _decoder.EndBurst();

        Said($"{firstMs} Junk", $"{secondMs} Junk");
    }

    [Fact]
    public void Gap_is_that_between_two_lines_and_not_that_since_the_first_part()
    {
        Take(0, "ff43");
        Take(49, "0606");
        Take(98, "4246");

        Said("0 Round");
    }

    [Fact]
    public void Message_has_the_time_of_its_first_byte()
    {
        Take(1, "ff4306064246ff");
        Take(2, "4306");
        Take(3, "064246ff500600");
        Take(4, "3381");

        Said("1 Round", "1 Round", "3 SlotPoll");
    }

    [Fact]
    public void Message_in_lines_of_one_byte_has_the_time_of_the_first()
    {
        byte[] reply = Frames.Data();
        for (int i = 0; i < 10 * reply.Length; i++)
        {
            Take(i, Convert.ToHexString(reply, i % reply.Length, 1));
        }

        Said([.. Enumerable.Range(0, 10).Select(i => $"{i * reply.Length} Data")]);
    }

    [Fact]
    public void Line_may_be_longer_than_what_the_splitter_holds()
    {
        Take(9, string.Concat(Enumerable.Repeat(Frames.DataHex, 1000)));

        Assert.Equal(1000, _messages.All.Count);
        Assert.All(_messages.All, message => Assert.Equal((9, Frames.DataHex), (message.TimeMs, message.Hex)));
    }

    [Fact]
    public void Junk_is_a_run_of_its_own_with_its_own_time()
    {
        Take(1, "0210004b00010200557d24");
        Take(2, "0310004b000102005570b42232a06ba021ffff");
        Take(500, "ff4306064246");

        Said("1 Write", "2 Write", "2 Junk", "500 Round");
        Assert.Equal("2232a06ba021ffff", _messages.All[2].Hex);
        Assert.Equal(8, _decoder.Counts.JunkBytes);
    }

    // The last line but five of the log: both acknowledgements at once. Their CRC fits neither.
    [Fact]
    public void Acknowledgements_that_collided_are_junk()
    {
        Take(63296, "0310004b000102005570b40310004b000171bd");
        _decoder.EndBurst();

        Said("63296 Write", "63296 Junk");
    }

    private void Take(long? timeMs, string hex)
    {
        var line = new CaptureLine();
        line.Begin(hex.Length / 2);
        line.TimeMs = timeMs;
        line.Length = hex.Length / 2;
        Convert.FromHexString(hex).CopyTo(line.Buffer, 0);
        _decoder.Take(line);
    }

    private void Said(params string[] expected) => Assert.Equal(expected, _messages.All.Select(m => $"{m.TimeMs} {m.Kind}"));
}
