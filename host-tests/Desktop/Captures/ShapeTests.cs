using System.Text;
using System.Text.Json;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Desktop.Captures;

public sealed class ShapeTests
{
    private static readonly ShapedLog Log = new(Traffic());

    public static TheoryData<string> Names => [.. ShapedLog.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Log_in_any_shape_decodes_to_the_same_messages(string shape)
    {
        Run run = Run.Decode(Log.In(shape), "--json");

        Assert.Equal(Traffic().Select(burst => Convert.ToHexStringLower(burst.Bytes)), Messages(run));
    }

    [Fact]
    public void Raw_binary_decodes_to_the_same_messages()
    {
        Run run = Run.Valence(Log.Binary(), "decode", "-", "--json");

        Assert.Equal(Messages(Run.Decode(Log.In("own"), "--json")), Messages(run));
        Assert.Equal("standard input: read as binary", run.Error[0]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Garbage_in_any_shape_gives_no_message(string shape)
    {
        var random = new Random(5);
        var garbage = new ShapedLog([.. Enumerable.Range(0, 150).Select(i => (i * 7, Bytes(random, random.Next(1, 60)), random.Next(2) == 0))]);

        Run run = Run.Decode(garbage.In(shape), "--json");

        Assert.Empty(Messages(run));
        Assert.Equal(1, run.ExitCode);
    }

    [Theory]
    [InlineData("clock", 1)]
    [InlineData("clock in brackets", 1)]
    [InlineData("ISO 8601", 1)]
    [InlineData("Python's log", 1)]
    [InlineData("ESPHome in colour", 1)]
    [InlineData("CSV, hex", 1)]
    [InlineData("CSV, decimal", 1)]
    [InlineData("CSV, a column a byte", 1)]
    [InlineData("logic analyser, s", 1)]
    [InlineData("logic analyser, ns", 1)]
    [InlineData("logic analyser, samples", 1)]
    [InlineData("Docklight", 1)]
    [InlineData("time above the bytes", 1)]
    [InlineData("RealTerm", 1)]
    [InlineData("JSON", 1)]
    [InlineData("ESPHome", 1000)]
    public void Times_are_those_since_the_first_line_over_midnight_and_new_year(string shape, int stepMs)
    {
        Run run = Run.Decode(Log.In(shape), "--json");

        int[] times = [.. run.Json.Select(message => message.GetProperty("t_ms").GetInt32())];
        Assert.Equal(Traffic().Length, times.Length);
        Assert.All(times.Zip(Traffic()), pair => Assert.InRange(pair.First, pair.Second.Ms - stepMs, pair.Second.Ms + 1));
    }

    [Fact]
    public void Message_cut_in_two_is_joined_within_50_ms_and_not_behind_a_gap()
    {
        string round = Convert.ToHexString(Frames.Round());
        string near = $"12:00:00.000 FF 43 06\n12:00:00.049 06 42 46\n12:00:01.000 {round}\n12:00:01.001 {round}\n";
        string far = near.Replace("00.049", "00.050", StringComparison.Ordinal);

        Assert.Equal(3, Messages(Run.Decode(near, "--json")).Length);
        Assert.Equal(2, Messages(Run.Decode(far, "--json")).Length);
    }

    [Fact]
    public void Clock_of_whole_seconds_cuts_no_message_at_the_turn_of_one()
    {
        Run run = Run.Decode("[12:00:00] FF:43:06\n[12:00:01] 06:42:46\n[12:00:03] FF:43:06:06:42:46\n", "--json");

        Assert.Equal(2, Messages(run).Length);
    }

    [Fact]
    public void Rows_that_a_dump_leaves_out_are_put_in_again()
    {
        byte[] bytes = [.. Frames.Round(), .. new byte[58], .. Frames.Round(), .. Frames.Data(), 0xFF];
        byte[][] rows = [.. bytes.Chunk(16)];
        var text = new StringBuilder();
        for (int i = 0; i < rows.Length; i++)
        {
            bool isLeftOut = i is 2 or 3;
            text.Append(isLeftOut ? i == 2 ? "*\n" : "" : $"{16 * i:x8}  {string.Join(' ', rows[i].Select(b => $"{b:x2}"))}\n");
        }

        Run run = Run.Decode(text.ToString(), "--json");

        Assert.Equal([.. new[] { Frames.Round(), Frames.Round(), Frames.Data() }.Select(Convert.ToHexStringLower)], Messages(run));
    }

    [Theory]
    [InlineData("hex", "read as hex")]
    [InlineData("decimal", "read as decimal")]
    public void Shape_can_be_forced(string shape, string said)
    {
        string text = shape == "hex" ? "12 -> 02 03\n" : "2 3 54\n";

        Assert.StartsWith($"standard input: {said}", Run.Decode(text, "--shape", shape).Error[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Shape_that_there_is_not_is_one_line_with_those_that_there_are()
    {
        Run run = Run.Decode("FF", "--shape", "morse");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'strings'", Assert.Single(run.Error), StringComparison.Ordinal);
    }

    private static (int Ms, byte[] Bytes, bool IsSent)[] Traffic()
    {
        byte[] serial = "CBB112810318"u8.ToArray();
        var bursts = new List<(int Ms, byte[] Bytes, bool IsSent)>
        {
            (0, Frames.Reset(), true),
            (1, Frames.Round(), true),
            (2, Frames.SlotPoll(0), true),
            (4, Frames.Serial(serial), false),
            (9, Frames.Assign(serial, 2), true),
            (37, Frames.Assigned(2), false),
        };
        for (int i = 0; i < 12; i++)
        {
            bursts.Add((100 + (250 * i), Frames.Read(2), true));
            bursts.Add((106 + (250 * i), Frames.Data((7, 10 * i), (DataReplyLayout.CurrentMa, i), (8, 39 - i), (9, 34 - (i % 2)), (10, 92)), false));
        }

        bursts.Add((3200, Frames.Write(2, 0x4B, 0x55), true));
        bursts.Add((3205, Frames.Acknowledge(2, 0x4B), false));
        return [.. bursts];
    }

    private static string[] Messages(Run run) => [.. run.Json.Where(IsMessage).Select(Hex)];

    private static bool IsMessage(JsonElement json) => json.GetProperty("kind").GetString() != "junk";

    // The bytes of a data reply; the others are told by what is in them.
    private static string Hex(JsonElement json)
    {
        int busId = json.TryGetProperty("bus_id", out JsonElement id) ? id.GetInt32() : 0;
        byte[] bytes = json.GetProperty("kind").GetString() switch
        {
            "reset" => Frames.Reset(),
            "round" => Frames.Round(),
            "slot_poll" => Frames.SlotPoll(json.GetProperty("slot").GetInt32()),
            "serial" => Frames.Serial(Convert.FromHexString(json.GetProperty("serial_hex").GetString()!)),
            "assign" => Frames.Assign(Convert.FromHexString(json.GetProperty("serial_hex").GetString()!), busId),
            "assigned" => Frames.Assigned(busId),
            "read" => Frames.Read(busId),
            "write" => Frames.Write(busId, json.GetProperty("register").GetInt32(), json.GetProperty("value").GetInt32()),
            "written" => Frames.Acknowledge(busId, json.GetProperty("register").GetInt32()),
            _ => Convert.FromHexString(json.GetProperty("hex").GetString()!),
        };
        return Convert.ToHexStringLower(bytes);
    }

    private static byte[] Bytes(Random random, int count)
    {
        byte[] bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
