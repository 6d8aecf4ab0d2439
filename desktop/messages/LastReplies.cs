using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>
/// The last data reply of each bus id, for those of its bytes that nobody has decoded: the product itself keeps no byte that it does not show.
/// </summary>
public sealed class LastReplies : IMessageWriter
{
    private readonly byte[]?[] _replies = new byte[MessageFormat.MaxBusId + 1][];
    private readonly Telemetry _values = new();

    /// <inheritdoc/>
    public void Write(BusMessage message)
    {
        if (message.Kind == MessageKind.Data)
        {
            Take(message.Bytes);
        }
    }

    /// <summary>Keeps a reply.</summary>
    /// <param name="reply">All its bytes.</param>
    public void Take(ReadOnlySpan<byte> reply) => reply.CopyTo(_replies[reply[0]] ??= new byte[MessageFormat.DataLength]);

    /// <summary>The reply that a battery's values are from; null: it was not seen, or another one came since.</summary>
    public byte[]? Of(Battery battery)
    {
        if (!battery.HasValues || _replies[battery.BusId] is not { } reply)
        {
            return null;
        }

        _values.Decode(reply);
        return _values.Numbers.AsSpan().SequenceEqual(battery.Values.Numbers) ? reply : null;
    }
}
