using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>Remembers which serials batteries have said, to remark on bus ids that were given to others.</summary>
public sealed class AssignRemarks
{
    /// <summary>More batteries than a bus has ids; a capture with more serials is none of a bus, and is remarked on no more.</summary>
    private const int MaxSerials = 1000;

    private const string NobodySaidIt = "no battery has said this serial";

    private readonly HashSet<UInt128> _said = [];

    /// <summary>Takes note of a message, or puts a remark on it.</summary>
    public void Take(BusMessage message)
    {
        if (message.Kind == MessageKind.Serial && _said.Count < MaxSerials)
        {
            _said.Add(Key(message.Serial));
        }
        else if (message.Kind == MessageKind.Assign && _said.Count < MaxSerials && !_said.Contains(Key(message.Serial)))
        {
            message.Remark = NobodySaidIt;
        }
    }

    private static UInt128 Key(ReadOnlySpan<byte> serial)
    {
        Span<byte> key = stackalloc byte[16];
        key.Clear();
        serial.CopyTo(key);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(key);
    }
}
