namespace ValenceNano.Bench;

/// <summary>What instrumented code calls at the beginning of each <see cref="Block"/>: one of the two.</summary>
public static class Meter
{
    // Of this thread: soaks run side by side.
    [ThreadStatic]
    private static long s_executed;

    /// <summary>How often each block was entered.</summary>
    public static long[] Hits { get; set; } = [];

    /// <summary>Instructions that this thread has executed so far.</summary>
    public static long Executed => s_executed;

    /// <summary>A block begins.</summary>
    public static void Enter(int block) => Hits[block]++;

    /// <summary>So many instructions are executed now.</summary>
    public static void Execute(int instructions) => s_executed += instructions;
}
