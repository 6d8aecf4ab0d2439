using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

/// <summary>
/// A wire that is reached over a network: bytes take their time both ways, and what comes back comes in packets.
/// </summary>
/// <param name="wire">The port at its other end.</param>
/// <param name="clock">The time.</param>
/// <param name="oneWayMs">How long bytes take.</param>
/// <param name="packetMs">A packet leaves at each multiple of this.</param>
internal sealed class NetworkPort(IBusPort wire, VirtualClock clock, int oneWayMs, int packetMs) : IBusPort
{
    private readonly Queue<(long Ms, byte[] Bytes)> _out = new();
    private readonly Queue<(long Ms, byte Value)> _in = new();

    public void Write(byte[] buffer, int offset, int count) =>
        _out.Enqueue((clock.NowMs + oneWayMs, buffer.AsSpan(offset, count).ToArray()));

    public int Read(byte[] buffer, int offset, int count)
    {
        int read = 0;
        while (read < count && _in.TryPeek(out (long Ms, byte Value) first) && first.Ms <= clock.NowMs)
        {
            buffer[offset + read++] = _in.Dequeue().Value;
        }

        return read;
    }

    /// <summary>What passes at the other end; call it each ms.</summary>
    public void Pass()
    {
        while (_out.TryPeek(out (long Ms, byte[] Bytes) first) && first.Ms <= clock.NowMs)
        {
            wire.Write(_out.Dequeue().Bytes, 0, first.Bytes.Length);
        }

        byte[] heard = new byte[256];
        int count = wire.Read(heard, 0, heard.Length);
        long arrivesMs = (((clock.NowMs / packetMs) + 1) * packetMs) + oneWayMs;
        for (int i = 0; i < count; i++)
        {
            _in.Enqueue((arrivesMs, heard[i]));
        }
    }
}
