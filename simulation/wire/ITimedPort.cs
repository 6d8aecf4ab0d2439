using ValenceNano.Protocol;

namespace ValenceNano.Simulation;

/// <summary>A port that knows when each byte has come, however late it is looked for.</summary>
public interface ITimedPort : IBusPort
{
    /// <summary>How many bytes have come and have not been read; of those that came together with more, at least one.</summary>
    int BytesToRead { get; }

    /// <summary>When the next byte to be read had ended, us; there must be one.</summary>
    long NextHeardUs { get; }
}
