using System.Buffers;
using System.CommandLine;
using System.Text;
using ValenceNano.Model;

namespace ValenceNano.Desktop;

/// <summary><c>valence settings [FILE]</c>: all settings with their values, ranges and meanings.</summary>
public static class SettingsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandIo io)
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "A file of settings, lines key = value; without it the defaults are printed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var document = new Option<bool>("--document") { Description = "Prints docs/settings.md instead." };
        var command = new Command("settings", "Prints all settings: key, value, unit, range, meaning.") { file, document };
        command.Validators.Add(result =>
        {
            if (result.GetResult(document) is { Implicit: false } && result.GetResult(file) is { Tokens.Count: > 0 })
            {
                result.AddError("--document takes no FILE.");
            }
        });
        command.SetAction(parsed => Run(parsed.GetValue(file), parsed.GetValue(document), io));
        return command;
    }

    private static int Run(string? file, bool isDocument, CommandIo io)
    {
        var settings = new Settings();
        if (file != null)
        {
            SettingsFile.Read(file, settings);
        }

        var output = new OutputBuffer(io.Output);
        foreach (string line in isDocument ? SettingsListing.Document() : SettingsListing.File(settings))
        {
            output.Write(Encoding.UTF8.GetBytes(line + "\n"));
        }

        output.Flush();
        return ExitCode.Done;
    }
}
