using System.Buffers;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Text;

namespace ValenceNano.Desktop;

/// <summary>
/// The one place where a command line ends. Whatever goes wrong in it, while it is parsed or while it runs, becomes one line on
/// standard error and <see cref="ExitCode.BadInput"/>.
/// </summary>
public static class CommandLine
{
    private const char LineSeparator = '\u2028';
    private const char ParagraphSeparator = '\u2029';

    // For a command that waits for something that cannot be cancelled, a pipe without a writer for example: it is left behind.
    private static readonly TimeSpan GraceToEnd = TimeSpan.FromSeconds(2);

    /// <summary>Parses and runs.</summary>
    /// <param name="program">Its name, in front of what goes wrong.</param>
    /// <param name="root">The commands.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="io">The streams.</param>
    /// <param name="cancellation">Ends the command, with <see cref="ExitCode.Done"/>.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string program, Command root, string[] args, CommandIo io, CancellationToken cancellation)
    {
        try
        {
            // No response files: a capture may be called @something.
            ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Tokens.FirstOrDefault(token => token.Type == TokenType.Directive) is { } directive)
            {
                return Complain(program, io, $"Unrecognized command or argument '{directive.Value}'. See {program} --help.");
            }

            return parsed.Action is ParseErrorAction
                ? Complain(program, io, $"{string.Join(' ', parsed.Errors.Select(error => error.Message))} See {Path(program, parsed)} --help.")
                : await InvokeAsync(parsed, io, cancellation);
        }
        catch (Exception e) when (e is OutputClosedException or OperationCanceledException)
        {
            return ExitCode.Done;
        }
        catch (CommandException e)
        {
            return Complain(program, io, e.Message);
        }
        catch (Exception e)
        {
            return Complain(program, io, $"this is a fault of the program, please report it: {Describe(e)}");
        }
    }

    /// <summary>A text that is one line: what was typed stands in messages, and anything can be typed, line ends and escape codes too.</summary>
    public static string OneLine(string text) => string.Create(text.Length, text, static (line, text) =>
    {
        for (int i = 0; i < line.Length; i++)
        {
            line[i] = char.IsControl(text[i]) || text[i] is LineSeparator or ParagraphSeparator ? ' ' : text[i];
        }
    });

    private static async Task<int> InvokeAsync(ParseResult parsed, CommandIo io, CancellationToken cancellation)
    {
        // Only help and version are written this way: through the buffer, which notices when their reader has gone.
        await using var text = new StringWriter();
        var configuration = new InvocationConfiguration
        {
            Output = text,
            Error = io.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        Task<int> run = Task.Run(() => parsed.InvokeAsync(configuration, cancellation), CancellationToken.None);
        int exitCode = await await Task.WhenAny(run, AbandonAsync(cancellation));
        var output = new OutputBuffer(io.Output);
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
        output.Flush();
        return exitCode;
    }

    private static async Task<int> AbandonAsync(CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.Delay(GraceToEnd, CancellationToken.None);
        return ExitCode.Done;
    }

    private static int Complain(string program, CommandIo io, string what)
    {
        io.Error.WriteLine(OneLine($"{program}: {what}"));
        return ExitCode.BadInput;
    }

    private static string Path(string program, ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? program : $"{program} {parsed.CommandResult.Command.Name}";

    private static string Describe(Exception e)
    {
        string where = new StackTrace(e).GetFrame(0)?.GetMethod() is { } method ? $" in {method.DeclaringType?.Name}.{method.Name}" : "";
        return $"{e.GetType().Name}{where}: {e.Message}";
    }
}
