using System.Diagnostics;
using ValenceNano.Desktop;

namespace ValenceNano.HostTests.Browser;

/// <summary>Reads what a panel shows as a phone's camera does: with zbarimg.</summary>
internal static class QrReader
{
    /// <summary>Its name on the PATH.</summary>
    public const string Program = "zbarimg";

    /// <summary>The text of the code on a panel; an empty one if there is none.</summary>
    public static async Task<string> ReadAsync(byte[] picture)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".png");
        try
        {
            await using (FileStream file = File.Create(path))
            {
                PngPicture.Write(file, picture, scale: 4);
            }

            using Process reader = Process.Start(new ProcessStartInfo(Program, ["-q", "--raw", path]) { RedirectStandardOutput = true })!;
            return (await reader.StandardOutput.ReadToEndAsync()).Trim();
        }
        finally
        {
            File.Delete(path);
        }
    }
}
