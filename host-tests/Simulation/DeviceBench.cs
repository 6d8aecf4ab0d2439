using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

/// <summary>A virtual device, made the thread's own, with a panel on its I2C bus and COM2 on a wire.</summary>
internal sealed class DeviceBench
{
    /// <summary>One byte's time on the bus, us.</summary>
    public const double ByteUs = 10e6 / 115200;

    public DeviceBench()
    {
        Wire = new VirtualWire(Clock, seed: 1);
        Peer = Wire.OpenPort();
        Device = new VirtualDevice(Clock);
        Device.Com2.ConnectBus(Wire.OpenPort());
        Device.I2c.Panel = Panel;
        Device.MakeCurrent();
    }

    public VirtualClock Clock { get; } = new();

    public VirtualWire Wire { get; }

    /// <summary>Whoever else is on the wire.</summary>
    public WirePort Peer { get; }

    public VirtualOled Panel { get; } = new();

    public VirtualDevice Device { get; }

    /// <summary>The peer sends bytes, one after the other from now.</summary>
    /// <returns>When the last one has ended, us.</returns>
    public long PeerSends(params byte[] bytes)
    {
        Peer.Write(bytes, 0, bytes.Length);
        return Clock.NowUs + (long)(bytes.Length * ByteUs);
    }

    /// <summary>What the peer has heard by now.</summary>
    public byte[] PeerHeard()
    {
        byte[] heard = new byte[Peer.BytesToRead];
        Peer.Read(heard, 0, heard.Length);
        return heard;
    }

    /// <summary>0, 1, 2, ...</summary>
    public static byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)i)];
}
