using Microsoft.Win32.SafeHandles;

namespace ValenceNano.Desktop;

/// <summary>Standard output as a stream that notices when its reader has gone.</summary>
public static class StandardOutput
{
    /// <summary>Opens it. The stream has no buffer of its own.</summary>
    public static Stream Open()
    {
        Stream console = Console.OpenStandardOutput();
        if (OperatingSystem.IsWindows())
        {
            return console;
        }

        // The console's stream swallows EPIPE, so that a followed capture piped into head would go on for ever; a file stream
        // reports it. But a file stream keeps its own position in a file, which standard error or another process may share.
        try
        {
            var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return pipe.CanSeek ? console : pipe;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return console;
        }
    }
}
