using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>Which readings a topic has: all of a scope that <see cref="ReadingTable"/> names for topics, in its order.</summary>
internal sealed class TopicRows
{
    private readonly byte[] _rows;
    private readonly byte[] _items;
    private readonly byte[] _decimals;
    private readonly ushort[] _keys;

    /// <param name="rows">Those that are of one of these.</param>
    public TopicRows(ReadingScope rows)
    {
        int count = 0;
        for (ReadingId id = 0; id < ReadingId.Count; id++)
        {
            count += IsTaken(id, rows) ? 1 : 0;
        }

        _rows = new byte[count];
        _items = new byte[count];
        _decimals = new byte[count];
        _keys = new ushort[count];
        int at = 0;
        for (ReadingId id = 0; id < ReadingId.Count; id++)
        {
            if (IsTaken(id, rows))
            {
                _rows[at] = (byte)id;
                _keys[at] = (ushort)ReadingTable.Topic(id);
                _decimals[at] = (byte)ReadingTable.Decimals(ReadingTable.Unit(id));
                _items[at++] = (byte)ReadingTable.Items(id);
            }
        }
    }

    /// <summary>The <see cref="ReadingId"/> of each. It is not to be changed.</summary>
    public byte[] Ids => _rows;

    /// <summary>As <see cref="ReadingTable.Items"/> of each. It is not to be changed.</summary>
    public byte[] Items => _items;

    /// <summary>As <see cref="ReadingTable.Topic"/> of each. It is not to be changed.</summary>
    public ushort[] Keys => _keys;

    /// <summary>How many decimals each has in its unit. It is not to be changed.</summary>
    public byte[] Decimals => _decimals;

    private static bool IsTaken(ReadingId id, ReadingScope rows) =>
        ReadingTable.IsOf(id, rows) && ReadingTable.Texts.Length(ReadingTable.Topic(id)) > 0;
}
