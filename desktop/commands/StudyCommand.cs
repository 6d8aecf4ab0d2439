using System.CommandLine;

namespace ValenceNano.Desktop;

/// <summary><c>valence study FILE...</c>: what the unknown bytes of many replies have to do with the known ones.</summary>
public static class StudyCommand
{
    /// <summary>The command; it reads <see cref="CommandIo.Input"/> where a FILE is <c>-</c>.</summary>
    public static Command Create(CommandIo io)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Captures in any shape that decode reads, the more the better.",
            Arity = ArgumentArity.OneOrMore,
        };
        files.Validators.Add(CaptureArguments.RefuseOptions);
        Option<bool> json = Arguments.Flag("--json", "One JSON object a line instead of a page of text.");
        Option<string?> shape = CaptureArguments.Shape();
        var command = new Command("study", "Finds out what the unknown bytes of replies go with.") { files, json, shape };
        command.SetAction(async (parsed, cancellation) =>
        {
            StudyCollector collector = await CollectAsync(parsed.GetRequiredValue(files), parsed.GetValue(shape), io, cancellation);
            return Write(collector, parsed.GetValue(json), io);
        });
        return command;
    }

    private static async Task<StudyCollector> CollectAsync(string[] files, string? shape, CommandIo io, CancellationToken cancellation)
    {
        // All of them first: one that is not there is told before the work begins.
        var sources = new List<CaptureSource>();
        foreach (string file in files)
        {
            sources.Add(await CaptureSource.OpenAsync(file, io.Input, follow: false, cancellation));
        }

        var collector = new StudyCollector();
        foreach (CaptureSource opened in sources)
        {
            collector.BeginLog();
            using CaptureSource source = opened;
            var decoder = new CaptureDecoder(collector);
            await DecodeCommand.DecodeAsync(new CaptureReader(source, io.Error, shape), decoder, () => { }, cancellation);
            io.Error.WriteLine($"{source.Name}: {decoder.Counts}");
        }

        return collector;
    }

    private static int Write(StudyCollector collector, bool asJson, CommandIo io)
    {
        var study = new Study(collector);
        var output = new OutputBuffer(io.Output);
        if (asJson)
        {
            StudyJson.Write(study, new JsonLines(output));
        }
        else if (study.Batteries.Count > 0)
        {
            using var text = new StringWriter { NewLine = "\n" };
            StudyText.Write(study, text);
            System.Buffers.BuffersExtensions.Write(output, System.Text.Encoding.UTF8.GetBytes(text.ToString()));
        }

        output.Flush();
        return study.Batteries.Count > 0 ? ExitCode.Done : ExitCode.NothingFound;
    }
}
