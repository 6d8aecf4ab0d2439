using System.Diagnostics;

namespace ValenceNano.HostTests.EndToEnd;

/// <summary>
/// The command as it is released, one file with all that it needs: the environment variable <c>VALENCE_PUBLISHED</c> names it, and
/// the tests of this folder run it in place of the code they were built with.
/// </summary>
internal static class PublishedFile
{
    private const int Terminate = 15;

    /// <summary>Where it is; null: it is not tested.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("VALENCE_PUBLISHED");

    /// <summary>Runs it until it ends, or until it is cancelled: with SIGTERM, as a service is.</summary>
    /// <returns>Its exit code.</returns>
    public static async Task<int> RunAsync(
        string path, string[] arguments, Stream output, TextWriter error, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => WriteLine(error, line.Data);
        process.BeginErrorReadLine();
        using CancellationTokenRegistration end = cancellation.Register(() => Process.Start("kill", [$"-{Terminate}", $"{process.Id}"]).WaitForExit());
        await process.StandardOutput.BaseStream.CopyToAsync(output, CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }

    private static void WriteLine(TextWriter error, string? line)
    {
        if (line != null)
        {
            error.WriteLine(line);
        }
    }
}
