using System.CommandLine;
using System.Diagnostics;

namespace ValenceNano.Bench;

/// <summary><c>soak</c>: the whole product in virtual time under every fault, and the counts that must be 0.</summary>
internal static class SoakCommand
{
    private const double DefaultDays = 1;
    private const int DefaultSeed = 1;

    public static Command Create()
    {
        var days = new Option<double>("--days")
        {
            Description = "Virtual days for each seed.",
            HelpName = "D",
            DefaultValueFactory = _ => DefaultDays,
        };
        var seed = new Option<int>("--seed")
        {
            Description = "The first seed; the same gives the same faults.",
            HelpName = "K",
            DefaultValueFactory = _ => DefaultSeed,
        };
        var seeds = new Option<int>("--seeds")
        {
            Description = "How many seeds, one after the other; as many at once as there are cores.",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
        };
        var device = new Option<int?>("--device")
        {
            Description = "The firmware on a virtual device: its clock goes in steps, an instruction takes so many us. 2 to 6 is an ESP32.",
            HelpName = "US",
        };
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
