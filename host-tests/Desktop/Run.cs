using System.Text;
using System.Text.Json;
using ValenceNano.Desktop;

namespace ValenceNano.HostTests.Desktop;

/// <summary>One run of the whole program in this process: what it was given, and what it said.</summary>
internal sealed class Run
{
    private Run(int exitCode, string output, string error)
    {
        ExitCode = exitCode;
        Output = Lines(output);
        Error = Lines(error);
    }

    public int ExitCode { get; }

    public string[] Output { get; }

    public string[] Error { get; }

    public JsonElement[] Json => [.. Output.Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>The rows of the table, without its header.</summary>
    public string[] Rows => Output[1..];

    public static Run Valence(params string[] args) => Valence([], args);

    public static Run Valence(byte[] input, params string[] args) => Valence(input, CancellationToken.None, args);

    public static Run Valence(byte[] input, CancellationToken cancellation, params string[] args) =>
        Of((given, io, _) => ValenceCommand.RunAsync(given, io, cancellation), input, args);

    /// <summary>Runs a program, <see cref="ValenceCommand.RunAsync"/> or another.</summary>
    public static Run Of(Func<string[], CommandIo, CancellationToken, Task<int>> program, byte[] input, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var io = new CommandIo(new MemoryStream(input), output, error);

        // Off the runner's threads: it has few, and all of them may be waiting here.
        int exitCode = Task.Run(() => program(args, io, default)).GetAwaiter().GetResult();
        return new Run(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>Runs <c>decode -</c> on a capture.</summary>
    public static Run Decode(string capture, params string[] args) => Valence(Encoding.UTF8.GetBytes(capture), ["decode", "-", .. args]);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
