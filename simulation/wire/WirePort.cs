using ValenceNano.Protocol;

namespace ValenceNano.Simulation;

/// <summary>A port on a <see cref="VirtualWire"/>: what a transceiver and a UART are to the product.</summary>
public sealed class WirePort(VirtualWire wire) : ITimedPort, IWireListener
{
    // As much as the device's receive buffer holds, from the start: nothing is allocated while it runs.
    private readonly Queue<(byte Value, long EndUs)> _heard = new(256);
    private long _freeUs;

    /// <summary>False: the cable is out, nothing goes in or out.</summary>
    public bool IsConnected { get; set; } = true;

    /// <summary>How many bytes the product has sent.</summary>
    public long BytesWritten { get; private set; }

    /// <summary>When the last byte heard had ended, us.</summary>
    public long LastHeardUs { get; private set; }

    /// <inheritdoc/>
    public long NextHeardUs => _heard.Peek().EndUs;

    /// <inheritdoc/>
    public int BytesToRead
    {
        get
        {
            wire.Resolve();
            return _heard.Count;
        }
    }

    /// <inheritdoc/>
    public void Write(byte[] buffer, int offset, int count)
    {
        BytesWritten += count;
        if (IsConnected)
        {
            wire.Resolve();
            _freeUs = wire.Transmit(this, buffer.AsSpan(offset, count), Math.Max(_freeUs, wire.Clock.NowUs));
        }
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        wire.Resolve();
        int taken = 0;
        while (taken < count && _heard.TryDequeue(out (byte Value, long EndUs) heard))
        {
            buffer[offset + taken++] = heard.Value;
        }

        return taken;
    }

    /// <inheritdoc/>
    public void Hear(byte value, long endUs)
    {
        if (IsConnected)
        {
            LastHeardUs = endUs;
            _heard.Enqueue((value, endUs));
        }
    }
}
