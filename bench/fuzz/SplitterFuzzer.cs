using ValenceNano.Protocol;

namespace ValenceNano.Bench;

/// <summary>
/// The splitter, in bursts of any portions: out comes what the <see cref="ReferenceSplitter"/> finds in each burst, so every
/// byte once and in order, no message of a wrong length, and none lost.
/// </summary>
public sealed class SplitterFuzzer : IFuzzer
{
    private const int MaxBursts = 3;
    private const int MaxParts = 12;
    private const int MaxPortion = 300;

    private readonly List<(MessageKind Kind, byte[] Bytes)> _found = [];

    /// <inheritdoc/>
    public string Name => "splitter";

    /// <inheritdoc/>
    public Tally Reached { get; } = new();

    /// <inheritdoc/>
    public int Run(Random random)
    {
        var grammar = new Grammar(random);
        var splitter = new MessageSplitter();
        int bytes = 0;
        for (int bursts = random.Next(1, MaxBursts + 1); bursts > 0; bursts--)
        {
            byte[] burst = grammar.Stream(random.Next(MaxParts));
            Split(splitter, burst, random);
            Compare(burst);
            bytes += burst.Length;
        }

        return bytes;
    }

    private void Split(MessageSplitter splitter, byte[] burst, Random random)
    {
        _found.Clear();
        int largest = random.Next(1, MaxPortion);
        for (int at = 0; at < burst.Length;)
        {
            int taken = splitter.Put(burst, at, Math.Min(random.Next(1, largest + 1), burst.Length - at), nowMs: 0);
            Require.That(taken > 0, $"no room for byte {at}");
            at += taken;
            Drain(splitter);
        }

        splitter.EndBurst();
        Drain(splitter);
        Require.That(splitter.Pending == 0, $"{splitter.Pending} bytes left behind the end of the burst");
    }

    private void Drain(MessageSplitter splitter)
    {
        for (MessageKind kind = splitter.Next(0); kind != MessageKind.None; kind = splitter.Next(0))
        {
            Require.That(splitter.MessageLength > 0, $"an empty {kind}");
            _found.Add((kind, splitter.Buffer.AsSpan(splitter.MessageStart, splitter.MessageLength).ToArray()));
        }
    }

    private void Compare(byte[] burst)
    {
        List<Piece> expected = ReferenceSplitter.All(burst);
        Require.That(
            expected.Count == _found.Count && expected.Zip(_found).All(pair => IsSame(burst, pair.First, pair.Second)),
            $"other pieces than {string.Join(", ", expected)} in {Convert.ToHexString(burst)}");
        foreach (Piece piece in expected)
        {
            Reached.Add(piece.Kind.ToString());
        }
    }

    private static bool IsSame(byte[] burst, Piece piece, (MessageKind Kind, byte[] Bytes) found) =>
        piece.Kind == found.Kind && burst.AsSpan(piece.Start, piece.Length).SequenceEqual(found.Bytes);
}
