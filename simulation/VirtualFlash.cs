using ValenceNano.Model;

namespace ValenceNano.Simulation;

/// <summary>Records that outlive the restarts of a device, and nothing else.</summary>
public sealed class VirtualFlash : IStore
{
    private readonly Dictionary<string, byte[]> _records = [];

    /// <inheritdoc/>
    public int Load(string name, byte[] buffer)
    {
        if (!_records.TryGetValue(name, out byte[]? record) || record.Length > buffer.Length)
        {
            return -1;
        }

        record.CopyTo(buffer, 0);
        return record.Length;
    }

    /// <inheritdoc/>
    public bool Save(string name, byte[] buffer, int count)
    {
        _records[name] = buffer[..count];
        return true;
    }
}
