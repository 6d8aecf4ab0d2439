using System.CommandLine;

namespace ValenceNano.Desktop;

/// <summary><c>valence screens DIR</c>: a PNG of every page, drawn by the product's own code from the virtual batteries.</summary>
public static class ScreensCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandIo io)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder; it is made if it is not there." };
        var command = new Command("screens", "Writes a PNG of every page of the display.") { folder };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), io));
        return command;
    }

    private static int Run(string folder, CommandIo io)
    {
        try
        {
            Directory.CreateDirectory(folder);
            foreach (string file in ScreenTour.Write(folder))
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
