namespace ValenceNano.Desktop;

/// <summary>What can be said against a path before a command begins: null if nothing can.</summary>
public static class PathRules
{
    /// <summary>A folder that is there, or can be made.</summary>
    public static string? RefuseAsFolder(string path) => File.Exists(path) ? "is a file; the name of a folder is wanted" : null;

    /// <summary>A file that is to be written, whether it is there or not.</summary>
    public static string? RefuseAsOutput(string path)
    {
        if (Directory.Exists(path) || Path.EndsInDirectorySeparator(path))
        {
            return "is a folder; the name of a file is wanted";
        }

        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        return folder == null || Directory.Exists(folder) ? null : "is in a folder that is not there";
    }
}
