namespace ValenceNano.HostTests.EndToEnd;

/// <summary>A test that starts another program, skipped where that is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class ProgramFactAttribute : FactAttribute
{
    /// <param name="program">Its name on the PATH.</param>
    public ProgramFactAttribute(string program)
    {
        Timeout = 60_000;
        if (!IsInstalled(program))
        {
            Skip = program + " is not installed";
        }
    }

    /// <summary>Tells whether a program is on the PATH.</summary>
    internal static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
