using ValenceNano.Model;

namespace ValenceNano.HostTests.Model;

/// <summary>Records in memory, which outlive a monitor; the power can be cut at any byte that is written.</summary>
internal sealed class MemoryStore : IStore
{
    /// <summary>How many bytes are written until the power is cut; null: it is not.</summary>
    public int? BytesLeft { get; set; }

    public Dictionary<string, byte[]> Records { get; } = [];

    public int Saves { get; private set; }

    /// <summary>The power is cut: nothing is written any more.</summary>
    public bool IsOff => BytesLeft < 0;

    /// <summary>What was saved, in its order.</summary>
    public List<string> Names { get; } = [];

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
        if (IsOff)
        {
            return false;
        }

        Saves++;
        Names.Add(name);
        int written = Math.Min(count, BytesLeft ?? count);
        byte[] record = Records.TryGetValue(name, out byte[]? before) && before.Length == count ? before : new byte[count];
        Array.Copy(buffer, record, written);
        Records[name] = record;
        BytesLeft -= count;
        return !IsOff;
    }
}
