using ValenceNano.Model;

namespace ValenceNano.Simulation;

/// <summary>Records in memory, which outlive the restarts of a product; the power can be cut at any byte that is written.</summary>
public sealed class VirtualFlash : IStore
{
    /// <summary>
    /// How many bytes are written until the power is cut, in the midst of a record perhaps; null: it is not. Below 0 nothing is written any
    /// more, as where it is full.
    /// </summary>
    public int? BytesLeft { get; set; }

    /// <summary>Nothing is written any more.</summary>
    public bool IsOff => BytesLeft < 0;

    /// <summary>All records.</summary>
    public Dictionary<string, byte[]> Records { get; } = [];

    /// <summary>What was saved, in its order.</summary>
    public List<string> Names { get; } = [];

    /// <inheritdoc/>
    public int Load(string name, char slot, byte[] buffer)
    {
        if (!Records.TryGetValue($"{name}-{slot}", out byte[]? record) || record.Length > buffer.Length)
        {
            return -1;
        }

        record.CopyTo(buffer, 0);
        return record.Length;
    }

    /// <inheritdoc/>
    public bool Save(string name, char slot, byte[] buffer, int count)
    {
        if (IsOff)
        {
            return false;
        }

        string record = $"{name}-{slot}";
        Names.Add(record);
        int written = Math.Min(count, BytesLeft ?? count);
        byte[] content = Records.TryGetValue(record, out byte[]? before) && before.Length == count ? before : new byte[count];
        Array.Copy(buffer, content, written);
        Records[record] = content;
        BytesLeft -= count;
        return !IsOff;
    }
}
