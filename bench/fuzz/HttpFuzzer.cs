using System.Text;
using ValenceNano.Model;
using ValenceNano.Network;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>
/// The page's server, with requests that are whole, changed, cut or mere noise, in any portions: it throws nothing, lets nobody in for good,
/// every answer begins as one, and a good request is answered afterwards.
/// </summary>
public sealed class HttpFuzzer : IFuzzer, IPicture
{
    private const int MaxPeers = 6;
    private const int MaxTurns = 4000;

    private static readonly string[] s_starts =
    [
        "GET / ", "GET /api/status ", "HEAD /api/settings ", "PUT /api/settings ", "POST /api/time ", "POST /api/reset ", "POST /api/forget ", "POST /api/search ",
    ];

    private static readonly string[] s_lines =
    [
        "Host: 1.2.3.4", "Host: x", "Origin: http://1.2.3.4", "Content-Type: application/json", "Content-Length: 20", "Content-Length: 999", "Connection: close",
        "Transfer-Encoding: chunked", "If-None-Match: *", "X: y",
    ];

    private static readonly string[] s_json =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\"a\"", "\"poll_interval_ms\"", "\"device_name\"", "\"name.000000000000000000000000\"", "\"utc_ms\"",
        "1000", "-1", "1e5", "true", "null", " ", "\\u0041", "\u00ff", "\u0001",
    ];

    private static readonly byte[] s_good = Encoding.ASCII.GetBytes("GET /api/status HTTP/1.1\r\nHost: 1.2.3.4\r\nConnection: close\r\n\r\n");

    private readonly VirtualNetwork _network = new();
    private readonly HttpServer _server;
    private long _nowMs;

    /// <summary>Makes a product without batteries, whose settings anybody may change.</summary>
    public HttpFuzzer()
    {
        var monitor = new Monitor(new VirtualWire(new VirtualClock(), 1).OpenPort(), new Settings(), BusRole.Listener);
        _server = new HttpServer(
            _network, new PageInterface(monitor, this, new DeviceFacts(), new ButtonLock { IsAlwaysOpen = true }));
    }

    /// <inheritdoc/>
    public string Name => "http";

    /// <inheritdoc/>
    public Tally Reached { get; } = new();

    /// <inheritdoc/>
    public int Run(Random random)
    {
        int bytes = 0;
        List<VirtualPeer> peers = [];
        for (int i = random.Next(1, MaxPeers + 1); i > 0; i--)
        {
            VirtualPeer peer = _network.Connect();
            Pass(0);
            peers.Add(peer);
            byte[] text = Text(random);
            bytes += text.Length;
            for (int at = 0; at < text.Length;)
            {
                int portion = Math.Min(random.Next(1, 700), text.Length - at);
                peer.Send(text.AsSpan(at, portion));
                at += portion;
                peer.Window = random.Next(4) == 0 ? random.Next(2000) : int.MaxValue;
                Pass(random.Next(3) == 0 ? random.Next(3000) : 0);
            }

            End(peer, random);
        }

        Pass(HttpServer.MaxRequestMs + HttpServer.MaxPieceMs + HttpServer.DrainMs);
        Require.That(_server.OpenCount == 0, $"{_server.OpenCount} connections stay");
        peers.ForEach(Check);
        CheckGood();
        return bytes;
    }

    /// <inheritdoc/>
    public void Copy(int from, int count, byte[] buffer, int offset) => Array.Clear(buffer, offset, count);

    private static void End(VirtualPeer peer, Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                peer.Reset();
                break;
            case 1:
                peer.CloseSending();
                break;
            default:
                break;
        }
    }

    private static byte[] Text(Random random)
    {
        var text = new StringBuilder(s_starts[random.Next(s_starts.Length)]).Append("HTTP/1.1\r\nHost: 1.2.3.4\r\n");
        for (int i = random.Next(5); i > 0; i--)
        {
            text.Append(s_lines[random.Next(s_lines.Length)]).Append("\r\n");
        }

        var body = new StringBuilder("{");
        for (int i = random.Next(30); i > 0; i--)
        {
            body.Append(s_json[random.Next(s_json.Length)]);
        }

        text.Append("Origin: http://1.2.3.4\r\nContent-Type: application/json\r\n");
        byte[] bytes = Encoding.Latin1.GetBytes(text.Append($"Content-Length: {body.Length}\r\n\r\n").Append(body).ToString());
        for (int i = random.Next(3); i > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return random.Next(6) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private void Pass(int ms)
    {
        _nowMs += ms;
        int turns = 0;
        while (_server.Poll(_nowMs))
        {
            Require.That(turns++ < MaxTurns, $"still busy after {turns} turns");
        }
    }

    private void Check(VirtualPeer peer)
    {
        string received = peer.ReceivedText;
        string begin = "HTTP/1.1 "[..Math.Min("HTTP/1.1 ".Length, received.Length)];
        Require.That(received.StartsWith(begin, StringComparison.Ordinal), $"not an answer: {received}");
        Reached.Add(received.Length < 12 ? "none" : received[9..12]);
    }

    private void CheckGood()
    {
        VirtualPeer peer = _network.Connect().Send(s_good);
        Pass(0);
        Require.That(
            peer.ReceivedText.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) && peer.ReceivedText.EndsWith("0\r\n\r\n", StringComparison.Ordinal),
            $"a good request is answered {peer.ReceivedText}");
        Require.That(peer.IsClosedByProduct, $"it is not closed");
    }
}
