namespace ValenceNano.Bench;

/// <summary>Holds the product to allocating nothing.</summary>
internal static class Allocation
{
    private const int MaxAttempts = 4;

    /// <summary>
    /// Fails if this allocates, and does so again: the runtime's own count can be some bytes off where the garbage collector
    /// comes in between.
    /// </summary>
    /// <param name="run">Does the same each time, and returns the bytes that were allocated.</param>
    public static void MustBeNone(Func<long> run)
    {
        long allocated = run();
        for (int i = 1; i < MaxAttempts && allocated > 0; i++)
        {
            allocated = run();
        }

        Require.That(allocated == 0, $"{allocated} bytes allocated");
    }
}
