using System.CommandLine;
using System.Diagnostics;
using ValenceNano.Desktop;

namespace ValenceNano.Bench;

/// <summary><c>soak</c>: the whole product in virtual time under every fault, and the counts that must be 0.</summary>
internal static class SoakCommand
{
    private const double MinDays = 0.001;
    private const double MaxDays = 366;
    private const double DefaultDays = 1;
    private const int MaxSeed = 1_000_000_000;
    private const int MaxSeeds = 1000;
    private const int MaxInstructionUs = 1000;
    private const int DefaultSeed = 1;

    public static Command Create()
    {
        Option<double> days = Arguments.Number("--days", "D", MinDays, MaxDays, DefaultDays, "Virtual days for each seed.");
        Option<int> seed = Arguments.WholeNumber(
            "--seed", "K", 0, MaxSeed, DefaultSeed, "The first seed; the same gives the same faults.");
        Option<int> seeds = Arguments.WholeNumber(
            "--seeds", "N", 1, MaxSeeds, 1, "How many seeds, one after the other; as many at once as there are cores.");
        Option<int?> device = Arguments.WholeNumber(
            "--device",
            "US",
            1,
            MaxInstructionUs,
            "The firmware on a virtual device: its clock goes in steps, an instruction takes so many us. 2 to 6 is an ESP32.");
        var command = new Command("soak", "Runs the whole product in virtual time, with one fault after the other.") { days, seed, seeds, device };
        command.SetAction(parsed =>
        {
            object?[] arguments = [parsed.GetValue(days), parsed.GetValue(seed), parsed.GetValue(seeds), parsed.GetValue(device)];
            return parsed.GetValue(device) == null
                ? Run(parsed.GetValue(days), parsed.GetValue(seed), parsed.GetValue(seeds), null)
                : new MeteredContext(onlySum: true).Call<int>(typeof(SoakCommand), nameof(Run), arguments);
        });
        return command;
    }

    private static int Run(double days, int firstSeed, int seeds, int? instructionUs)
    {
        var time = Stopwatch.StartNew();
        SoakResult[] results = Enumerable.Range(firstSeed, seeds)
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(Environment.ProcessorCount)
            .Select(seed => Soak.Run(seed, days, instructionUs))
            .ToArray();
        SoakReport.Write(Console.Out, results);
        Console.Error.WriteLine($"{time.Elapsed.TotalSeconds:0} s on {Environment.ProcessorCount} cores");
        return results.Any(result => result.HasFailed) ? 1 : 0;
    }
}
