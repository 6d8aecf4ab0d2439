using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>
/// The bytes of a data reply that nobody has decoded yet, as hex, each that has changed since the last reply from the same
/// bus id marked with a <c>*</c> behind it.
/// </summary>
public sealed class UnknownBytes
{
    /// <summary>Length of the longest text.</summary>
    public const int MaxLength = 80;

    /// <summary>The fields of the reply that nobody has decoded: where they begin, and how many bytes they have.</summary>
    public static IReadOnlyList<(int Offset, int Length)> Fields { get; } =
    [
        .. DataReplyLayout.Rows().Chunk(DataReplyLayout.RowLength)
            .Where(row => row[DataReplyLayout.RowField] == (byte)ReplyField.Unknown)
            .Select(row => (row[DataReplyLayout.RowOffset], row[DataReplyLayout.RowSize] * row[DataReplyLayout.RowCount])),
    ];

    private static readonly (int Offset, int Length)[] Stretches = Joined();

    private readonly byte[]?[] _last = new byte[MessageFormat.MaxBusId + 1][];

    /// <summary>
    /// Writes them as <c> 7-14: 0f 00 00 04 a8*00 50 04  21-22: 80 00  45-48: 00 10 04 00 </c>, and remembers this reply.
    /// </summary>
    /// <returns>The length of the text.</returns>
    public int Format(ReadOnlySpan<byte> reply, Span<byte> text)
    {
        byte[]? last = _last[reply[0]];
        int length = 0;
        foreach ((int offset, int count) in Stretches)
        {
            System.Text.Unicode.Utf8.TryWrite(text[length..], $" {offset}-{offset + count - 1}: ", out int written);
            length += written;
            for (int i = offset; i < offset + count; i++)
            {
                Convert.TryToHexStringLower(reply.Slice(i, 1), text[length..], out written);
                length += written;
                text[length++] = (byte)(last != null && last[i] != reply[i] ? '*' : ' ');
            }
        }

        reply.CopyTo(_last[reply[0]] ??= new byte[MessageFormat.DataLength]);
        return length;
    }

    // Fields that stand side by side are one stretch.
    private static (int Offset, int Length)[] Joined()
    {
        var joined = new List<(int Offset, int Length)>();
        foreach ((int offset, int length) in Fields)
        {
            if (joined.Count > 0 && joined[^1].Offset + joined[^1].Length == offset)
            {
                joined[^1] = (joined[^1].Offset, joined[^1].Length + length);
            }
            else
            {
                joined.Add((offset, length));
            }
        }

        return [.. joined];
    }
}
