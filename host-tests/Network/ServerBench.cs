using ValenceNano.Network;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Network;

/// <summary>A server on a virtual network, in virtual time.</summary>
internal sealed class ServerBench
{
    private const int TurnMs = 10;

    public ServerBench(IHttpService service) => Server = new HttpServer(Network, service);

    public VirtualNetwork Network { get; } = new();

    public HttpServer Server { get; }

    public long NowMs { get; private set; } = 1000;

    /// <summary>Opens a connection, sends a text, and lets the server do what there is to be done.</summary>
    public VirtualPeer Open(string text = "")
    {
        VirtualPeer peer = Network.Connect().Send(text);
        Settle();
        return peer;
    }

    /// <summary>Lets the server run until it has nothing more to do; no time passes.</summary>
    public ServerBench Settle()
    {
        int turns = 0;
        while (Server.Poll(NowMs))
        {
            Assert.InRange(turns++, 0, 10000);
        }

        return this;
    }

    /// <summary>Lets time pass, with a turn each 10 ms.</summary>
    public ServerBench Pass(int ms)
    {
        for (long endMs = NowMs + ms; NowMs < endMs;)
        {
            NowMs += TurnMs;
            Settle();
        }

        return this;
    }
}
