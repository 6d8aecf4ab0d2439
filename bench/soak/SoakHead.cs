using ValenceNano.Display;
using ValenceNano.Protocol;

namespace ValenceNano.Bench;

/// <summary>The product in a soak, with what a head gives it: a panel, a clock, and someone who calls it.</summary>
internal abstract class SoakHead
{
    private long _bytes;
    private int _collections;

    /// <summary>The product; null while it is not there.</summary>
    public abstract PanelDisplay? Display { get; }

    /// <summary>Now, ms on the product's clock.</summary>
    public abstract long ProductMs { get; }

    /// <summary>What the product took for now when it last ran, ms on its clock.</summary>
    public abstract long CalledMs { get; }

    /// <summary>Changes with everything that is sent to the panel.</summary>
    public abstract long PanelChanges { get; }

    /// <summary>Times the product has restarted by itself: something was thrown.</summary>
    public abstract int Reboots { get; }

    /// <summary>
    /// Bytes that the product allocated when it last ran; 0 if the collector came in between, since the runtime's own count can be off then.
    /// </summary>
    public long Allocated { get; private set; }

    /// <summary>What is to be seen on the panel: 1024 bytes in its own layout.</summary>
    public abstract byte[] Seen();

    /// <summary>Begins anew with a product that knows nothing.</summary>
    /// <param name="start">How it begins with the bus.</param>
    public abstract void Restart(BusRole start);

    /// <summary>The product's clock jumps forward.</summary>
    public abstract void JumpClock(long ms);

    /// <summary>Runs the product.</summary>
    /// <param name="turn">Called whenever it waits; false ends the run.</param>
    /// <param name="wakeMs">When it must be called again, whatever the product wants, ms.</param>
    public abstract void Run(Func<bool> turn, Func<long> wakeMs);

    /// <summary>The product begins to run.</summary>
    /// <param name="ofWorld">Bytes that the world behind it has allocated so far.</param>
    protected void BeginCount(long ofWorld)
    {
        _collections = GC.CollectionCount(0);
        _bytes = GC.GetAllocatedBytesForCurrentThread() - ofWorld;
    }

    /// <summary>The product waits.</summary>
    /// <param name="ofWorld">As <see cref="BeginCount"/> has it.</param>
    protected void EndCount(long ofWorld)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread() - ofWorld;
        Allocated = GC.CollectionCount(0) == _collections ? bytes - _bytes : 0;
    }
}
