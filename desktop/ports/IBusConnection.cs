using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>A bus port that this computer holds open until it is disposed of.</summary>
public interface IBusConnection : IBusPort, IDisposable
{
}
