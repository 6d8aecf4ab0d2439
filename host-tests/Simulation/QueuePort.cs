using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Simulation;

/// <summary>A port as two lists: what is to be read, and what was written.</summary>
internal sealed class QueuePort : IBusPort
{
    public List<byte> ToRead { get; } = [];

    public List<byte> Written { get; } = [];

    public void Write(byte[] buffer, int offset, int count) => Written.AddRange(buffer.AsSpan(offset, count));

    public int Read(byte[] buffer, int offset, int count)
    {
        int read = Math.Min(count, ToRead.Count);
        ToRead.CopyTo(0, buffer, offset, read);
        ToRead.RemoveRange(0, read);
        return read;
    }
}
