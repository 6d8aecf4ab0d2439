using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>How many messages of each kind there were.</summary>
public sealed class MessageCounts
{
    private readonly long[] _counts = new long[MessageNames.Kinds.Max(kind => (int)kind) + 1];

    /// <summary>Whole messages of all kinds.</summary>
    public long Messages { get; private set; }

    /// <summary>Data replies that contradict themselves; <see cref="this"/> counts them too.</summary>
    public long Inconsistent { get; private set; }

    /// <summary>Bytes in runs of junk.</summary>
    public long JunkBytes { get; private set; }

    /// <summary>Messages of this kind, or runs of junk.</summary>
    public long this[MessageKind kind] => _counts[(int)kind];

    /// <summary>Counts one.</summary>
    public void Add(BusMessage message)
    {
        _counts[(int)message.Kind]++;
        if (message.Kind == MessageKind.Junk)
        {
            JunkBytes += message.Bytes.Length;
            return;
        }

        Messages++;
        if (message.Kind == MessageKind.Data && message.Values.Broken != ReplyRules.None)
        {
            Inconsistent++;
        }
    }

    /// <summary>The kinds that there were, as <c>52 messages: 2 reset, 50 data (1 inconsistent), 3 junk (24 bytes)</c>.</summary>
    public override string ToString()
    {
        IEnumerable<string> counts = MessageNames.Kinds.Where(kind => this[kind] > 0).Select(Count);
        string all = string.Join(", ", counts.DefaultIfEmpty("no bytes"));
        return Messages switch
        {
            0 => all,
            1 => "1 message: " + all,
            _ => $"{Messages} messages: {all}",
        };
    }

    private string Count(MessageKind kind) => $"{this[kind]} {MessageNames.Of(kind)}" + kind switch
    {
        MessageKind.Data when Inconsistent > 0 => $" ({Inconsistent} inconsistent)",
        MessageKind.Junk => $" ({JunkBytes} bytes)",
        _ => "",
    };
}
