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
        Argument<string> file = Arguments.Text("FILE", "A file of settings, lines key = value; without it the defaults are printed.");
        file.Arity = ArgumentArity.ZeroOrOne;
        Option<bool> document = Arguments.Flag("--document", "Prints docs/settings.md instead.");
        var command = new Command("settings", "Prints all settings: key, value, unit, range, meaning.") { file, document };
        command.Refuse(document, result => result.TextOf(file).Length > 0 ? "takes no FILE" : null);
        command.SetAction((parsed, _) => Task.Run(() => Run(parsed.GetValue(file), parsed.GetValue(document), io)));
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
