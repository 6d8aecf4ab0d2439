using ValenceNano.HostTests.Protocol;
using ValenceNano.HostTests.Protocol.Bus;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

/// <summary>Records all that goes through another port, and fails on anything that the product must never send.</summary>
internal sealed class WatchedPort(IBusPort inner, VirtualClock clock) : IBusPort
{
    /// <summary>"us &gt; hex" for what was sent, "us &lt; hex" for what was read.</summary>
    public List<string> Lines { get; } = [];

    public void Write(byte[] buffer, int offset, int count)
    {
        Request.Name(buffer.AsSpan(offset, count));
        Lines.Add($"{clock.NowUs} > {Hex.Text(buffer.AsSpan(offset, count))}");
        inner.Write(buffer, offset, count);
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        int read = inner.Read(buffer, offset, count);
        if (read > 0)
        {
            Lines.Add($"{clock.NowUs} < {Hex.Text(buffer.AsSpan(offset, read))}");
        }

        return read;
    }
}
