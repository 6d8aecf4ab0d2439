using System.Text;
using ValenceNano.Network;

namespace ValenceNano.Simulation;

/// <summary>
/// Both ends of a virtual connection: the product reads and writes the one, a test or a soak does with the other what peers do: send
/// slowly, take nothing, close one half, vanish.
/// </summary>
public sealed class VirtualPeer : IConnection
{
    private readonly Queue<byte> _toProduct = new();
    private readonly List<byte> _received = [];
    private bool _isHalfClosed;
    private bool _isReset;

    /// <summary>So many bytes more are taken from the product; 0: it must wait.</summary>
    public int Window { get; set; } = int.MaxValue;

    /// <summary>The product has closed it.</summary>
    public bool IsClosedByProduct { get; private set; }

    /// <summary>What has come from the product.</summary>
    public byte[] Received => [.. _received];

    /// <summary>The same as text.</summary>
    public string ReceivedText => Encoding.Latin1.GetString(Received);

    /// <summary>How many bytes have come from the product.</summary>
    public int ReceivedCount => _received.Count;

    /// <summary>How often the product has written more than there was room for.</summary>
    public int Stalls { get; private set; }

    /// <inheritdoc/>
    public bool IsOpen => !IsClosedByProduct && !_isReset && !(_isHalfClosed && _toProduct.Count == 0);

    /// <summary>Sends bytes to the product.</summary>
    public VirtualPeer Send(ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            _toProduct.Enqueue(value);
        }

        return this;
    }

    /// <summary>Sends a text to the product.</summary>
    public VirtualPeer Send(string text) => Send(Encoding.Latin1.GetBytes(text));

    /// <summary>Sends nothing more, but still takes what comes.</summary>
    public void CloseSending() => _isHalfClosed = true;

    /// <summary>Is gone at once.</summary>
    public void Reset()
    {
        _isReset = true;
        _toProduct.Clear();
    }

    /// <summary>Forgets what has come.</summary>
    public void ForgetReceived() => _received.Clear();

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        int taken = Math.Min(count, _toProduct.Count);
        for (int i = 0; i < taken; i++)
        {
            buffer[offset + i] = _toProduct.Dequeue();
        }

        return taken;
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count)
    {
        if (IsClosedByProduct || _isReset)
        {
            return 0;
        }

        int taken = Math.Min(count, Window);
        Stalls += taken < count ? 1 : 0;
        Window -= taken;
        _received.AddRange(buffer.AsSpan(offset, taken));
        return taken;
    }

    /// <inheritdoc/>
    public void Close() => IsClosedByProduct = true;
}
