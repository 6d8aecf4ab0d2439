using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>A bus port that tells what the simulated world behind it allocates, so that it is not counted as the product's.</summary>
internal sealed class MeteredPort(ITimedPort inner) : ITimedPort
{
    /// <summary>Bytes allocated behind this port so far.</summary>
    public long Allocated { get; private set; }

    public int BytesToRead
    {
        get
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            int count = inner.BytesToRead;
            Allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            return count;
        }
    }

    public long NextHeardUs => inner.NextHeardUs;

    public void Write(byte[] buffer, int offset, int count)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        inner.Write(buffer, offset, count);
        Allocated += GC.GetAllocatedBytesForCurrentThread() - before;
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        int read = inner.Read(buffer, offset, count);
        Allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        return read;
    }
}
