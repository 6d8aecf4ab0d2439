using System;
using System.IO;
using ValenceNano.Model;

namespace ValenceNano.Firmware;

/// <summary>
/// Records as small files on the flash's own file system. Only closing a file commits it: a record is written beside the one before,
/// closed, and then takes its name. Between the two there is none of that name, which <see cref="TwoSlotRecord"/> outlives.
/// </summary>
internal sealed class FileStore : IStore
{
    // The drive that every image has.
    private const string Folder = "I:\\";
    private const string Kept = ".rec";
    private const string Written = ".new";

    /// <inheritdoc/>
    public int Load(string name, byte[] buffer)
    {
        string path = Folder + name + Kept;
        try
        {
            if (!File.Exists(path))
            {
                return -1;
            }

            using (var file = new FileStream(path, FileMode.Open, FileAccess.Read))
            {
                int length = (int)file.Length;
                return length <= buffer.Length && file.Read(buffer, 0, length) == length ? length : -1;
            }
        }
        catch (Exception)
        {
            return -1;
        }
    }

    /// <inheritdoc/>
    public bool Save(string name, byte[] buffer, int count)
    {
        string path = Folder + name + Kept;
        string written = Folder + name + Written;
        try
        {
            using (var file = new FileStream(written, FileMode.Create, FileAccess.Write))
            {
                file.Write(buffer, 0, count);
            }

            // There is no move that replaces.
            if (File.Exists(path))
            {
                File.Delete(path);
            }

            File.Move(written, path);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
