namespace ValenceNano.HostTests.EndToEnd;

/// <summary>A test on a pair of pseudo terminals, skipped where the program that makes them is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PseudoTerminalFactAttribute : FactAttribute
{
    public PseudoTerminalFactAttribute()
    {
        Timeout = 60_000;
        if (!IsInstalled())
        {
            Skip = "socat is not installed";
        }
    }

    private static bool IsInstalled() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "socat")));
}
