using ValenceNano.Model;
using ValenceNano.Display;

namespace ValenceNano.Desktop;

/// <summary>How a command ends.</summary>
public static class ExitCode
{
    /// <summary>Done, or ended by Ctrl-C.</summary>
    public const int Done = 0;

    /// <summary>Nothing was found, or a check failed.</summary>
    public const int NothingFound = 1;

    /// <summary>A usage or input error; one line on standard error says what and where.</summary>
    public const int BadInput = 2;

    /// <summary>How a run of the product ends: with nothing found if its time is over and there is no battery.</summary>
    public static int OfRun(PanelDisplay display, CancellationToken cancellation) =>
        cancellation.IsCancellationRequested || display.Monitor.Bus.Batteries.Count > 0 ? Done : NothingFound;
}
