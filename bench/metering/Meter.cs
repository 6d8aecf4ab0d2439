namespace ValenceNano.Bench;

/// <summary>What instrumented code calls at the beginning of each <see cref="Block"/>.</summary>
public static class Meter
{
    /// <summary>How often each block was entered.</summary>
    public static long[] Hits { get; set; } = [];

    /// <summary>A block begins.</summary>
    public static void Enter(int block) => Hits[block]++;
}
