using System.CommandLine;

namespace ValenceNano.Desktop;

/// <summary><c>valence decode FILE</c>: every message of a capture, decoded.</summary>
public static class DecodeCommand
{
    private const string FileDescription =
        "The capture; - is standard input. A line is [ms] hex [# comment], the hex with spaces between the bytes or without, "
        + "-> or <- before it or neither. A message may go on in the next line, unless 50 ms or more lie between. "
        + "Other shapes are found from the first lines: what makes most whole messages.";

    /// <summary>The command; it reads <see cref="CommandIo.Input"/> where FILE is <c>-</c>.</summary>
    public static Command Create(CommandIo io)
    {
        Argument<string> file = Arguments.Text("FILE", FileDescription);
        Option<bool> json = Arguments.Flag("--json", "One JSON object a line for each message, instead of a table.");
        Option<bool> follow = Arguments.Flag("--follow", "Go on as the file grows, until Ctrl-C.");
        follow.Aliases.Add("-f");
        Option<string?> shape = CaptureArguments.Shape();
        var command = new Command("decode", "Decodes every message of a capture.") { file, json, follow, shape };
        command.Refuse(follow, result => result.TextOf(file) == "-" ? "has no effect on standard input, which is read to its end anyway" : null);
        command.SetAction(async (parsed, cancellation) =>
        {
            string path = parsed.GetRequiredValue(file);
            using CaptureSource source = await CaptureSource.OpenAsync(path, io.Input, parsed.GetValue(follow), cancellation);
            return await RunAsync(source, parsed.GetValue(json), parsed.GetValue(shape), io, cancellation);
        });
        return command;
    }

    /// <summary>Decodes a capture to its end, or until it is cancelled.</summary>
    /// <param name="source">The capture.</param>
    /// <param name="asJson">Objects instead of a table.</param>
    /// <param name="shape">One of <see cref="ShapeFamilies"/>; null: it is found.</param>
    /// <param name="io">Where the messages go, and what is to be said of them.</param>
    /// <param name="cancellation">Ends it early; what has been read is decoded.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        CaptureSource source, bool asJson, string? shape, CommandIo io, CancellationToken cancellation)
    {
        var output = new OutputBuffer(io.Output);
        var decoder = new CaptureDecoder(asJson ? new MessageJson(new JsonLines(output)) : new MessageTable(output));
        var reader = new CaptureReader(source, io.Error, shape);
        try
        {
            await DecodeAsync(reader, decoder, output.Flush, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C: what has come out so far is the result.
        }
        finally
        {
            output.Flush();
        }

        bool hasMessages = decoder.Counts.Messages > 0;
        string skipped = reader.SkippedLines > 0 ? $"; {reader.SkippedLines} of {reader.Lines} lines skipped" : "";
        io.Error.WriteLine($"{reader.Name}: {(hasMessages ? "" : "no whole message: ")}{decoder.Counts}{skipped}");
        return hasMessages || cancellation.IsCancellationRequested ? ExitCode.Done : ExitCode.NothingFound;
    }

    /// <summary>Decodes all that a reader gives; <paramref name="show"/> is called before more is waited for.</summary>
    internal static async Task DecodeAsync(CaptureReader reader, CaptureDecoder decoder, Action show, CancellationToken cancellation)
    {
        var line = new CaptureLine();
        while (await reader.FillAsync(cancellation))
        {
            if (reader.StartedAgain)
            {
                decoder.EndBurst();
            }

            while (reader.Read(line))
            {
                decoder.Take(line);
            }

            // The next read may wait for whoever writes the capture: what is known by now is to be seen.
            show();
        }

        decoder.EndBurst();
    }
}
