using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
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

    private static readonly IPEndPoint s_setUpAddress = new(IPAddress.Loopback, 8080);

    private const string FaultsDescription =
        "What goes wrong on the wire: drop, flip, cut, split, delay, junk, echo, joined by commas, each with its rate in percent "
        + "behind a colon, or 5: drop,flip:20.";

    /// <summary>The command.</summary>
    public static Command Create(CommandIo io)
    {
        Option<int> batteries = Arguments.WholeNumber(
            "--batteries", "N", 1, BatteryList.Capacity, DefaultBatteries, $"How many, 1..{BatteryList.Capacity}.");
        Option<int?> seconds = Arguments.Seconds(
            $"How long; without it in a terminal until {Keys.Quit} or Ctrl-C, else {SimSession.DefaultSeconds}; "
            + "with --web, --mqtt, --setup or --port until it is stopped.");
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
        var weak = new Option<WeakGroup?>("--weak")
        {
            Description = "A weak cell group: 2.3:25 is group 3 of battery 2 on the screen, with 25 % of its capacity. The bank is then "
                + "emptied every night and filled every day.",
            HelpName = "B.C:PERCENT",
            CustomParser = ParseWeak,
        };
        Option<bool> json = Arguments.Flag("--json", "One JSON object a line instead of the panel.");
        Option<string?> port = Arguments.Text("--port", "PORT", "Puts the batteries alone on this serial port, or on tcp://HOST:PORT, for any master.", TcpAddress.Refuse);
        Option<bool> trace = Arguments.Flag("--trace", "With --port: shows every message.");
        Option<string?> store = LiveArguments.Store();
        Option<string?> look = LiveArguments.Look();
        var command = new Command("sim", "The whole product against virtual batteries on a virtual wire.")
        {
            batteries, seconds, seed, faults, weak, store, json, port, trace, look,
        };
        var settings = new SettingsArguments();
        settings.AddTo(command);
        settings.Exclude(command, port);
        command.Needs(trace, port);
        command.Refuse(json, result => result.IsGiven(port) && !result.IsGiven(trace) ? "has no effect with --port and without --trace" : null);
        command.Excludes(store, port);
        command.Excludes(look, port);
        LiveArguments.RefuseLook(command, look, json, io);
        var web = new WebArguments();
        web.AddTo(command);
        var setUp = new Option<bool>("--setup")
        {
            Description = "Plays the set-up of Wi-Fi: a new device whose button is held, a virtual radio with networks around it, and the page "
                + $"on {s_setUpAddress}, or where --web has it.",
        };
        command.Options.Add(setUp);
        web.Exclude(command, port);
        var mqtt = new MqttArguments(hasTls: false);
        mqtt.AddTo(command);
        command.Excludes(mqtt.Option, port);
        command.Excludes(setUp, port);
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(
            new SimOptions(
                parsed.GetValue(batteries),
                parsed.GetValue(seconds),
                parsed.GetValue(seed),
                parsed.GetValue(faults) ?? new FaultRates(),
                parsed.GetValue(weak),
                parsed.GetValue(store),
                parsed.GetValue(json),
                parsed.GetValue(port),
                parsed.GetValue(trace),
                parsed.GetValue(look),
                product =>
                {
                    settings.Apply(parsed, product);
                    mqtt.Of(parsed)?.Apply(product);
                },
                web.Of(parsed) ?? (parsed.GetValue(setUp) ? new WebOptions(s_setUpAddress, IsUnlocked: false) : null),
                mqtt.Of(parsed),
                settings.TopicId(parsed),
                parsed.GetValue(setUp)),
            io,
            cancellation)));
        return command;
    }

    /// <summary>The command with nothing said.</summary>
    public static Task<int> RunDefaultAsync(CommandIo io, CancellationToken cancellation) =>
        Task.Run(() => Run(
            new SimOptions(DefaultBatteries, null, DefaultSeed, new FaultRates(), null, null, false, null, false, null, _ => { }),
            io,
            cancellation));

    private static int Run(SimOptions options, CommandIo io, CancellationToken cancellation)
    {
        if (options.Weak?.Battery > options.Batteries)
        {
            throw new CommandException($"--weak: there is no battery {options.Weak.Battery}: see --batteries.");
        }

        return options.Port == null ? SimSession.Run(options, io, cancellation) : RunOnPort(options, options.Port, io, cancellation);
    }

    private static int RunOnPort(SimOptions options, string name, CommandIo io, CancellationToken cancellation)
    {
        using IBusConnection serial = BusPorts.Open(name, io.Error.WriteLine);
        var output = new OutputBuffer(io.Output);
        IMessageWriter? trace = !options.Trace ? null : options.Json ? new MessageJson(new JsonLines(output)) : new MessageTable(output);
        var simulator = new PortSimulator(serial, options.Batteries, options.Seed, options.Faults, options.Weak, trace, io.Error);
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

    private static WeakGroup? ParseWeak(ArgumentResult result)
    {
        string text = string.Join(' ', result.Tokens.Select(token => token.Value));
        WeakGroup? weak = WeakGroup.Parse(text);
        if (weak == null)
        {
            result.AddError($"--weak: {text}: battery 1..16, group 1..4 and percent 10..100 are wanted, as in 2.3:25.");
        }

        return weak;
    }
}
