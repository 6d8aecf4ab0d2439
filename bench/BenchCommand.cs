using System.CommandLine;
using ValenceNano.Desktop;

namespace ValenceNano.Bench;

/// <summary>The bench's command line.</summary>
public static class BenchCommand
{
    /// <summary>Runs the program.</summary>
    /// <returns>0, 1 when a check failed, 2 when it was called wrongly.</returns>
    public static Task<int> RunAsync(string[] args, CommandIo io, CancellationToken cancellation = default) =>
        CommandLine.RunAsync("bench", Create(), args, io, cancellation);

    private static RootCommand Create()
    {
        Option<bool> json = Arguments.Flag("--json", "One JSON object a line.");
        Option<string?> where = Arguments.Text(
            "--where", "scenario", "Only this scenario, and in which methods its instructions are.");
        var root = new RootCommand("What a poll and a screen cost on a device that interprets every instruction.")
        {
            json, where, SoakCommand.Create(), MqttSoakCommand.Create(), MemoryCommand.Create(), FuzzCommand.Create(),
        };
        root.SetAction(parsed => Run(new Report(Console.Out, parsed.GetValue(json)), parsed.GetValue(where)));
        return root;
    }

    private static int Run(Report report, string? scenario)
    {
        if (scenario == null)
        {
            report.All();
        }
        else if (!report.Where(scenario))
        {
            throw new CommandException($"--where: there is no scenario {Arguments.Quote(scenario)}; without --where all are listed");
        }

        return ExitCode.Done;
    }
}
