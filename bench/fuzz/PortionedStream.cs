namespace ValenceNano.Bench;

/// <summary>Bytes that are read in portions of any size, as from a pipe.</summary>
internal sealed class PortionedStream(byte[] bytes, Random random) : MemoryStream(bytes, writable: false)
{
    private readonly int _largest = random.Next(3) == 0 ? random.Next(1, 100) : int.MaxValue - 1;

    /// <summary>The most room that a reader had.</summary>
    public int LargestRoom { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        LargestRoom = Math.Max(LargestRoom, buffer.Length);
        // Long lines in small portions would take for ever.
        int portion = Length > 1 << 20 ? buffer.Length : random.Next(1, _largest + 1);
        return base.ReadAsync(buffer[..Math.Min(portion, buffer.Length)], cancellationToken);
    }
}
