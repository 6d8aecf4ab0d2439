using System.CommandLine;
using System.Diagnostics;
using ValenceNano.Desktop;

namespace ValenceNano.Bench;

/// <summary><c>fuzz</c>: chance and half-right bytes for whatever takes bytes from outside.</summary>
internal static class FuzzCommand
{
    private const double MaxSeconds = 1_000_000;
    private const double DefaultSeconds = 10;
    private const int MaxSeed = 1_000_000_000;
    private const int DefaultSeed = 1;

    public static Command Create()
    {
        Option<double> seconds = Arguments.Number(
            "--seconds", "S", 0, MaxSeconds, DefaultSeconds, "How long, all parts together; 0 is one case of each.");
        Option<int> seed = Arguments.WholeNumber(
            "--seed", "K", 0, MaxSeed, DefaultSeed, "The first case's seed; the others count up from it.");
        var command = new Command("fuzz", "Puts chance and half-right bytes into everything that takes bytes.") { seconds, seed };
        command.SetAction(parsed => Run(parsed.GetValue(seconds), parsed.GetValue(seed)));
        return command;
    }

    private static int Run(double seconds, int seed)
    {
        FuzzRun[] runs = FuzzRun.All(seed);
        var time = Stopwatch.StartNew();
        bool hasFailed = false;
        do
        {
            // The one that has had least time.
            FuzzRun run = runs.MinBy(run => run.Elapsed)!;
            hasFailed = !TryRun(run);
        }
        while (!hasFailed && (time.Elapsed.TotalSeconds < seconds || runs.Any(run => run.Cases == 0)));

        foreach (FuzzRun run in runs)
        {
            Console.WriteLine(
                $"{run.Fuzzer.Name,-10}{run.Cases,10} cases {run.Bytes,12} bytes {run.Elapsed.TotalSeconds,8:0.0} s  {run.Fuzzer.Reached}");
        }

        return hasFailed ? 1 : 0;
    }

    private static bool TryRun(FuzzRun run)
    {
        try
        {
            run.Run(1);
            return true;
        }
        catch (FuzzException e)
        {
            Console.WriteLine(e);
            return false;
        }
    }
}
