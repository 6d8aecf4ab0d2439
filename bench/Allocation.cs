namespace ValenceNano.Bench;

/// <summary>
/// How much something allocates that does the same each time. It is run again if that is too much: the runtime's own count can be
/// some bytes off where the garbage collector comes in between.
/// </summary>
public static class Allocation
{
    private const int MaxAttempts = 4;

    /// <summary>The least bytes that a run has allocated, of four at most; the first within what is tolerated ends it.</summary>
    /// <param name="run">Does the same each time.</param>
    /// <param name="tolerated">Bytes.</param>
    public static long By(Action run, long tolerated = 0) => Least(() => Once(run), tolerated);

    /// <summary>The same of a run that itself says how many bytes the part of it has allocated that counts.</summary>
    public static long Least(Func<long> run, long tolerated = 0)
    {
        long least = run();
        for (int i = 1; i < MaxAttempts && least > tolerated; i++)
        {
            least = Math.Min(least, run());
        }

        return least;
    }

    /// <summary>The bytes that a single run has allocated, as the runtime counts them.</summary>
    public static long Once(Action run)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
