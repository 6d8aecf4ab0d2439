using ValenceNano.Protocol;

namespace ValenceNano.Simulation;

/// <summary>A row of <see cref="DataReplyLayout.Rows"/>.</summary>
/// <param name="Offset">Where its first value begins in the whole reply.</param>
/// <param name="Size">The size of a value, bytes, low byte first.</param>
/// <param name="Count">How many values stand one behind the other.</param>
/// <param name="IsSigned">A value may be negative.</param>
/// <param name="Field">What it is.</param>
public sealed record ReplyRow(int Offset, int Size, int Count, bool IsSigned, ReplyField Field)
{
    /// <summary>All of them, in the order of the reply.</summary>
    public static IReadOnlyList<ReplyRow> All { get; } = [.. DataReplyLayout.Rows().Chunk(DataReplyLayout.RowLength).Select(Of)];

    /// <summary>How many bytes it takes.</summary>
    public int Length => Size * Count;

    /// <summary>A value of it in a reply; the first has index 0.</summary>
    public long Read(ReadOnlySpan<byte> reply, int index)
    {
        long value = 0;
        for (int i = 0; i < Size; i++)
        {
            value |= (long)reply[Offset + (index * Size) + i] << (8 * i);
        }

        int above = 64 - (8 * Size);
        return IsSigned ? value << above >> above : value;
    }

    /// <summary>Writes a value of it into a reply.</summary>
    public void Write(Span<byte> reply, int index, long value)
    {
        for (int i = 0; i < Size; i++)
        {
            reply[Offset + (index * Size) + i] = (byte)(value >> (8 * i));
        }
    }

    private static ReplyRow Of(byte[] row) => new(
        row[DataReplyLayout.RowOffset],
        row[DataReplyLayout.RowSize],
        row[DataReplyLayout.RowCount],
        row[DataReplyLayout.RowSigned] != 0,
        (ReplyField)row[DataReplyLayout.RowField]);
}
