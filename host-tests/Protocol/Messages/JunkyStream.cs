using FsCheck;
using FsCheck.Fluent;
using ValenceNano.Bench;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Messages;

/// <summary>Whole messages with junk before, between and behind them, none of which begins a message by chance.</summary>
internal sealed record JunkyStream(byte[] Bytes, string[] Messages, int[] ReadSizes)
{
    private const int MessageCount = 4;

    public static readonly Gen<JunkyStream> Any =
        from messages in Cases.Messages.ArrayOf(MessageCount)
        from junk in Cases.Junk.ArrayOf(MessageCount + 1)
        from sizes in Cases.ReadSizes
        where !JunkBeginsAMessage(messages, junk)
        select new JunkyStream(Join(messages, junk), [.. messages.Select(Result)], sizes);

    private static byte[] Join(byte[][] messages, byte[][] junk) =>
        [.. junk[0], .. messages.Zip(junk[1..]).SelectMany(pair => pair.First.Concat(pair.Second))];

    private static string Result(byte[] message) => Splitting.Result(ReferenceSplitter.MessageAt(message, 0).Kind, message);

    private static bool JunkBeginsAMessage(byte[][] messages, byte[][] junk)
    {
        byte[] stream = Join(messages, junk);
        int start = 0;
        for (int i = 0; i < junk.Length; i++)
        {
            if (Enumerable.Range(start, junk[i].Length).Any(at => ReferenceSplitter.MessageAt(stream, at).Kind != MessageKind.None))
            {
                return true;
            }

            start += junk[i].Length + (i < messages.Length ? messages[i].Length : 0);
        }

        return false;
    }
}
