namespace ValenceNano.Desktop;

/// <summary>The terminal that this process runs in: what it can do, its size, and its keyboard.</summary>
public static class TerminalWindow
{
    private const string TermVariable = "TERM";
    private const string Dumb = "dumb";
    private const int UsualColumns = 80;
    private const int UsualRows = 24;

    /// <summary>Looks at the streams, at <c>NO_COLOR</c> and at <c>TERM</c>. To be called before anything else is done with the console.</summary>
    public static TerminalKind FindKind()
    {
        if (Console.IsOutputRedirected || Console.IsInputRedirected)
        {
            return TerminalKind.None;
        }

        if (!IsSet("NO_COLOR") && CanDraw())
        {
            return TerminalKind.Full;
        }

        // The console sends codes of its own when it begins to read keys, but for a terminal that has none.
        Environment.SetEnvironmentVariable(TermVariable, Dumb);
        return TerminalKind.Plain;
    }

    /// <summary>Columns and rows of the window.</summary>
    public static (int Columns, int Rows) Size()
    {
        try
        {
            (int columns, int rows) = (Console.WindowWidth, Console.WindowHeight);
            return columns > 0 && rows > 0 ? (columns, rows) : (UsualColumns, UsualRows);
        }
        catch (IOException)
        {
            return (UsualColumns, UsualRows);
        }
    }

    /// <summary>The key that was pressed, lower case; the null character if none was.</summary>
    public static char ReadKey() => Console.KeyAvailable ? char.ToLowerInvariant(Console.ReadKey(intercept: true).KeyChar) : '\0';

    private static bool CanDraw() =>
        OperatingSystem.IsWindows()
            ? Environment.GetEnvironmentVariable(TermVariable) != Dumb
            : IsSet(TermVariable) && Environment.GetEnvironmentVariable(TermVariable) != Dumb;

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
