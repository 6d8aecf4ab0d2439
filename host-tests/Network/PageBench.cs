using System.Text;
using System.Text.Json;
using ValenceNano.Model;
using ValenceNano.Network;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Network;

/// <summary>The page's interface on a virtual network, of a product with virtual batteries, in virtual time.</summary>
internal sealed class PageBench : IPicture
{
    public const string Host = "192.168.4.1";

    private const int TurnMs = 5;

    private readonly VirtualClock _clock = new();

    public PageBench(int batteries = 2, BusRole start = BusRole.Master, IStore? store = null)
    {
        var wire = new VirtualWire(_clock, seed: 1);
        Batteries = new VirtualBatteries(wire);
        for (int i = 1; i <= batteries; i++)
        {
            var battery = new VirtualBattery(Encoding.ASCII.GetBytes($"CBB1128100{i:00}"), 900 - (50 * i), seed: i);
            battery.Model.CurrentMa = -1000 * i;
            Batteries.Add(battery);
        }

        Monitor = new Monitor(wire.OpenPort(), new Settings(), start, store: store);
        Facts = new DeviceFacts { HostName = "valence"u8.ToArray(), IsSimulated = true };
        Interface = new PageInterface(Monitor, this, Facts, Lock);
        Server = new HttpServer(Network, Interface);
    }

    public VirtualBatteries Batteries { get; }

    public Monitor Monitor { get; }

    public DeviceFacts Facts { get; }

    public ButtonLock Lock { get; } = new();

    public PageInterface Interface { get; }

    public VirtualNetwork Network { get; } = new();

    public HttpServer Server { get; }

    public byte[] Picture { get; } = [.. Enumerable.Range(0, 1024).Select(i => (byte)(i * 7))];

    public long NowMs => _clock.NowMs;

    /// <summary>Lets the product run.</summary>
    public PageBench Pass(int ms)
    {
        for (long endMs = NowMs + ms; NowMs < endMs;)
        {
            Monitor.Poll(NowMs);
            Settle();
            _clock.NowUs += TurnMs * 1000;
        }

        return this;
    }

    /// <summary>Sends a whole request on a connection of its own, and gives the answer.</summary>
    public Response Ask(string text)
    {
        VirtualPeer peer = Network.Connect().Send(text);
        Settle();
        Response answer = Response.Only(peer.Received, text.StartsWith("HEAD", StringComparison.Ordinal));
        peer.Reset();
        Settle();
        return answer;
    }

    /// <summary>GET of a path.</summary>
    public Response Get(string path) => Ask($"GET {path} HTTP/1.1\r\nHost: {Host}\r\n\r\n");

    /// <summary>GET of a path whose answer is JSON.</summary>
    public JsonElement GetJson(string path) => JsonDocument.Parse(Get(path).Body).RootElement;

    /// <summary>A request of the page itself that changes something.</summary>
    public Response Send(string method, string path, string body) => Ask(Text(method, path, body));

    /// <summary>The text of such a request.</summary>
    public static string Text(string method, string path, string body) =>
        $"{method} {path} HTTP/1.1\r\nHost: {Host}\r\nOrigin: http://{Host}\r\nContent-Type: application/json\r\n"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n" + Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(body));

    public void Copy(int from, int count, byte[] buffer, int offset) => Array.Copy(Picture, from, buffer, offset, count);

    private void Settle()
    {
        int turns = 0;
        while (Server.Poll(NowMs))
        {
            Assert.InRange(turns++, 0, 10000);
        }
    }
}
