namespace ValenceNano.Bench;

/// <summary>How long something took on the bus.</summary>
/// <param name="Name">What it is.</param>
/// <param name="TakenUs">How long it took, us of virtual time.</param>
/// <param name="NeededUs">How long it would have taken with a master that never waits without need, us.</param>
public sealed record BusTime(string Name, long TakenUs, long NeededUs)
{
    /// <summary>1: nothing is wasted.</summary>
    public double Ratio => Math.Round((double)TakenUs / NeededUs, 3);
}
