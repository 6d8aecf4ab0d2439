using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Protocol.Messages;

public sealed class MessageSplitterTests
{
    private static readonly string Everything = string.Concat(Frames.All);

    [Fact]
    public void Splitter_makes_nothing_of_nothing()
    {
        var splitter = new MessageSplitter();

        Assert.Equal(MessageKind.None, splitter.Next(nowMs: 0));
        splitter.EndBurst();
        Assert.Equal(MessageKind.None, splitter.Next(nowMs: 0));
        Assert.Equal(0, splitter.Pending);
    }

    [Fact]
    public void Glued_messages_come_apart()
    {
        List<string> results = Splitting.All(Everything);

        Assert.Equal(Frames.All.Select(frame => frame.ToUpperInvariant()), results.Select(result => result.Split(' ')[1]));
        Assert.Equal(results, Splitting.Messages(results));
    }

    [Fact]
    public void Messages_cut_anywhere_come_together()
    {
        List<string> whole = Splitting.All(Everything);
        byte[] stream = Hex.Bytes(Everything);
        for (int cut = 1; cut < stream.Length; cut++)
        {
            Assert.Equal(whole, Splitting.InPieces(stream, [cut, stream.Length]));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(58)]
    [InlineData(255)]
    public void Reads_of_any_size_give_the_same(int size) =>
        Assert.Equal(Splitting.All(Everything), Splitting.InPieces(Hex.Bytes(Everything), [size]));

    [Fact]
    public void Message_comes_out_with_its_last_byte_and_not_before()
    {
        foreach (string frame in Frames.All)
        {
            var splitter = new MessageSplitter();
            var results = new List<string>();
            byte[] bytes = Hex.Bytes(frame);

            Splitting.Feed(splitter, bytes[..^1], results);
            Assert.Empty(results);
            Assert.Equal(bytes.Length - 1, splitter.Pending);
            Splitting.Feed(splitter, bytes[^1..], results);
            Assert.Single(results);
        }
    }

    [Theory]
    [InlineData("one byte that begins nothing", "F8")]
    [InlineData("one byte that may begin a management message", "FF")]
    [InlineData("many of them", "FFFFFFFFFFFFFFFF")]
    [InlineData("one byte that may begin a reset", "00")]
    [InlineData("many of them", "0000000000000000")]
    [InlineData("one byte that may begin a data reply", "02")]
    [InlineData("line ends", "0D0A0D0A")]
    [InlineData("acknowledgements that collided", Frames.Collision)]
    [InlineData("the same, all but whole", Frames.CollisionInCrc)]
    [InlineData("the head of a data reply", "020336")]
    [InlineData("the head of a serial", "FF7011")]
    [InlineData("the head of an assignment", "FF4112434242")]
    [InlineData("the head of a write", "0210004B000102")]
    [InlineData("the head of a reset", "000300FC")]
    [InlineData("a data reply without its end", "020336161414130F000004A80050041316141717148000E40000008400")]
    [InlineData("a data reply without its beginning", "2A340000FEFE001004000C0D090D0A0D0B0D7A3B")]
    public void Junk_around_messages_costs_none(string what, string junk)
    {
        foreach (string frame in Frames.All)
        {
            string message = Splitting.All(frame)[0];

            List<string> results = Splitting.All(junk + frame + junk + frame + junk);

            Assert.True(Splitting.Messages(results).SequenceEqual([message, message]), $"{what}: {string.Join(", ", results)}");
            Assert.Equal(Hex.Text(Hex.Bytes(junk + frame + junk + frame + junk)), Splitting.Bytes(results));
        }
    }

    [Fact]
    public void Junk_comes_out_in_front_of_the_message_behind_it() =>
        Assert.Equal(
            ["Junk " + Frames.Collision, "Round " + Frames.Round, "Junk F9", "Read " + Frames.Read2, "Junk FA"],
            Splitting.All(Frames.Collision + Frames.Round + "F9" + Frames.Read2 + "FA"));

    [Fact]
    public void False_beginning_holds_a_message_back_until_the_burst_ends()
    {
        var splitter = new MessageSplitter();
        var results = new List<string>();
        Splitting.Feed(splitter, Hex.Bytes("020336" + Frames.SerialA + Frames.Read2), results);
        Assert.Empty(results);

        splitter.EndBurst();
        Splitting.Drain(splitter, results);

        Assert.Equal(["Junk 020336", "Serial " + Frames.SerialA, "Read " + Frames.Read2], results);
    }

    [Fact]
    public void False_beginning_holds_a_message_back_no_longer_than_its_own_length()
    {
        var splitter = new MessageSplitter();
        var results = new List<string>();

        Splitting.Feed(splitter, Hex.Bytes("FF7011" + Frames.Read2 + Frames.Round), results);

        Assert.Equal(["Junk FF7011", "Read " + Frames.Read2, "Round " + Frames.Round], results);
    }

    [Fact]
    public void Part_that_the_end_of_the_burst_cut_off_is_not_joined_to_what_follows()
    {
        var splitter = new MessageSplitter();
        var results = new List<string>();
        Splitting.Feed(splitter, Hex.Bytes(Frames.Data2[..40]), results);
        splitter.EndBurst();
        Splitting.Drain(splitter, results);

        Splitting.Feed(splitter, Hex.Bytes(Frames.Data2[40..] + Frames.Read2), results);

        Assert.Equal(["Junk " + Frames.Data2[..40], "Junk " + Frames.Data2[40..], "Read " + Frames.Read2], results);
    }

    [Theory]
    [InlineData("F8")]
    [InlineData("FF")]
    [InlineData("00")]
    [InlineData("02")]
    [InlineData("020336")]
    [InlineData("FF4112")]
    [InlineData("0210004B0001")]
    public void Junk_without_end_fills_no_buffer(string junk)
    {
        string stream = string.Concat(Enumerable.Repeat(junk, 3000)) + Frames.Data3;

        List<string> results = Splitting.All(stream);

        Assert.Equal(["Data " + Frames.Data3], Splitting.Messages(results));
        Assert.Equal(stream, Splitting.Bytes(results));
        Assert.True(results.Count > 3000 * junk.Length / 2 / 128, "junk comes out in pieces of 128 bytes at most");
    }

    [Fact]
    public void More_than_there_is_room_for_is_not_taken()
    {
        var splitter = new MessageSplitter();
        byte[] many = Hex.Bytes(string.Concat(Enumerable.Repeat(Frames.Round, 200)));

        int taken = splitter.Put(many, 0, many.Length, nowMs: 0);

        Assert.InRange(taken, MessageSplitter.MinRoom, many.Length - 1);
        Assert.Equal(taken, splitter.Pending);
        Assert.Equal(0, splitter.Put(many, taken, 1, nowMs: 0));
    }

    [Fact]
    public void Room_for_a_whole_message_is_always_there_when_drained()
    {
        var splitter = new MessageSplitter();
        var results = new List<string>();
        byte[] longestJunkAndPart = [.. Enumerable.Repeat((byte)0xF8, 127), 0x02, 0x03, 250, .. new byte[251]];
        Splitting.Feed(splitter, longestJunkAndPart, results);
        Assert.Equal(381, splitter.Pending);

        Assert.Equal(256, splitter.Put(new byte[256], 0, 256, nowMs: 0));
    }

    [Fact]
    public void Silence_of_50_ms_ends_a_burst_and_less_does_not()
    {
        byte[] data = Hex.Bytes(Frames.Data2);
        Assert.Equal(["Data " + Frames.Data2], CutAt(20, silenceMs: 49));
        Assert.Equal(["Junk " + Frames.Data2[..40], "Junk " + Frames.Data2[40..]], CutAt(20, silenceMs: 50));

        // A clock that was set back tells nothing of the silence: the safe end is to believe in one.
        Assert.Equal(["Junk " + Frames.Data2[..40], "Junk " + Frames.Data2[40..]], CutAt(20, silenceMs: -1));

        List<string> CutAt(int cut, int silenceMs)
        {
            var splitter = new MessageSplitter();
            var results = new List<string>();
            splitter.Put(data, 0, cut, nowMs: 1000);
            Splitting.Drain(splitter, results, nowMs: 1000 + silenceMs);
            splitter.Put(data, cut, data.Length - cut, nowMs: 1000 + silenceMs);
            Splitting.Drain(splitter, results, nowMs: 1000 + silenceMs);
            splitter.EndBurst();
            Splitting.Drain(splitter, results, nowMs: 1000 + silenceMs);
            return results;
        }
    }

    [Fact]
    public void Bytes_found_only_behind_a_silence_may_have_come_in_time()
    {
        byte[] data = Hex.Bytes(Frames.Data2);
        var splitter = new MessageSplitter();
        var results = new List<string>();
        splitter.Put(data, 0, 20, nowMs: 1000);
        Splitting.Drain(splitter, results, nowMs: 1000);

        splitter.Put(data, 20, data.Length - 20, nowMs: 1200);
        Splitting.Drain(splitter, results, nowMs: 1200);

        Assert.Equal(["Data " + Frames.Data2], results);
    }
}
