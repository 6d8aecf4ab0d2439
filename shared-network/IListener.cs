namespace ValenceNano.Network;

/// <summary>Where connections come in. Nothing here waits and nothing throws.</summary>
public interface IListener
{
    /// <summary>Takes the next connection that a peer has opened.</summary>
    /// <returns>The connection; null: there is none now, or no network.</returns>
    IConnection Accept();
}
