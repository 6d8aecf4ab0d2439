namespace ValenceNano.Network;

/// <summary>
/// Opens connections to others, one at a time. Looking up a name and connecting have no time limit on some platforms: that is done
/// elsewhere, and nothing here waits or throws.
/// </summary>
public interface IConnector
{
    /// <summary>The last one begun could not be opened.</summary>
    bool HasFailed { get; }

    /// <summary>Begins to open a connection.</summary>
    /// <param name="host">A name or an address, from its first byte.</param>
    /// <param name="length">How many bytes that has.</param>
    /// <param name="port">1..65535.</param>
    /// <returns>False: the one before is still being tried, and nothing was begun.</returns>
    bool Begin(byte[] host, int length, int port);

    /// <summary>Takes the connection that was begun.</summary>
    /// <returns>The connection, once; null: it is not open yet, or <see cref="HasFailed"/>.</returns>
    IConnection Take();
}
