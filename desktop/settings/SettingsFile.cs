using ValenceNano.Model;

namespace ValenceNano.Desktop;

/// <summary>A file of settings: lines <c>key = value</c>, and comments behind a <c>#</c> at the beginning of a line.</summary>
public static class SettingsFile
{
    private const int MaxBytes = 1 << 20;

    /// <summary>Sets what a file says.</summary>
    /// <exception cref="CommandException">The file cannot be read, or a line is wrong: file, line and what would be right.</exception>
    public static void Read(string path, Settings settings)
    {
        string[] lines = Lines(path);
        for (int i = 0; i < lines.Length; i++)
        {
            Refuse(path, i, Take(lines[i].Trim(), settings));
        }

        if (SettingText.Conflict(settings) is string conflict)
        {
            Refuse(path, Array.FindLastIndex(lines, line => IsAbout(line, conflict)), conflict);
        }
    }

    private static string[] Lines(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            if (file.CanSeek && file.Length > MaxBytes)
            {
                throw new CommandException($"{path}: is too large to be a file of settings");
            }

            using var reader = new StreamReader(file);
            return reader.ReadToEnd().Split('\n');
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException($"{path}: no such file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandException($"{path}: cannot be read: {e.Message}");
        }
    }

    private static void Refuse(string path, int line, string? error)
    {
        if (error != null)
        {
            throw new CommandException($"{path}, line {line + 1}: {error}");
        }
    }

    private static bool IsAbout(string line, string conflict) =>
        line.Split('=')[0].Trim() is { Length: > 0 } key && conflict.Contains(key, StringComparison.Ordinal);

    private static string? Take(string line, Settings settings)
    {
        if (line.Length == 0 || line[0] == '#')
        {
            return null;
        }

        int equals = line.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? "a line is `key = value`, or a comment behind #"
            : SettingText.Set(settings, line[..equals].TrimEnd(), line[(equals + 1)..].TrimStart());
    }
}
