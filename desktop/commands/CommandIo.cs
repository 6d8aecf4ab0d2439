namespace ValenceNano.Desktop;

/// <summary>What a command reads and writes: the streams of the process, or those of a test.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output: data, and nothing else.</param>
/// <param name="Error">Standard error: everything that is not data.</param>
/// <param name="Terminal">Whether there is a terminal to show a panel in, and a keyboard.</param>
/// <param name="IsErrorSeen">Standard error is a terminal.</param>
public sealed record CommandIo(
    Stream Input, Stream Output, TextWriter Error, TerminalKind Terminal = TerminalKind.None, bool IsErrorSeen = false)
{
    /// <summary>The streams of this process.</summary>
    public static CommandIo OfProcess()
    {
        TerminalKind terminal = TerminalWindow.FindKind();
        return new(Console.OpenStandardInput(), StandardOutput.Open(), Console.Error, terminal, !Console.IsErrorRedirected);
    }

    /// <summary>Tells somebody who waits before a terminal that the program has begun. A log is spared it.</summary>
    public void Announce(string line)
    {
        if (IsErrorSeen)
        {
            Error.WriteLine(line);
        }
    }
}
