namespace ValenceNano.Simulation;

/// <summary>The time of a simulation, in microseconds from 0. Only whoever runs the simulation moves it.</summary>
public sealed class VirtualClock
{
    /// <summary>Now, us.</summary>
    public long NowUs { get; set; }

    /// <summary>Now, whole ms, as the product is given it.</summary>
    public long NowMs => NowUs / 1000;
}
