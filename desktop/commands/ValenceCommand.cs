using System.CommandLine;

namespace ValenceNano.Desktop;

/// <summary>The <c>valence</c> command line.</summary>
public static class ValenceCommand
{
    /// <summary>Runs the program.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static Task<int> RunAsync(string[] args, CommandIo io, CancellationToken cancellation = default) =>
        CommandLine.RunAsync("valence", Create(io), args, io, cancellation);

    private static RootCommand Create(CommandIo io)
    {
        var root = new RootCommand("Reads Valence U1-12RT batteries over RS-485. Without a command: sim.")
        {
            SimCommand.Create(io),
            ScreensCommand.Create(io),
            MonitorCommand.CreateMonitor(io),
            MonitorCommand.CreateListen(io),
            DecodeCommand.Create(io),
            StudyCommand.Create(io),
            ProbeCommand.Create(io),
            SettingsCommand.Create(io),
        };
        root.Directives.Clear();
        root.SetAction((_, cancellation) => SimCommand.RunDefaultAsync(io, cancellation));
        return root;
    }
}
