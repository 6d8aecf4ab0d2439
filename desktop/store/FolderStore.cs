using ValenceNano.Model;

namespace ValenceNano.Desktop;

/// <summary>Records as files of a folder. One is written beside the one before, flushed to the disk, and then takes its place.</summary>
public sealed class FolderStore : IStore
{
    private readonly string _folder;
    private readonly Action<string> _complain;
    private bool _hasComplained;

    private FolderStore(string folder, Action<string> complain)
    {
        _folder = folder;
        _complain = complain;
    }

    /// <summary>Opens a folder, which is made if it is not there; a record is written to see that it can be.</summary>
    /// <param name="folder">The folder; null: there is no store.</param>
    /// <param name="complain">Takes one line when a record cannot be written later on.</param>
    /// <exception cref="CommandException">It cannot be written to.</exception>
    public static FolderStore? Open(string? folder, Action<string> complain)
    {
        if (folder == null)
        {
            return null;
        }

        try
        {
            Directory.CreateDirectory(folder);
            var store = new FolderStore(folder, complain);
            store.Write("probe", [], 0);
            File.Delete(store.PathOf("probe"));
            return store;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandException($"--store: {folder}: cannot be written: {e.Message}");
        }
    }

    /// <inheritdoc/>
    public int Load(string name, char slot, byte[] buffer)
    {
        try
        {
            byte[] record = File.ReadAllBytes(PathOf($"{name}-{slot}"));
            if (record.Length > buffer.Length)
            {
                return -1;
            }

            record.CopyTo(buffer, 0);
            return record.Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return -1;
        }
    }

    /// <inheritdoc/>
    public bool Save(string name, char slot, byte[] buffer, int count)
    {
        try
        {
            Write($"{name}-{slot}", buffer, count);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (!_hasComplained)
            {
                _hasComplained = true;
                _complain($"{_folder}: cannot be written: {e.Message}");
            }

            return false;
        }
    }

    private void Write(string name, byte[] buffer, int count)
    {
        string written = Path.Combine(_folder, name + ".new");
        using (FileStream file = File.Create(written))
        {
            file.Write(buffer, 0, count);
            file.Flush(flushToDisk: true);
        }

        File.Move(written, PathOf(name), overwrite: true);
    }

    private string PathOf(string name) => Path.Combine(_folder, name + ".rec");
}
