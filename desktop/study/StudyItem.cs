using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>A byte of a reply that nobody has decoded, a bit of it, or two of them together, low byte first.</summary>
/// <param name="Offset">Of the (low) byte, in the reply.</param>
/// <param name="Mask">Of one bit; 0: all of it.</param>
/// <param name="Width">8 or 16 bits.</param>
public sealed record StudyItem(int Offset, int Mask = 0, int Width = 8)
{
    /// <summary>The offsets of the unknown bytes.</summary>
    public static readonly IReadOnlyList<int> Offsets =
    [
        .. Enumerable.Range(DataReplyLayout.Unknown7, DataReplyLayout.CellMinC - DataReplyLayout.Unknown7),
        .. Enumerable.Range(DataReplyLayout.Unknown21, DataReplyLayout.CurrentMa - DataReplyLayout.Unknown21),
        .. Enumerable.Range(DataReplyLayout.Unknown45, DataReplyLayout.CellMv - DataReplyLayout.Unknown45),
    ];

    /// <summary>All unknown bytes and all neighbours of them as pairs.</summary>
    public static IEnumerable<StudyItem> Numbers =>
        Offsets.Select(offset => new StudyItem(offset))
            .Concat(Offsets.Where(offset => Offsets.Contains(offset + 1)).Select(offset => new StudyItem(offset, Width: 16)));

    /// <summary>All bits of the unknown bytes.</summary>
    public static IEnumerable<StudyItem> Bits =>
        Offsets.SelectMany(offset => Enumerable.Range(0, 8).Select(bit => new StudyItem(offset, 1 << bit)));

    /// <summary>Tells whether the two have a byte in common.</summary>
    public bool Covers(StudyItem other) => Offset < other.Offset + (other.Width / 8) && other.Offset < Offset + (Width / 8);

    /// <summary>Its values in all replies of a battery; of a bit 0 or 1.</summary>
    public int[] Values(StudyBattery battery)
    {
        int[] values = battery.Bytes(Offset);
        if (Mask != 0)
        {
            return [.. values.Select(value => (value & Mask) == 0 ? 0 : 1)];
        }

        return Width == 8 ? values : [.. values.Zip(battery.Bytes(Offset + 1), (low, high) => low | (high << 8))];
    }
}
