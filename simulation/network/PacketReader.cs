namespace ValenceNano.Simulation;

/// <summary>Takes MQTT packets from a stream, one as a whole after the other.</summary>
internal sealed class PacketReader
{
    private readonly List<byte> _bytes = [];

    /// <summary>Forgets what has come.</summary>
    public void Clear() => _bytes.Clear();

    /// <summary>More has come.</summary>
    public void Add(ReadOnlySpan<byte> bytes) => _bytes.AddRange(bytes);

    /// <summary>The next packet; null if it is not whole yet.</summary>
    public byte[]? Next()
    {
        int length = 0;
        for (int i = 1; i < _bytes.Count && i <= 4; i++)
        {
            length |= (_bytes[i] & 127) << (7 * (i - 1));
            if (_bytes[i] < 128)
            {
                int whole = 1 + i + length;
                byte[]? packet = _bytes.Count >= whole ? [.. _bytes.Take(whole)] : null;
                _bytes.RemoveRange(0, packet?.Length ?? 0);
                return packet;
            }
        }

        return null;
    }

    /// <summary>Where the body of a packet begins.</summary>
    public static int BodyOf(byte[] packet)
    {
        int at = 1;
        while (packet[at] >= 128)
        {
            at++;
        }

        return at + 1;
    }

    /// <summary>A length as MQTT writes it.</summary>
    public static byte[] Length(int length) =>
        length < 128 ? [(byte)length] : [(byte)(length | 128), .. Length(length >> 7)];
}
