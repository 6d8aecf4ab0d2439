using ValenceNano.Bench.Plain;
using ValenceNano.Protocol;

namespace ValenceNano.Bench;

/// <summary>
/// What a stream holds, said in the plainest way: at each place every kind of message is tried on the whole stream, the
/// shorter one first where two begin alike. It has no state that could depend on how the bytes came in.
/// </summary>
public static class ReferenceSplitter
{
    /// <summary>How long a run of junk can be, bytes.</summary>
    public const int LongestJunk = 128;

    private const int Any = -1;
    private const int BusId = -2;

    // xx is any byte, id is 1..247.
    private static readonly (MessageKind Kind, int[] Pattern)[] Management =
    [
        (MessageKind.Reset, Pattern("00 03 00 FC 00 00 xx xx")),
        (MessageKind.Round, Pattern("FF 43 06 xx xx xx")),
        (MessageKind.SlotPoll, Pattern("FF 50 06 xx xx xx")),
        (MessageKind.Serial, Pattern("FF 70 11 xx xx xx xx xx xx xx xx xx xx xx xx xx xx")),
        (MessageKind.Assign, Pattern("FF 41 12 xx xx xx xx xx xx xx xx xx xx xx xx xx xx xx")),
        (MessageKind.Assigned, Pattern("FF 42 06 xx xx xx")),
    ];

    private static readonly int[] Read = Pattern("id 03 00 29 00 1B xx xx");

    // By function and length: each of them exists once for every number of registers that Modbus allows.
    private static readonly ILookup<int, (MessageKind Kind, int[] Pattern)> Modbus = AllOfModbus()
        .OrderBy(row => row.Pattern.Length)
        .ToLookup(row => row.Pattern[1]);

    /// <summary>The results that a <see cref="MessageSplitter"/> must give for this stream, its burst ended.</summary>
    public static List<Piece> All(byte[] stream)
    {
        var results = new List<Piece>();
        int junk = 0;
        int at = 0;
        while (at < stream.Length)
        {
            (MessageKind kind, int length) = MessageAt(stream, at);
            bool junkEnds = kind != MessageKind.None || at - junk == LongestJunk;
            if (junkEnds && at > junk)
            {
                results.Add(new Piece(MessageKind.Junk, junk, at - junk));
                junk = at;
            }

            if (kind != MessageKind.None)
            {
                results.Add(new Piece(kind, at, length));
                junk = at + length;
            }

            at += kind != MessageKind.None ? length : 1;
        }

        if (at > junk)
        {
            results.Add(new Piece(MessageKind.Junk, junk, at - junk));
        }

        return results;
    }

    /// <summary>The message that begins at this place and its length; None and 0 if none does.</summary>
    public static (MessageKind Kind, int Length) MessageAt(byte[] stream, int at)
    {
        IEnumerable<(MessageKind Kind, int[] Pattern)> table =
            stream[at] is 0 or 0xFF ? Management : at + 1 < stream.Length ? Modbus[stream[at + 1]] : [];
        foreach ((MessageKind kind, int[] pattern) in table)
        {
            if (at + pattern.Length <= stream.Length && Fits(stream, at, pattern))
            {
                bool isRead = kind == MessageKind.OtherRead && Fits(stream, at, Read);
                return (isRead ? MessageKind.Read : kind, pattern.Length);
            }
        }

        return (MessageKind.None, 0);
    }

    private static IEnumerable<(MessageKind Kind, int[] Pattern)> AllOfModbus()
    {
        foreach (string function in new[] { "03", "04" })
        {
            for (int count = 1; count <= 125; count++)
            {
                bool isData = function == "03" && count == 27;
                yield return (MessageKind.OtherRead, Pattern($"id {function} xx xx 00 {count:X2} xx xx"));
                yield return (
                    isData ? MessageKind.Data : MessageKind.OtherReply, Pattern($"id {function} {2 * count:X2}{Times(count, " xx xx")} xx xx"));
            }
        }

        for (int count = 1; count <= 123; count++)
        {
            yield return (count == 1 ? MessageKind.Written : MessageKind.OtherReply, Pattern($"id 10 xx xx 00 {count:X2} xx xx"));
            yield return (
                count == 1 ? MessageKind.Write : MessageKind.OtherWrite,
                Pattern($"id 10 xx xx 00 {count:X2} {2 * count:X2}{Times(count, " xx xx")} xx xx"));
        }

        foreach (string function in new[] { "83", "84", "90" })
        {
            for (int code = 1; code <= 0x0B; code++)
            {
                yield return (MessageKind.Refused, Pattern($"id {function} {code:X2} xx xx"));
            }
        }
    }

    private static string Times(int count, string text) => string.Concat(Enumerable.Repeat(text, count));

    private static int[] Pattern(string text) =>
        [.. text.Split(' ').Select(word => word switch { "xx" => Any, "id" => BusId, _ => Convert.ToInt32(word, 16) })];

    private static bool Fits(byte[] stream, int at, int[] pattern)
    {
        for (int i = 0; i < pattern.Length; i++)
        {
            byte value = stream[at + i];
            bool fits = pattern[i] switch
            {
                Any => true,
                BusId => value is >= 1 and <= 247,
                int exactly => value == exactly,
            };
            if (!fits)
            {
                return false;
            }
        }

        return PlainCrc.Compute(stream[at..(at + pattern.Length)], pattern.Length) == 0;
    }
}
