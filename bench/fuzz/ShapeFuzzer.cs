using System.Globalization;
using System.Text;
using System.Text.Json;
using ValenceNano.Desktop;

namespace ValenceNano.Bench;

/// <summary>
/// <c>valence decode</c> on logs of other shapes, with characters changed, cut out and doubled, the shape found or forced: it ends, in
/// bounded memory, with lines that are JSON, whatever comes; and how the bytes were portioned makes no difference.
/// </summary>
public sealed class ShapeFuzzer : IFuzzer
{
    private const int MaxBuffer = 1 << 20;
    private const int MaxLines = 60;

    private static readonly string[] Specials = ["'", "\"", "\\", "\\x", "0x", ":", "::", ",", ";", "\t", "|", "*", " ", "  ", "-", ".", "\0", "\r", "\n", "é", "12:34:56", "1e309"];

    /// <inheritdoc/>
    public string Name => "shape";

    /// <inheritdoc/>
    public Tally Reached { get; } = new();

    /// <inheritdoc/>
    public int Run(Random random)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Corrupt(Log(random), random));
        string? shape = random.Next(3) > 0 ? null : ShapeFamilies.All[random.Next(ShapeFamilies.All.Count)].Name;
        string[] first = Decode(bytes, shape, random, out string error);
        string[] second = Decode(bytes, shape, random, out _);
        Require.That(first.SequenceEqual(second), $"other portions, other messages in {Convert.ToBase64String(bytes)}");
        Reached.Add("messages", first.Count(line => !line.StartsWith("{\"kind\":\"junk\"", StringComparison.Ordinal)));
        Reached.Add(error.Contains("read as", StringComparison.Ordinal) ? "other shapes" : "own shape");
        return bytes.Length;
    }

    private static string[] Decode(byte[] bytes, string? shape, Random random, out string said)
    {
        using var stream = new PortionedStream(bytes, random);
        using var source = new CaptureSource("fuzz", stream);
        using var output = new MemoryStream();
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        int exitCode = DecodeCommand.RunAsync(source, true, shape, new CommandIo(Stream.Null, output, error), CancellationToken.None)
            .GetAwaiter().GetResult();
        Require.That(stream.LargestRoom <= MaxBuffer, $"room for {stream.LargestRoom} bytes");
        string[] lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        bool hasMessages = false;
        foreach (string line in lines)
        {
            using JsonDocument parsed = JsonDocument.Parse(line);
            hasMessages |= parsed.RootElement.GetProperty("kind").GetString() != "junk";
        }

        Require.That(exitCode == (hasMessages ? ExitCode.Done : ExitCode.NothingFound), $"exit code {exitCode}");
        said = error.ToString();
        return lines;
    }

    private static string Log(Random random)
    {
        var grammar = new Grammar(random);
        int form = random.Next(9);
        var text = new StringBuilder();
        int offset = 0;
        for (int i = random.Next(MaxLines); i > 0; i--)
        {
            byte[] bytes = random.Next(4) == 0 ? grammar.Part() : grammar.Message();
            text.Append(Line(form, bytes, offset)).Append('\n');
            offset += bytes.Length;
        }

        return text.ToString();
    }

    private static string Line(int form, byte[] bytes, int at) => form switch
    {
        0 => $"[12:{at / 60 % 60:00}:{at % 60:00}][D][uart_debug:114]: <<< {Hex(bytes, ":")}",
        1 => $"{at:x8}  {Hex(bytes, " ")}  |{Encoding.Latin1.GetString(bytes)}|",
        2 => $"b'{string.Concat(bytes.Select(b => $"\\x{b:x2}"))}'",
        3 => $"{at},rx,{string.Join(' ', bytes)}",
        4 => $"  {string.Join(", ", bytes.Select(b => $"0x{b:X2}"))},",
        5 => string.Join('\n', bytes.Select((b, i) => $"0.{at + i:0000000},0x{b:X2},,")),
        6 => $"RX: {string.Join(' ', bytes.Select(b => $"{b:X}"))}",
        7 => Encoding.Latin1.GetString(bytes),
        _ => $"2023-12-31T23:59:{at % 60:00}.{at % 1000:000}Z {Hex(bytes, "")}",
    };

    private static string Hex(byte[] bytes, string between) => string.Join(between, bytes.Select(b => $"{b:x2}"));

    private static string Corrupt(string text, Random random)
    {
        var corrupt = new StringBuilder(text);
        for (int i = random.Next(4) == 0 ? random.Next(40) : 0; i > 0 && corrupt.Length > 0; i--)
        {
            int at = random.Next(corrupt.Length);
            int length = Math.Min(random.Next(30), corrupt.Length - at);
            _ = random.Next(3) switch
            {
                0 => corrupt.Remove(at, length),
                1 => corrupt.Insert(at, corrupt.ToString(at, length)),
                _ => corrupt.Insert(at, Specials[random.Next(Specials.Length)]),
            };
        }

        return corrupt.ToString();
    }
}
