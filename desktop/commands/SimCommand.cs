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
    private const int DefaultSeconds = 10;

    private static readonly IPEndPoint s_setUpAddress = new(IPAddress.Loopback, 8080);

    private const string FaultsDescription =
        "What goes wrong on the wire: drop, flip, cut, split, delay, junk, echo, joined by commas, each with its rate in percent "
        + "behind a colon, or 5: drop,flip:20.";

    /// <summary>The command.</summary>
    public static Command Create(CommandIo io)
    {
        var batteries = new Option<int>("--batteries")
        {
            Description = $"How many, 1..{BatteryList.Capacity}.",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultBatteries,
        };
        batteries.Validators.Add(RefuseCount);
        var seconds = LiveArguments.Seconds(
            $"Ends after so many seconds; without it in a terminal with Ctrl-C, else after {DefaultSeconds}.");
        var seed = new Option<int>("--seed")
        {
            Description = "Another one gives other slots, cells and faults; the same gives the same.",
            HelpName = "K",
            DefaultValueFactory = _ => DefaultSeed,
        };
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
        var json = new Option<bool>("--json") { Description = "One JSON object a line instead of the panel." };
        var port = new Option<string?>("--port")
        {
            Description = "Puts the batteries alone on this serial port, for any master.",
            HelpName = "PORT",
        };
        var trace = new Option<bool>("--trace") { Description = "With --port: shows every message." };
        var store = LiveArguments.Store();
        var look = LiveArguments.Look();
        var command = new Command("sim", "The whole product against virtual batteries on a virtual wire.")
        {
            batteries, seconds, seed, faults, weak, store, json, port, trace, look,
        };
        var settings = new SettingsArguments();
        settings.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(port) is { Implicit: false } && settings.AreIn(result))
            {
                result.AddError("--settings, --wiring and --capacity are the product's: with --port there are batteries alone.");
            }
        });
        var web = new WebArguments();
        web.AddTo(command);
        var setUp = new Option<bool>("--setup")
        {
            Description = "Plays the set-up of Wi-Fi: a new device whose button is held, a virtual radio with networks around it, and the page "
                + $"on {s_setUpAddress}, or where --web has it.",
        };
        command.Options.Add(setUp);
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
                parsed.GetRequiredValue(look),
                product => settings.Apply(parsed, product),
                web.Of(parsed) ?? (parsed.GetValue(setUp) ? new WebOptions(s_setUpAddress, IsUnlocked: false) : null),
                parsed.GetValue(setUp)),
            io,
            cancellation)));
        return command;
    }

    /// <summary>The command with nothing said.</summary>
    public static Task<int> RunDefaultAsync(CommandIo io, CancellationToken cancellation) =>
        Task.Run(() => Run(
            new SimOptions(
                DefaultBatteries, null, DefaultSeed, new FaultRates(), null, null, false, null, false, TerminalScreen.Looks[0], _ => { }),
            io,
            cancellation));

    private static int Run(SimOptions options, CommandIo io, CancellationToken cancellation)
    {
        if (options.Weak?.Battery > options.Batteries)
        {
            throw new CommandException($"--weak: there is no battery {options.Weak.Battery}: see --batteries.");
        }

        if (options is { Port: not null, Store: not null })
        {
            throw new CommandException("--store: batteries alone (--port) keep nothing.");
        }

        if (options is { Port: not null, SetUp: true })
        {
            throw new CommandException("--setup: batteries alone (--port) have no Wi-Fi.");
        }

        return options.Port == null ? SimSession.Run(options, io, cancellation) : RunOnPort(options, options.Port, io, cancellation);
    }

    private static int RunOnPort(SimOptions options, string name, CommandIo io, CancellationToken cancellation)
    {
        using SerialBusPort serial = LiveSession.OpenPort(name, io);
        var output = new OutputBuffer(io.Output);
        IMessageWriter? trace = !options.Trace ? null : options.Json ? new MessageJson(new JsonLines(output)) : new MessageTable(output);
        var simulator = new PortSimulator(serial, options.Batteries, options.Seed, options.Faults, options.Weak, trace, io.Error);
        io.Error.WriteLine($"{name}: {options.Batteries} virtual batteries; Ctrl-C ends");
        simulator.Run(options.Seconds, output.Flush, cancellation);
        return ExitCode.Done;
    }

    private static void RefuseCount(OptionResult result)
    {
        if (result.GetValueOrDefault<int>() is < 1 or > BatteryList.Capacity)
        {
            result.AddError($"--batteries takes a whole number, 1..{BatteryList.Capacity}.");
        }
    }

    private static FaultRates ParseFaults(ArgumentResult result)
    {
        FaultRates? rates = FaultRates.Parse(string.Join(',', result.Tokens.Select(token => token.Value)), out string error);
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
