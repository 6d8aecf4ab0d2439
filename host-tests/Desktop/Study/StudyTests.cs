using ValenceNano.Desktop;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Desktop.Study;

using Study = ValenceNano.Desktop.Study;

public sealed class StudyTests
{
    private const int FewReplies = 500;
    private const int ManyReplies = 12_000;

    private static readonly int[] Free = [7, 8, 9, 10, 12, 13, 14, 45, 46, 47];

    /// <summary>Ways in which bytes can mean nothing: each draws them for the next reply.</summary>
    private static readonly Dictionary<string, Action<Random, int, byte[], IEnumerable<int>>> Noises = new()
    {
        ["new ones each time"] = (random, _, reply, offsets) => Change(offsets, 1, random, offset => reply[offset] = (byte)random.Next(256)),
        ["new ones now and then"] = (random, i, reply, offsets) =>
            Change(offsets, i == 0 ? 1 : 0.01, random, offset => reply[offset] = (byte)random.Next(256)),
        ["a bit turned now and then"] = (random, _, reply, offsets) =>
            Change(offsets, 0.005, random, offset => reply[offset] ^= (byte)(1 << random.Next(8))),
        ["wandering"] = (random, i, reply, offsets) =>
            Change(offsets, 0.3, random, offset => reply[offset] = (byte)(reply[offset] + (random.Next(2) * 2) - 1)),
        ["waves"] = (_, i, reply, offsets) =>
        {
            foreach (int offset in offsets)
            {
                reply[offset] = (byte)(128 + (100 * Math.Sin(i / (70.0 + (11 * offset)))));
            }
        },
        ["seldom, and all at once"] = (random, i, reply, offsets) =>
            Change(offsets, i % 300 == 0 ? 1 : 0, random, offset => reply[offset] = (byte)random.Next(256)),
    };

    public static TheoryData<string> NoiseNames => [.. Noises.Keys];

    [Fact]
    public void Reading_has_a_name_of_its_own()
    {
        string[] names = [.. StudyReadings.All.Select(reading => reading.Name)];

        Assert.DoesNotContain("", names);
        Assert.Equal(names.Distinct(), names);
        Assert.Contains("cell_spread_mv", names);
    }

    [Theory]
    [MemberData(nameof(NoiseNames))]
    public void Nothing_is_claimed_of_noise_for_200_seeds(string noise)
    {
        for (int seed = 1; seed <= 200; seed++)
        {
            var study = new Study(new MadeLog(seed).Collect(FewReplies, (random, i, reply) => Noises[noise](random, i, reply, StudyItem.Offsets)));

            Assert.True(study.Findings.Count == 0, $"seed {seed}: {string.Join("; ", study.Findings)}");
            Assert.True(study.Tried > 0, "nothing was tried");
        }
    }

    [Theory]
    [MemberData(nameof(NoiseNames))]
    public void Flag_and_a_counter_are_found_among_noise_and_nothing_else(string noise)
    {
        Study study = Planted(seed: 7, noise);

        Assert.Equal(2, study.Findings.Count);
        Finding flag = study.Findings.Single(finding => finding.Op == StudyOp.SetWhenAbove);
        Assert.Equal((21, 0x10), (flag.Item.Offset, flag.Item.Mask));
        Assert.Equal("cell_max_mv", flag.Related[0].Reading);
        Assert.InRange(flag.Related[0].Value!.Value, 3590, 3600);
        Assert.Equal((ManyReplies, 0, 0), (flag.Related[0].Hits, flag.Related[0].Misses, flag.Related[0].LagReplies));
        Finding counter = study.Findings.Single(finding => finding.Op == StudyOp.Counts);
        Assert.Equal(11, counter.Item.Offset);
        Assert.Empty(counter.Related);
    }

    [Fact]
    public void Pair_that_counts_is_one_finding()
    {
        var study = new Study(new MadeLog(3).Collect(FewReplies, (_, i, reply) => (reply[13], reply[14]) = ((byte)(5 * i), (byte)((5 * i) >> 8))));

        Finding finding = Assert.Single(study.Findings);
        Assert.Equal((StudyOp.Counts, 13, 16), (finding.Op, finding.Item.Offset, finding.Item.Width));
    }

    [Fact]
    public void Byte_that_goes_up_for_as_long_as_a_short_log_is_no_counter_yet()
    {
        var study = new Study(new MadeLog(3).Collect(FewReplies, (_, i, reply) => reply[13] = (byte)(i / 4)));

        Assert.Empty(study.Findings);
    }

    [Fact]
    public void Byte_that_is_a_reading_is_found()
    {
        var study = new Study(new MadeLog(3).Collect(ManyReplies, (_, _, reply) => reply[8] = reply[DataReplyLayout.Soc]));

        Finding finding = Assert.Single(study.Findings);
        Assert.Equal((StudyOp.Equal, 8), (finding.Op, finding.Item.Offset));
        Assert.Equal("soc_byte", Assert.Single(finding.Related).Reading);
        Assert.Equal(0, finding.Related[0].Misses);
    }

    [Fact]
    public void Byte_that_goes_with_a_reading_two_replies_later_is_found_with_its_lag()
    {
        var seen = new Queue<byte>([0, 0]);
        var study = new Study(new MadeLog(3).Collect(ManyReplies, (_, _, reply) =>
        {
            seen.Enqueue((byte)(128 + (BitConverter.ToInt32(reply, DataReplyLayout.CurrentMa) / 100)));
            reply[9] = seen.Dequeue();
        }));

        Finding finding = Assert.Single(study.Findings, finding => finding.Item.Width == 8);
        Assert.Equal((StudyOp.Follows, 9), (finding.Op, finding.Item.Offset));
        Assert.Equal(2, finding.Related[0].LagReplies);
        Assert.StartsWith("current", finding.Related[0].Reading, StringComparison.Ordinal);
    }

    [Fact]
    public void Batteries_are_told_apart_by_serial_and_by_bus_id_where_none_was_heard()
    {
        byte[] serial = "CBB112810318"u8.ToArray();
        string capture = $"{Hex(Frames.Data())}\n{Hex(Frames.Reset())}\n{Hex(Frames.Assign(serial, 2))}\n{Hex(Frames.Data())}\n{Hex(Frames.Data((0, 3)))}\n";

        Run run = Run.Valence(System.Text.Encoding.ASCII.GetBytes(capture), "study", "-", "--json");

        Assert.Equal(3, run.Json[0].GetProperty("batteries").GetInt32());
        Assert.Equal(
            [Convert.ToHexStringLower(serial), "id:2", "id:3"],
            run.Json.Skip(1).Select(json => json.GetProperty("battery").GetString()!).Distinct());
        Assert.Equal(14 * 3, run.Json.Count(json => json.GetProperty("kind").GetString() == "byte"));
    }

    [Fact]
    public void Page_has_the_findings_and_the_constant_bytes_beside_the_make()
    {
        byte[] serial = "CBB112810318"u8.ToArray();
        string capture = $"{Hex(Frames.Assign(serial, 2))}\n{Hex(Frames.Data())}\n{Hex(Frames.Data())}\n";

        Run run = Run.Valence(System.Text.Encoding.ASCII.GetBytes(capture), "study", "-");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("- nothing that chance would not do as well", run.Output);
        Assert.Equal("- 0f 00 00 04 a8 00 50 04 80 00 00 10 04 00  CBB112810318, made 2011, week 28 (?)", run.Output[^1]);
    }

    [Fact]
    public void Log_without_a_reply_finds_nothing()
    {
        Run run = Run.Valence(System.Text.Encoding.ASCII.GetBytes(Hex(Frames.Round())), "study", "-");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
    }

    private static Study Planted(int seed, string noise) => new(new MadeLog(seed).Collect(ManyReplies, (random, i, reply) =>
    {
        Noises[noise](random, i, reply, Free);
        reply[11] = (byte)(i / 100);
        reply[21] = (byte)(0x80 | (BitConverter.ToUInt16(reply, DataReplyLayout.CellMaxMv) > 3600 ? 0x10 : 0));
    }));

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes);

    private static void Change(IEnumerable<int> offsets, double share, Random random, Action<int> change)
    {
        foreach (int offset in offsets)
        {
            if (random.NextDouble() < share)
            {
                change(offset);
            }
        }
    }
}
