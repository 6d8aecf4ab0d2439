using System.CommandLine;
using System.CommandLine.Invocation;

namespace ValenceNano.Desktop;

/// <summary>The <c>valence</c> command line: finds the command, runs it and gives the exit code.</summary>
public static class ValenceCommand
{
    /// <summary>Runs the program.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, CommandIo io, CancellationToken cancellation = default)
    {
        // No response files: a capture may be called @something.
        ParseResult parsed = Create(io).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            string errors = string.Join(' ', parsed.Errors.Select(error => OneLine(error.Message)));
            return Complain(io, $"{errors} See {Path(parsed)} --help.");
        }

        try
        {
            await using var text = new StreamWriter(io.Output, leaveOpen: true);
            return await parsed.InvokeAsync(Configuration(text, io.Error), cancellation);
        }
        catch (CommandException e)
        {
            return Complain(io, OneLine(e.Message));
        }
        catch (Exception e) when (e is OutputClosedException or OperationCanceledException)
        {
            return ExitCode.Done;
        }
    }

    private static RootCommand Create(CommandIo io)
    {
        var root = new RootCommand("Reads Valence U1-12RT batteries over RS-485. Without a command: sim.")
        {
            SimCommand.Create(io),
            ScreensCommand.Create(io),
            MonitorCommand.CreateMonitor(io),
            MonitorCommand.CreateListen(io),
            DecodeCommand.Create(io),
            SettingsCommand.Create(io),
        };
        root.SetAction((_, cancellation) => SimCommand.RunDefaultAsync(io, cancellation));
        return root;
    }

    private static InvocationConfiguration Configuration(TextWriter output, TextWriter error) =>
        new() { Output = output, Error = error, EnableDefaultExceptionHandler = false };

    private static int Complain(CommandIo io, string line)
    {
        io.Error.WriteLine($"valence: {line}");
        return ExitCode.BadInput;
    }

    private static string Path(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "valence" : $"valence {parsed.CommandResult.Command.Name}";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
