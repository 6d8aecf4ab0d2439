using System.CommandLine;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary><c>valence probe PORT --registers FROM-TO</c>: reads other registers than those of the data.</summary>
public static class ProbeCommand
{
    private const int DefaultPasses = 2;

    /// <summary>The command; it asks on standard error and reads the answer from the terminal.</summary>
    public static Command Create(CommandIo io)
    {
        Argument<string> port = Arguments.Text("PORT", BusPorts.Description, TcpAddress.Refuse);
        Option<string?> registers = Arguments.Text(
            "--registers",
            "FROM-TO",
            "Which ones, 0..0xFFFF: 0x0000-0x00FF, 0-255, 41.",
            text => ProbeOptions.TryParseRange(text, out _, out _) ? null : "is no range; FROM-TO is wanted, each 0..0xFFFF, as in 0x0000-0x00FF");
        registers.Required = true;
        Option<int?> battery = Arguments.WholeNumber(
            "--battery", "N", 1, BatteryList.Capacity, $"Which one, 1..{BatteryList.Capacity}; without it all, one by one.");
        Option<int?> seconds = Arguments.Seconds($"Passes over the registers until so many seconds are over; without it {DefaultPasses} passes.");
        Option<bool> json = Arguments.Flag("--json", "One JSON object a line instead of a map.");
        Option<bool> yes = Arguments.Flag("--yes", "Begins without asking.");
        var command = new Command("probe", "Reads other registers of the batteries, between the polls. It never writes one.")
        {
            port, registers, battery, seconds, json, yes,
        };
        var record = new RecordArguments();
        record.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            _ = ProbeOptions.TryParseRange(parsed.GetRequiredValue(registers)!, out int from, out int to);
            int passes = parsed.GetValue(seconds) == null ? DefaultPasses : int.MaxValue;
            var options = new ProbeOptions(from, to, parsed.GetValue(battery), passes);
            string name = parsed.GetRequiredValue(port);
            if (!parsed.GetValue(yes) && Console.IsInputRedirected)
            {
                throw new CommandException("probe asks batteries for what nobody is known to have asked them: say --yes, or y at a terminal");
            }

            using IBusConnection serial = BusPorts.Open(name, io.Error.WriteLine);
            return IsAgreed(name, options, parsed.GetValue(yes), io)
                ? Run(name, serial, options, parsed.GetValue(seconds), parsed.GetValue(json), record.Of(parsed), io, cancellation)
                : ExitCode.NothingFound;
        }));
        return command;
    }

    private static int Run(
        string name,
        IBusConnection serial,
        ProbeOptions options,
        int? seconds,
        bool asJson,
        Recording? record,
        CommandIo io,
        CancellationToken cancellation)
    {
        var time = System.Diagnostics.Stopwatch.StartNew();
        using RecordingPort? recording = LiveSession.Record(record, serial, () => time.ElapsedMilliseconds, io.Error.WriteLine);
        IBusPort port = recording ?? (IBusPort)serial;
        var output = new OutputBuffer(io.Output);
        var map = new ProbeMap();
        IProbeOutput found = asJson ? new ProbeJson(new JsonLines(output, () => DateTimeOffset.UtcNow), output.Flush) : map;
        int replyMs = BusPorts.ReplyMs(name);
        var monitor = new Monitor(port, new Settings(), BusRole.Starting, deviceNumber: Random.Shared.Next(), replyMs: replyMs);
        var probe = new Probe(port, monitor, options, found, replyMs);
        int exitCode = ProbeSession.Run(probe, seconds, io.Error, cancellation);
        using var text = new StringWriter { NewLine = "\n" };
        map.Write(text);
        System.Buffers.BuffersExtensions.Write(output, System.Text.Encoding.UTF8.GetBytes(text.ToString()));
        output.Flush();
        if (exitCode != ExitCode.Done && probe.Trouble == null)
        {
            io.Error.WriteLine($"{name}: no battery has answered");
        }

        return exitCode;
    }

    private static bool IsAgreed(string name, ProbeOptions options, bool saysYes, CommandIo io)
    {
        string whom = options.Number is int number ? $"battery {number}" : "each battery, one after the other,";
        io.Error.WriteLine(
            $"{name}: finds and polls the batteries as monitor does, and between the polls asks {whom} for the registers "
            + $"0x{options.From:X4}-0x{options.To:X4} with functions 3 and 4, at most {ReadRequest.MaxCount} of them and one request a second. "
            + "It writes no register. It stops at once when a battery falls silent or alarms, and with Ctrl-C.");
        if (saysYes)
        {
            return true;
        }

        io.Error.Write("Begin? y/N ");
        return Console.ReadKey(intercept: false).KeyChar is 'y' or 'Y';
    }
}
