namespace ValenceNano.Desktop;

/// <summary>What a command reads and writes: the streams of the process, or those of a test.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output: data, and nothing else.</param>
/// <param name="Error">Standard error: everything that is not data.</param>
public sealed record CommandIo(Stream Input, Stream Output, TextWriter Error)
{
    /// <summary>The streams of this process.</summary>
    public static CommandIo OfProcess() => new(Console.OpenStandardInput(), StandardOutput.Open(), Console.Error);
}
