using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Messages;

/// <summary>
/// What a stream holds, said in the plainest way: at each place every kind of message is tried on the whole stream. Slow,
/// and with no state that could depend on how the bytes came in.
/// </summary>
internal static class ReferenceSplitter
{
    private const int LongestJunk = 128;

    // xx is any byte, id is 1..247. Where two fit, the first one is meant.
    private static readonly (MessageKind Kind, string Pattern)[] Patterns =
    [
        (MessageKind.Reset, "00 03 00 FC 00 00 crc crc"),
        (MessageKind.Round, "FF 43 06 xx crc crc"),
        (MessageKind.SlotPoll, "FF 50 06 xx crc crc"),
        (MessageKind.Serial, "FF 70 11 xx xx xx xx xx xx xx xx xx xx xx xx crc crc"),
        (MessageKind.Assign, "FF 41 12 xx xx xx xx xx xx xx xx xx xx xx xx xx crc crc"),
        (MessageKind.Assigned, "FF 42 06 xx crc crc"),
        (MessageKind.Read, "id 03 00 29 00 1B crc crc"),
        (MessageKind.Data, "id 03 36 " + string.Concat(Enumerable.Repeat("xx ", 54)) + "crc crc"),
        (MessageKind.Written, "id 10 xx xx 00 01 crc crc"),
        (MessageKind.Write, "id 10 xx xx 00 01 02 xx xx crc crc"),
    ];

    private static readonly (MessageKind Kind, string[] Bytes)[] Table =
        [.. Patterns.Select(pattern => (pattern.Kind, pattern.Pattern.Split(' ')))];

    /// <summary>The results that a <see cref="MessageSplitter"/> must give for this stream, its burst ended.</summary>
    public static List<string> All(byte[] stream)
    {
        var results = new List<string>();
        int junk = 0;
        int at = 0;
        while (at < stream.Length)
        {
            (MessageKind kind, int length) = MessageAt(stream, at);
            bool junkEnds = kind != MessageKind.None || at - junk == LongestJunk;
            if (junkEnds && at > junk)
            {
                results.Add(Splitting.Result(MessageKind.Junk, stream.AsSpan(junk, at - junk)));
                junk = at;
            }

            if (kind != MessageKind.None)
            {
                results.Add(Splitting.Result(kind, stream.AsSpan(at, length)));
                junk = at + length;
            }

            at += kind != MessageKind.None ? length : 1;
        }

        if (at > junk)
        {
            results.Add(Splitting.Result(MessageKind.Junk, stream.AsSpan(junk)));
        }

        return results;
    }

    /// <summary>The message that begins at this place and its length; None and 0 if none does.</summary>
    public static (MessageKind Kind, int Length) MessageAt(byte[] stream, int at)
    {
        foreach ((MessageKind kind, string[] pattern) in Table)
        {
            if (at + pattern.Length <= stream.Length && Fits(stream, at, pattern))
            {
                return (kind, pattern.Length);
            }
        }

        return (MessageKind.None, 0);
    }

    private static bool Fits(byte[] stream, int at, string[] pattern)
    {
        for (int i = 0; i < pattern.Length; i++)
        {
            bool fits = pattern[i] switch
            {
                "xx" or "crc" => true,
                "id" => stream[at + i] is >= 1 and <= 247,
                _ => stream[at + i] == Convert.ToByte(pattern[i], 16),
            };
            if (!fits)
            {
                return false;
            }
        }

        return Crc16.IsGood(stream, at, pattern.Length);
    }
}
