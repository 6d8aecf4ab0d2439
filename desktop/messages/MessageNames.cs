using System.Numerics;
using System.Text;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>What the kinds of messages and the rules of a reply are called in all output.</summary>
public static class MessageNames
{
    /// <summary>Every kind that has a name: the messages in the order of <see cref="MessageKind"/>, then junk.</summary>
    public static readonly MessageKind[] Kinds =
        [.. Enum.GetValues<MessageKind>().Where(kind => kind > MessageKind.Junk), MessageKind.Junk];

    /// <summary>The name of a kind.</summary>
    public static string Of(MessageKind kind) => kind switch
    {
        MessageKind.Junk => "junk",
        MessageKind.Reset => "reset",
        MessageKind.Round => "round",
        MessageKind.SlotPoll => "slot_poll",
        MessageKind.Serial => "serial",
        MessageKind.Assign => "assign",
        MessageKind.Assigned => "assigned",
        MessageKind.Read => "read",
        MessageKind.Data => "data",
        MessageKind.Write => "write",
        MessageKind.Written => "written",
        MessageKind.Refused => "refused",
        MessageKind.OtherRead => "other_read",
        MessageKind.OtherWrite or MessageKind.OtherReply => "other_data",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The name of one rule, not of several.</summary>
    public static string Of(ReplyRules rule) =>
        Encoding.ASCII.GetString(ReadingJson.Word(ReadingId.Broken, BitOperations.TrailingZeroCount((int)rule)));
}
