using System;
using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>Which readings a topic has: all of its scope that <see cref="ReadingTable"/> names for topics, in its order.</summary>
internal sealed class TopicRows
{
    /// <summary>What is published of a battery.</summary>
    public const ReadingScope OfBattery = ReadingScope.Battery | ReadingScope.Cell | ReadingScope.Board;

    // Those of the bank, behind them those of a battery, behind them those of the bus.
    private readonly byte[] _ids;
    private readonly int _battery;
    private readonly int _bus;

    public TopicRows()
    {
        var ids = new byte[3 * (int)ReadingId.Count];
        _battery = Put(ids, 0, ReadingScope.Bank);
        _bus = Put(ids, _battery, OfBattery);
        int count = Put(ids, _bus, ReadingScope.Bus);
        _ids = new byte[count];
        Array.Copy(ids, 0, _ids, 0, count);
    }

    /// <summary>The <see cref="ReadingId"/> of each. It is not to be changed.</summary>
    public byte[] Ids => _ids;

    /// <summary>Where those of the bank, a battery or the bus begin.</summary>
    public int First(ReadingScope scope) => scope == ReadingScope.Bank ? 0 : scope == ReadingScope.Bus ? _bus : _battery;

    /// <summary>Where they end.</summary>
    public int End(ReadingScope scope) => scope == ReadingScope.Bank ? _battery : scope == ReadingScope.Bus ? _ids.Length : _bus;

    /// <summary>Tells whether a reading is of one of these scopes and has a name for topics.</summary>
    public static bool IsTaken(ReadingId id, ReadingScope scopes) =>
        ReadingTable.IsOf(id, scopes) && ReadingTable.Texts.Length(ReadingTable.Topic(id)) > 0;

    private static int Put(byte[] ids, int at, ReadingScope scopes)
    {
        for (ReadingId id = 0; id < ReadingId.Count; id++)
        {
            if (IsTaken(id, scopes))
            {
                ids[at++] = (byte)id;
            }
        }

        return at;
    }
}
