using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>Which readings a topic has: all of a scope that <see cref="ReadingTable"/> names for topics, in its order.</summary>
internal sealed class TopicRows
{
    private readonly byte[] _rows;

    /// <param name="rows">Those that are of one of these.</param>
    public TopicRows(ReadingScope rows)
    {
        int count = 0;
        for (ReadingId id = 0; id < ReadingId.Count; id++)
        {
            count += IsTaken(id, rows) ? 1 : 0;
        }

        _rows = new byte[count];
        int at = 0;
        for (ReadingId id = 0; id < ReadingId.Count; id++)
        {
            if (IsTaken(id, rows))
            {
                _rows[at++] = (byte)id;
            }
        }
    }

    /// <summary>The <see cref="ReadingId"/> of each. It is not to be changed.</summary>
    public byte[] Ids => _rows;

    private static bool IsTaken(ReadingId id, ReadingScope rows) =>
        ReadingTable.IsOf(id, rows) && ReadingTable.Length(ReadingTable.Topic(id)) > 0;
}
