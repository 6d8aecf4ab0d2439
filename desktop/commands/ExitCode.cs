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
}
