using ValenceNano.HostTests.EndToEnd;

namespace ValenceNano.HostTests.Browser;

/// <summary>A test that needs a browser, and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (BrowserFixture.ExecutablePath == null)
        {
            Skip = "There is no chromium here: apt-get install chromium.";
        }
    }

    /// <param name="program">Another program that it needs, by its name on the PATH.</param>
    public BrowserFactAttribute(string program)
        : this()
    {
        if (!ProgramFactAttribute.IsInstalled(program))
        {
            Skip = program + " is not installed";
        }
    }
}
