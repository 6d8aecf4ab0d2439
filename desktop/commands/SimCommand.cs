using System.CommandLine;
using System.CommandLine.Parsing;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Desktop;

/// <summary>
/// <c>valence sim</c>: the whole product against virtual batteries; <c>valence sim --port PORT</c>: the batteries alone,
/// on a real serial port.
/// </summary>
public static class SimCommand
{
    private const int DefaultBatteries = 2;
    private const int DefaultSeed = 1;
    private const int DefaultSeconds = 10;

    private const string FaultsDescription =
        "What goes wrong on the wire: drop, flip, cut, split, delay, junk, echo, joined by commas, each with its rate in percent "
        + "behind a colon, or 5: drop,flip:20.";

    /// <summary>The command.</summary>
    public static Command Create(CommandIo io)
    {
        Option<int> batteries = Arguments.WholeNumber(
            "--batteries", "N", 1, BatteryList.Capacity, DefaultBatteries, $"How many, 1..{BatteryList.Capacity}.");
        Option<int?> seconds = Arguments.Seconds(
            $"Ends after so many seconds; without it in a terminal with Ctrl-C, else after {DefaultSeconds}.");
        Option<int> seed = Arguments.WholeNumber(
            "--seed",
            "K",
            int.MinValue,
            int.MaxValue,
            DefaultSeed,
            "Another one gives other slots, cells and faults; the same gives the same.");
        var faults = new Option<FaultRates?>("--faults")
        {
            Description = FaultsDescription,
            HelpName = "LIST",
            CustomParser = ParseFaults,
        };
        Option<bool> json = Arguments.Flag("--json", "One JSON object a line instead of the panel.");
        Option<string?> port = Arguments.Text("--port", "PORT", "Puts the batteries alone on this serial port, for any master.");
        Option<bool> trace = Arguments.Flag("--trace", "With --port: shows every message.");
        Option<string?> look = LiveArguments.Look();
        var command = new Command("sim", "The whole product against virtual batteries on a virtual wire.")
        {
            batteries, seconds, seed, faults, json, port, trace, look,
        };
        command.Needs(trace, port);
        command.Refuse(json, result => result.IsGiven(port) && !result.IsGiven(trace) ? "has no effect with --port and without --trace" : null);
        command.Excludes(look, port);
        LiveArguments.RefuseLook(command, look, json, io);
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(
            new SimOptions(
                parsed.GetValue(batteries),
                parsed.GetValue(seconds),
                parsed.GetValue(seed),
                parsed.GetValue(faults) ?? new FaultRates(),
                parsed.GetValue(json),
                parsed.GetValue(port),
                parsed.GetValue(trace),
                parsed.GetValue(look)),
            io,
            cancellation)));
        return command;
    }

    /// <summary>The command with nothing said.</summary>
    public static Task<int> RunDefaultAsync(CommandIo io, CancellationToken cancellation) =>
        Task.Run(() => Run(
            new SimOptions(DefaultBatteries, null, DefaultSeed, new FaultRates(), false, null, false, null),
            io,
            cancellation));

    private static int Run(SimOptions options, CommandIo io, CancellationToken cancellation) =>
        options.Port == null ? SimSession.Run(options, io, cancellation) : RunOnPort(options, options.Port, io, cancellation);

    private static int RunOnPort(SimOptions options, string name, CommandIo io, CancellationToken cancellation)
    {
        using SerialBusPort serial = LiveSession.OpenPort(name, io);
        var output = new OutputBuffer(io.Output);
        IMessageWriter? trace = !options.Trace ? null : options.Json ? new MessageJson(new JsonLines(output)) : new MessageTable(output);
        var simulator = new PortSimulator(serial, options.Batteries, options.Seed, options.Faults, trace, io.Error);
        io.Error.WriteLine($"{name}: {options.Batteries} virtual batteries; Ctrl-C ends");
        simulator.Run(options.Seconds, output.Flush, cancellation);
        return ExitCode.Done;
    }

    private static FaultRates ParseFaults(ArgumentResult result)
    {
        FaultRates? rates = FaultRates.Parse(result.Tokens[0].Value, out string error);
        if (rates == null)
        {
            result.AddError($"--faults: {error}.");
        }

        return rates ?? new FaultRates();
    }
}
