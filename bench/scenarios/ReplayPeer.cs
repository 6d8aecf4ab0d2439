using ValenceNano.Network;

namespace ValenceNano.Bench;

/// <summary>A peer that sends the same request again and again, takes all of the answer, and allocates nothing.</summary>
internal sealed class ReplayPeer(byte[] request) : IConnection
{
    private int _at = request.Length;

    /// <inheritdoc/>
    public bool IsOpen => true;

    /// <summary>The answer, from the first byte on; room for one of 8 kB.</summary>
    public byte[] Received { get; } = new byte[1 << 13];

    /// <summary>How many bytes of it have come.</summary>
    public int Count { get; private set; }

    /// <summary>The request waits to be read.</summary>
    public void Ask()
    {
        _at = 0;
        Count = 0;
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        int taken = Math.Min(count, request.Length - _at);
        Array.Copy(request, _at, buffer, offset, taken);
        _at += taken;
        return taken;
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count)
    {
        Array.Copy(buffer, offset, Received, Count, count);
        Count += count;
        return count;
    }

    /// <inheritdoc/>
    public void Close() => throw new InvalidOperationException("the server is not to close it");
}
