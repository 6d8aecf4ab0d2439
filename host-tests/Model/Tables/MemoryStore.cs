using ValenceNano.Model;

namespace ValenceNano.HostTests.Model.Tables;

/// <summary>A store that can be torn and refuse.</summary>
internal sealed class MemoryStore : IStore
{
    public Dictionary<string, byte[]> Records { get; } = [];

    public bool Refuses { get; set; }

    public int Load(string name, byte[] buffer)
    {
        if (!Records.TryGetValue(name, out byte[]? record) || record.Length > buffer.Length)
        {
            return -1;
        }

        record.CopyTo(buffer, 0);
        return record.Length;
    }

    public bool Save(string name, byte[] buffer, int count)
    {
        if (!Refuses)
        {
            Records[name] = buffer[..count];
        }

        return !Refuses;
    }
}
