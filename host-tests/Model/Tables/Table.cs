using System.Text;
using ValenceNano.Model;

namespace ValenceNano.HostTests.Model.Tables;

/// <summary>The reading table's texts as strings.</summary>
internal static class Table
{
    public static IEnumerable<ReadingId> All => Enumerable.Range(0, (int)ReadingId.Count).Select(row => (ReadingId)row);

    /// <summary>A single reading; of one with several items the first.</summary>
    public static long Value(Readings readings, ReadingId id, ReadingScope scope, int index, long nowMs)
    {
        readings.Fetch(scope, index, nowMs);
        return readings.Fetched[Readings.Slot(id)];
    }

    public static string Key(ReadingId id)
    {
        byte[] text = new byte[Readings.MaxText];
        return Encoding.UTF8.GetString(text, 0, ReadingTable.CopyKey(id, text, 0));
    }

    public static string Topic(ReadingId id) => Text(ReadingTable.Topic(id));

    public static string Label(ReadingId id) => Text(ReadingTable.Label(id));

    public static string Unit(ReadingUnit unit) => Text(ReadingTable.UnitText(unit));

    public static string[] Words(ReadingId id) => [.. Enumerable.Range(0, ReadingTable.WordCount(id)).Select(word => Text(ReadingTable.Word(id, word)))];

    public static string Text(int place)
    {
        byte[] text = new byte[Readings.MaxText];
        return Encoding.UTF8.GetString(text, 0, ReadingTable.Texts.Copy(place, text, 0));
    }
}
