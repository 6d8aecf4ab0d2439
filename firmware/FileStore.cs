using System;
using System.IO;
using ValenceNano.Model;

namespace ValenceNano.Firmware;

/// <summary>
/// Records as small files on the flash's own file system. Only closing a file commits it, which WriteAllBytes does: a record is written
/// beside the one before, and then takes its name. Between the two there is none of that name, which <see cref="TwoSlotRecord"/> outlives.
/// </summary>
/// <param name="folder">Where, with what separates it from a name.</param>
internal sealed class FileStore(string folder) : IStore
{
    /// <summary>The drive that every image has.</summary>
    public const string Drive = "I:\\";

    private const string Kept = ".rec";
    private const string Written = ".new";

    /// <inheritdoc/>
    public int Load(string name, char slot, byte[] buffer)
    {
        string path = PathOf(name, slot) + Kept;
        try
        {
            if (!File.Exists(path))
            {
                return -1;
            }

            byte[] record = File.ReadAllBytes(path);
            if (record.Length > buffer.Length)
            {
                return -1;
            }

            Array.Copy(record, 0, buffer, 0, record.Length);
            return record.Length;
        }
        catch (Exception)
        {
            return -1;
        }
    }

    /// <inheritdoc/>
    public bool Save(string name, char slot, byte[] buffer, int count)
    {
        string path = PathOf(name, slot) + Kept;
        string written = PathOf(name, slot) + Written;
        try
        {
            var record = new byte[count];
            Array.Copy(buffer, 0, record, 0, count);
            File.WriteAllBytes(written, record);

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

    private string PathOf(string name, char slot) => folder + name + "-" + slot;
}
