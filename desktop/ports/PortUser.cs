namespace ValenceNano.Desktop;

/// <summary>Which program has a serial port open, as far as Linux shows it to this user.</summary>
public static class PortUser
{
    /// <summary>Finds another program that has a port open.</summary>
    /// <returns>Its name and number, as in "minicom (process 1234)"; null: it cannot be told.</returns>
    public static string? Find(string name)
    {
        string port = RealPath(name);
        foreach (string process in OperatingSystem.IsLinux() ? Directory.EnumerateDirectories("/proc") : [])
        {
            if (int.TryParse(Path.GetFileName(process), out int id) && id != Environment.ProcessId && HasOpen(process, port))
            {
                return $"{NameOf(process)} (process {id})";
            }
        }

        return null;
    }

    private static bool HasOpen(string process, string port)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(Path.Combine(process, "fd"))
                .Any(file => new FileInfo(file).LinkTarget == port);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's, or it has just ended.
            return false;
        }
    }

    private static string NameOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "comm")).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "a program";
        }
    }

    private static string RealPath(string name)
    {
        try
        {
            return File.ResolveLinkTarget(name, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Path.GetFullPath(name);
        }
    }
}
