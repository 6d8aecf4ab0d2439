using System.Diagnostics;

namespace ValenceNano.Bench;

/// <summary>One fuzzer's cases, each with a seed of its own: the run's seed, and one more for each case.</summary>
/// <param name="fuzzer">What is run.</param>
/// <param name="seed">The first case's seed.</param>
public sealed class FuzzRun(IFuzzer fuzzer, int seed)
{
    private readonly Stopwatch _time = new();

    /// <summary>What is run.</summary>
    public IFuzzer Fuzzer => fuzzer;

    /// <summary>Cases so far.</summary>
    public int Cases { get; private set; }

    /// <summary>Bytes put in so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>How long the cases took so far.</summary>
    public TimeSpan Elapsed => _time.Elapsed;

    /// <summary>Every part that is fuzzed, to be run with the same seed.</summary>
    public static FuzzRun[] All(int seed) =>
    [
        new(new SplitterFuzzer(), seed),
        new(new DecoderFuzzer(), seed),
        new(new MonitorFuzzer(), seed),
        new(new CaptureFuzzer(), seed),
        new(new HttpFuzzer(), seed),
        new(new JsonFuzzer(), seed),
        new(new ShapeFuzzer(), seed),
    ];

    /// <summary>Runs some cases more.</summary>
    /// <exception cref="FuzzException">One of them failed; the message says which.</exception>
    public void Run(int cases)
    {
        _time.Start();
        for (int i = 0; i < cases; i++)
        {
            int caseSeed = unchecked(seed + Cases);
            Cases++;
            try
            {
                Bytes += fuzzer.Run(new Random(caseSeed));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                throw new FuzzException($"{fuzzer.Name}, case --seed {caseSeed}: {e.Message}", e);
            }
        }

        _time.Stop();
    }
}
