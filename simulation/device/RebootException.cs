using System;

namespace ValenceNano.Simulation;

/// <summary>
/// The firmware has restarted the device. On the device the call does not come back; here it leaves the firmware with
/// this. Whoever runs the firmware catches it, and starts the firmware anew.
/// </summary>
public sealed class RebootException : Exception
{
    /// <summary>Makes one.</summary>
    public RebootException()
        : base("the firmware has restarted the device")
    {
    }
}
