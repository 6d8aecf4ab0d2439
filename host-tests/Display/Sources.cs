namespace ValenceNano.HostTests.Display;

/// <summary>
/// The files of this repository that tests compare with. With VALENCE_ACCEPT=1 in the environment the tests write what
/// they found instead of complaining: look at the change before committing it.
/// </summary>
internal static class Sources
{
    public static bool Accepting => Environment.GetEnvironmentVariable("VALENCE_ACCEPT") == "1";

    public static string Fonts => Path.Combine(Drawing, "fonts");

    public static string Drawing => Path.Combine(Root(), "shared-display", "drawing");

    public static string Pictures => Path.Combine(Root(), "host-tests", "Display", "Pictures");

    public static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ValenceNano.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder;
    }
}
