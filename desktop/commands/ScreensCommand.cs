using System.CommandLine;

namespace ValenceNano.Desktop;

/// <summary><c>valence screens DIR</c>: a PNG of every page, drawn by the product's own code from the virtual batteries, and a moving picture of the terminal.</summary>
public static class ScreensCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandIo io)
    {
        Argument<string> folder = Arguments.Text("DIR", "The folder; it is made if it is not there.", PathRules.RefuseAsFolder);
        var command = new Command("screens", "Writes a PNG of every page of the display, and terminal.svg, in which they move.") { folder };
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed.GetRequiredValue(folder), io, cancellation)));
        return command;
    }

    private static int Run(string folder, CommandIo io, CancellationToken cancellation)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            Directory.CreateDirectory(folder);
            foreach (string file in ScreenTour.Write(folder, cancellation))
            {
                io.Error.WriteLine(file);
            }

            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{folder}: cannot be written: {e.Message}");
        }
    }
}
