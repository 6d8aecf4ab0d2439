using System.CommandLine;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary><c>valence monitor PORT</c>: the master of a real bus; <c>valence listen PORT</c>: beside another one.</summary>
public static class MonitorCommand
{
    /// <summary>The command that may become the master.</summary>
    public static Command CreateMonitor(CommandIo io)
    {
        var force = Arguments.Flag("--force", "Speak at once, even if another master is talking.");
        Command command = Create(
            "monitor",
            "Finds and polls the batteries on a serial port. Listens for 4 to 6 s first: if another master talks, it only listens.",
            io,
            isListener: false,
            parsed => parsed.GetValue(force) ? BusRole.Master : BusRole.Starting);
        command.Options.Add(force);
        return command;
    }

    /// <summary>The command that never sends a byte.</summary>
    public static Command CreateListen(CommandIo io) => Create(
        "listen",
        "Follows a bus on which a genuine display is the master, and never sends a byte.",
        io,
        isListener: true,
        _ => BusRole.Listener);

    private static Command Create(
        string name, string description, CommandIo io, bool isListener, Func<ParseResult, BusRole> start)
    {
        Argument<string> port = Arguments.Text("PORT", BusPorts.Description, TcpAddress.Refuse);
        Option<int?> seconds = Arguments.Seconds("Ends after so many seconds; without it, with Ctrl-C.");
        Option<bool> json = Arguments.Flag("--json", "One JSON object a line instead of the panel.");
        Option<bool> trace = Arguments.Flag("--trace", "With --json: every message too.");
        Option<int?> replyTimeout = LiveArguments.ReplyTimeout();
        Option<string?> store = LiveArguments.Store();
        Option<string?> look = LiveArguments.Look();
        var command = new Command(name, description) { port, seconds, json, replyTimeout, store, look };
        var record = new RecordArguments();
        record.AddTo(command);
        var settings = new SettingsArguments();
        settings.AddTo(command);
        LiveArguments.RefuseLook(command, look, json, io);
        if (!isListener)
        {
            command.Options.Add(trace);
            command.Needs(trace, json);
        }

        var web = new WebArguments();
        web.AddTo(command);
        var mqtt = new MqttArguments(hasTls: true);
        mqtt.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() => LiveSession.Run(
            new LiveOptions(
                parsed.GetRequiredValue(port),
                parsed.GetValue(replyTimeout) ?? BusPorts.ReplyMs(parsed.GetRequiredValue(port)),
                parsed.GetValue(seconds),
                parsed.GetValue(json),
                parsed.GetValue(json) && (isListener || parsed.GetValue(trace)),
                record.Of(parsed),
                parsed.GetValue(store),
                parsed.GetValue(look),
                start(parsed),
                Read(settings, mqtt.Of(parsed), parsed),
                web.Of(parsed),
                mqtt.Of(parsed),
                settings.TopicId(parsed)),
            io,
            cancellation)));
        return command;
    }

    private static Settings Read(SettingsArguments arguments, MqttAddress? mqtt, ParseResult parsed)
    {
        var settings = new Settings();
        arguments.Apply(parsed, settings);
        mqtt?.Apply(settings);
        return settings;
    }
}
