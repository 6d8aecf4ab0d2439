using System;

namespace ValenceNano.Simulation;

/// <summary>
/// What the program of a virtual device costs it: time passes for what it computes, whenever it calls one of the device's libraries.
/// In between it cannot notice the time.
/// </summary>
public sealed class VirtualProcessor
{
    private readonly VirtualClock _clock;
    private long _accounted;
    private int _depth;

    internal VirtualProcessor(VirtualClock clock)
    {
        _clock = clock;
    }

    /// <summary>
    /// Says how many instructions this thread's program has executed so far; null: nobody counts them, and computing takes no time.
    /// </summary>
    public Func<long> Meter { get; set; }

    /// <summary>How long an instruction takes, us; an ESP32 takes some 2 to 6.</summary>
    public int InstructionUs { get; set; }

    /// <summary>Instructions so far, those in libraries among them.</summary>
    public long Instructions { get; private set; }

    /// <summary>Bytes that the libraries have taken from the device's heap so far.</summary>
    public long LibraryBytes { get; private set; }

    /// <summary>The program begins: what was executed until now is not its own.</summary>
    internal void Start() => _accounted = Meter?.Invoke() ?? 0;

    /// <summary>The program calls a library; it goes on when what is returned is disposed of.</summary>
    internal LibraryCall Enter(LibraryCost cost)
    {
        if (_depth++ == 0 && Meter != null)
        {
            Pass(Meter() - _accounted);
        }

        Charge(cost);
        return new LibraryCall(this);
    }

    /// <summary>A library works for the program, in a thread of its own.</summary>
    internal void Charge(LibraryCost cost)
    {
        LibraryBytes += cost.Bytes;
        Pass(cost.Instructions);
    }

    /// <summary>The library returns.</summary>
    internal void Leave()
    {
        if (--_depth == 0)
        {
            Start();
        }
    }

    private void Pass(long instructions)
    {
        Instructions += instructions;
        _clock.NowUs += instructions * InstructionUs;
    }
}
