using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>A bus port that this computer holds open until it is disposed of.</summary>
public interface IBusConnection : IBusPort, IDisposable
{
    /// <summary>Returns when bytes have come, when the port goes away, or when so many ms are over; earlier where it cannot be waited on.</summary>
    void WaitForInput(int ms);
}
