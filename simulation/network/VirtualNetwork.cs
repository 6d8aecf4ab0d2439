using ValenceNano.Network;

namespace ValenceNano.Simulation;

/// <summary>A network on which peers can open connections to the product.</summary>
public sealed class VirtualNetwork : IListener
{
    private readonly Queue<VirtualPeer> _waiting = new();

    /// <summary>False: the network is down, and nobody comes in.</summary>
    public bool IsUp { get; set; } = true;

    /// <summary>A peer opens a connection; the product has it when it next looks.</summary>
    public VirtualPeer Connect()
    {
        var peer = new VirtualPeer();
        _waiting.Enqueue(peer);
        return peer;
    }

    /// <inheritdoc/>
    public IConnection? Accept() => IsUp && _waiting.TryDequeue(out VirtualPeer? peer) ? peer : null;
}
