using ValenceNano.Bench;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Protocol.Messages;

/// <summary>What a splitter makes of bytes, one "Kind HEX" for each result.</summary>
internal static class Splitting
{
    /// <summary>All bytes at once, or as many as there is room for, and then the end of the burst.</summary>
    public static List<string> All(byte[] stream) => InPieces(stream, [stream.Length]);

    public static List<string> All(string hex) => All(Hex.Bytes(hex));

    /// <summary>What has to come out.</summary>
    public static List<string> Reference(byte[] stream) =>
        [.. ReferenceSplitter.All(stream).Select(piece => Result(piece.Kind, stream.AsSpan(piece.Start, piece.Length)))];

    /// <summary>The bytes in reads of these sizes, over and over, drained after each; then the end of the burst.</summary>
    public static List<string> InPieces(byte[] stream, int[] sizes)
    {
        var splitter = new MessageSplitter();
        var results = new List<string>();
        int at = 0;
        for (int i = 0; at < stream.Length; i++)
        {
            int piece = Math.Min(sizes[i % sizes.Length], stream.Length - at);
            Feed(splitter, stream.AsSpan(at, piece).ToArray(), results);
            at += piece;
        }

        splitter.EndBurst();
        Drain(splitter, results);
        Assert.Equal(0, splitter.Pending);
        return results;
    }

    /// <summary>Puts bytes in, draining whenever the splitter is full, and once more at the end.</summary>
    public static void Feed(MessageSplitter splitter, byte[] bytes, List<string> results)
    {
        for (int at = 0; at < bytes.Length;)
        {
            at += splitter.Put(bytes, at, bytes.Length - at, nowMs: 0);
            Drain(splitter, results);
        }
    }

    public static void Drain(MessageSplitter splitter, List<string> results, long nowMs = 0)
    {
        MessageKind kind = splitter.Next(nowMs);
        while (kind != MessageKind.None)
        {
            results.Add(Result(kind, splitter.Buffer.AsSpan(splitter.MessageStart, splitter.MessageLength)));
            kind = splitter.Next(nowMs);
        }
    }

    public static string Result(MessageKind kind, ReadOnlySpan<byte> bytes) => $"{kind} {Hex.Text(bytes)}";

    /// <summary>The results without the junk.</summary>
    public static IEnumerable<string> Messages(IEnumerable<string> results) =>
        results.Where(result => !result.StartsWith("Junk", StringComparison.Ordinal));

    /// <summary>The bytes of all results, in their order.</summary>
    public static string Bytes(IEnumerable<string> results) =>
        string.Concat(results.Select(result => result[(result.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
}
