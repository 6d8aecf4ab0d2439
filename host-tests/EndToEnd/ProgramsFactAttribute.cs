namespace ValenceNano.HostTests.EndToEnd;

/// <summary>As <see cref="ProgramFactAttribute"/>, for a test that starts two programs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramsFactAttribute : ProgramFactAttribute
{
    /// <param name="first">The one's name on the PATH.</param>
    /// <param name="second">The other's.</param>
    public ProgramsFactAttribute(string first, string second)
        : base(IsInstalled(first) ? second : first)
    {
    }
}
