using System.Text;
using ValenceNano.Bench;
using ValenceNano.Desktop;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Desktop;

public sealed class GeneratedCaptureTests
{
    public static TheoryData<int, bool> Captures
    {
        get
        {
            var captures = new TheoryData<int, bool>();
            for (int seed = 1; seed <= 20; seed++)
            {
                captures.Add(seed, true);
                captures.Add(seed, false);
            }

            return captures;
        }
    }

    [Theory]
    [MemberData(nameof(Captures))]
    public async Task What_was_put_in_comes_out_and_nothing_else(int seed, bool hasTimes)
    {
        var capture = new GeneratedCapture(seed, hasTimes, items: 300);
        var messages = new CollectedMessages();

        await DecodeAsync(capture.Text, new CaptureDecoder(messages));

        Assert.Equal(capture.Expected, JunkJoined(messages.All));
    }

    [Theory]
    [MemberData(nameof(Captures))]
    public void Command_says_the_same(int seed, bool hasTimes)
    {
        var capture = new GeneratedCapture(seed, hasTimes, items: 100);

        Run run = Run.Decode(capture.Text, "--json");

        Assert.Equal(
            capture.Expected.Where(m => m.Kind != MessageKind.Junk).Select(m => MessageNames.Of(m.Kind)),
            run.Json.Select(m => m.GetProperty("kind").GetString()!).Where(kind => kind != "junk"));
        Assert.All(run.Json, m => Assert.Equal(hasTimes, m.TryGetProperty("t_ms", out _)));
        Assert.Equal(capture.Contradictions, run.Json.Count(m => m.TryGetProperty("consistent", out var c) && !c.GetBoolean()));
        Assert.Contains($"; {capture.BadLines} of ", run.Error[^1], StringComparison.Ordinal);
    }

    // Of the table the same is true, but only once the runtime has compiled the library's formatting for good.
    [Fact]
    public void Nothing_is_allocated_for_a_line_once_the_first_ones_are_through()
    {
        byte[][] lines = [.. new GeneratedCapture(1, true, items: 500).Text.Split('\n').Select(Encoding.ASCII.GetBytes)];
        var decoder = new CaptureDecoder(new MessageJson(new JsonLines(new OutputBuffer(Stream.Null))));
        var parser = new LineParser();
        var line = new CaptureLine();
        Decode();

        Assert.Equal(0, Allocation.By(Decode));

        void Decode()
        {
            foreach (byte[] text in lines)
            {
                if (parser.Parse(text, line) == LineDefect.None)
                {
                    decoder.Take(line);
                }
            }
        }
    }

    private static List<(MessageKind Kind, long? TimeMs, string Hex)> JunkJoined(
        List<(MessageKind Kind, long? TimeMs, string Hex)> messages)
    {
        var joined = new List<(MessageKind Kind, long? TimeMs, string Hex)>();
        foreach (var message in messages)
        {
            bool isJunk = message.Kind == MessageKind.Junk;
            if (isJunk && joined.Count > 0 && joined[^1].Kind == MessageKind.Junk)
            {
                joined[^1] = joined[^1] with { Hex = joined[^1].Hex + message.Hex };
            }
            else
            {
                joined.Add(isJunk ? message with { TimeMs = null } : message);
            }
        }

        return joined;
    }

    private static async Task DecodeAsync(string text, CaptureDecoder decoder)
    {
        using var source = new CaptureSource("capture", new MemoryStream(Encoding.ASCII.GetBytes(text)));
        var reader = new CaptureReader(source, TextWriter.Null);
        var line = new CaptureLine();
        while (await reader.FillAsync(default))
        {
            while (reader.Read(line))
            {
                decoder.Take(line);
            }
        }

        decoder.EndBurst();
    }
}
