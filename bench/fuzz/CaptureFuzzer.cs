using System.Globalization;
using System.Text;
using System.Text.Json;
using ValenceNano.Desktop;
using ValenceNano.Protocol;

namespace ValenceNano.Bench;

/// <summary>
/// The capture reader and <c>valence decode</c>: any bytes are read to their end in bounded memory, every line is counted
/// once, good lines between bad ones give their bytes and their time, and the messages are those of the bytes.
/// </summary>
public sealed class CaptureFuzzer : IFuzzer
{
    private const int MaxBuffer = 1 << 20;

    /// <inheritdoc/>
    public string Name => "capture";

    /// <inheritdoc/>
    public Tally Reached { get; } = new();

    /// <inheritdoc/>
    public int Run(Random random)
    {
        var text = new CaptureText(random);
        byte[] bytes = text.Bytes;
        List<byte[]> bursts = ReadLines(text, bytes, random);
        int pieces = 0;
        int messages = 0;
        var foreign = new ForeignMessages();
        foreach (byte[] burst in bursts)
        {
            foreach (Piece piece in ReferenceSplitter.All(burst))
            {
                pieces++;
                messages += foreign.Judge(piece.Kind, burst, piece.Start, piece.Length) == MessageKind.Junk ? 0 : 1;
            }
        }

        Reached.Add("messages", messages);
        CheckCommand(bytes, asJson: true, pieces, messages, random);
        CheckCommand(bytes, asJson: false, pieces, messages, random);
        return bytes.Length;
    }

    // Gives the bytes of all lines, one array for each burst.
    private List<byte[]> ReadLines(CaptureText text, byte[] bytes, Random random)
    {
        using var stream = new PortionedStream(bytes, random);
        using var source = new CaptureSource("fuzz", stream);
        var reader = new CaptureReader(source, TextWriter.Null, "capture");
        var line = new CaptureLine();
        var bursts = new List<List<byte>>();
        var results = new Dictionary<int, ExpectedLine>();
        long? lastTimeMs = null;
        while (reader.FillAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult())
        {
            while (reader.Read(line))
            {
                byte[] lineBytes = line.Buffer.AsSpan(line.Start, line.Length).ToArray();
                results.Add((int)reader.Lines - 1, new ExpectedLine(lineBytes, line.TimeMs, IsSkipped: false));
                bool isCut = line.TimeMs < lastTimeMs || line.TimeMs - lastTimeMs >= MessageSplitter.BurstGapMs;
                if (bursts.Count == 0 || isCut)
                {
                    bursts.Add([]);
                }

                bursts[^1].AddRange(lineBytes);
                lastTimeMs = line.TimeMs;
            }
        }

        Require.That(stream.LargestRoom <= MaxBuffer, $"room for {stream.LargestRoom} bytes");
        Require.That(line.Buffer.Length <= MaxBuffer, $"a line of {line.Buffer.Length} bytes");
        CheckLines(text, reader, results);
        return [.. bursts.Select(burst => burst.ToArray())];
    }

    private void CheckLines(CaptureText text, CaptureReader reader, Dictionary<int, ExpectedLine> results)
    {
        Require.That(reader.Lines == text.Lines.Count, $"{reader.Lines} lines of {text.Lines.Count}");
        int skipped = text.Lines.Count(expected => expected is { IsSkipped: true });
        int unknown = text.Lines.Count(expected => expected == null);
        Require.That(
            reader.SkippedLines >= skipped && reader.SkippedLines <= skipped + unknown,
            $"{reader.SkippedLines} lines skipped, not {skipped} and some of {unknown}");
        for (int i = 0; i < text.Lines.Count; i++)
        {
            if (text.Lines[i] is { } expected)
            {
                ExpectedLine found = results.GetValueOrDefault(i, ExpectedLine.Blank);
                Require.That(
                    found.TimeMs == expected.TimeMs && found.Bytes.AsSpan().SequenceEqual(expected.Bytes),
                    $"line {i + 1}: {found.TimeMs} {Convert.ToHexString(found.Bytes)}, "
                    + $"not {expected.TimeMs} {Convert.ToHexString(expected.Bytes)}");
            }
        }

        Reached.Add("lines with bytes", results.Count);
        Reached.Add("lines skipped", reader.SkippedLines);
    }

    private static void CheckCommand(byte[] bytes, bool asJson, int pieces, int messages, Random random)
    {
        using var stream = new PortionedStream(bytes, random);
        using var source = new CaptureSource("fuzz", stream);
        using var output = new MemoryStream();
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var io = new CommandIo(Stream.Null, output, error);
        int exitCode = DecodeCommand.RunAsync(source, asJson, "capture", io, CancellationToken.None).GetAwaiter().GetResult();
        Require.That(exitCode == (messages > 0 ? ExitCode.Done : ExitCode.NothingFound), $"exit code {exitCode}, {messages} messages");
        string[] lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int header = asJson || pieces == 0 ? 0 : 1;
        Require.That(lines.Length == pieces + header, $"{lines.Length} lines for {pieces} messages and runs of junk");
        foreach (string line in asJson ? lines : [])
        {
            using JsonDocument parsed = JsonDocument.Parse(line);
            Require.That(parsed.RootElement.GetProperty("kind").GetString() != null, $"no kind in {line}");
        }
    }
}
