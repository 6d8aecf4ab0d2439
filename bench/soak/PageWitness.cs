using System.Text;
using System.Text.Json;
using ValenceNano.Model;
using ValenceNano.Network;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>
/// Browsers that come and go, floods of them, and peers that write slowly, take nothing, send noise or vanish, while everything else goes wrong
/// too. What the page is told must be whole JSON, and no battery live in it whose values are over 10 s old; and nothing passes the lock, which is
/// closed.
/// </summary>
internal sealed class PageWitness(SoakResult result, int seed) : IPicture
{
    private const int MaxPeers = 12;
    private const int OneInTurns = 60;
    private const long MaxLiveAgeMs = 10_000;

    // In one minute of so many somebody comes in every turn.
    private const long FloodEveryMinutes = 20;
    private const int Forbidden = 57;
    private const string Request = "GET /api/status HTTP/1.1\r\nHost: 192.168.4.1\r\nConnection: close\r\n\r\n";

    private static readonly string s_change = $$"""{"time_window_min":{{Forbidden}}}""";

    // A change that is refused, and a reading that has its body.
    private static readonly string[] s_changes =
    [
        .. new[] { "PUT", "GET" }.Select(method => $"{method} /api/settings HTTP/1.1\r\nHost: 192.168.4.1\r\nOrigin: http://192.168.4.1\r\n"
            + $"Content-Type: application/json\r\nConnection: close\r\nContent-Length: {s_change.Length}\r\n\r\n{s_change}"),
    ];

    private readonly Random _random = new(seed);
    private readonly List<VirtualPeer> _peers = [];
    private readonly Queue<(VirtualPeer Peer, string Text)> _rests = [];
    private VirtualNetwork _network = new();
    private Monitor? _monitor;
    private HttpServer? _server;

    /// <summary>Lets peers do something, and the server one turn.</summary>
    /// <param name="monitor">The product. Where it was started anew, so was the server, and all peers have lost it.</param>
    /// <param name="nowMs">The product's time, ms.</param>
    public void Check(Monitor monitor, long nowMs)
    {
        if (monitor != _monitor)
        {
            Begin(monitor);
        }

        bool isFlood = nowMs / 60_000 % FloodEveryMinutes == 0;
        if (_peers.Count < MaxPeers && (isFlood || _random.Next(OneInTurns) == 0))
        {
            _peers.Add(isFlood ? _network.Connect().Send(Request) : Come());
        }

        if (_rests.Count > 0 && _random.Next(OneInTurns) == 0)
        {
            (VirtualPeer peer, string text) = _rests.Dequeue();
            peer.Send(text);
        }

        _server!.Poll(nowMs);
        result.PassedLocks += monitor.Settings.Get(SettingId.TimeWindow) == Forbidden ? 1 : 0;
        for (int i = _peers.Count - 1; i >= 0; i--)
        {
            if (_peers[i].IsClosedByProduct)
            {
                Judge(_peers[i].ReceivedText);
                _peers.RemoveAt(i);
            }
        }
    }

    /// <inheritdoc/>
    public void Copy(int from, int count, byte[] buffer, int offset) => Array.Clear(buffer, offset, count);

    private void Begin(Monitor monitor)
    {
        _monitor = monitor;
        _network = new VirtualNetwork();
        _peers.Clear();
        _rests.Clear();
        _server = new HttpServer(_network, new PageInterface(monitor, this, new DeviceFacts(), new ButtonLock()));
    }

    private VirtualPeer Come()
    {
        VirtualPeer peer = _network.Connect();
        switch (_random.Next(7))
        {
            case 0:
                peer.Send(Request[.._random.Next(Request.Length)]);
                break;
            case 1:
                peer.Send(Request);
                peer.Window = _random.Next(2000);
                break;
            case 2:
                byte[] noise = new byte[_random.Next(1, 3000)];
                _random.NextBytes(noise);
                peer.Send(noise);
                break;
            case 3:
                peer.Send(Request[.._random.Next(Request.Length)]).Reset();
                break;
            case 4:
                string change = s_changes[_random.Next(s_changes.Length)];
                int cut = _random.Next(change.Length);
                _rests.Enqueue((peer.Send(change[..cut]), change[cut..]));
                break;
            default:
                peer.Send(Request);
                break;
        }

        return peer;
    }

    private void Judge(string answer)
    {
        if (!answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) || answer.EndsWith("]\r\n0\r\n\r\n", StringComparison.Ordinal) || !answer.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal))
        {
            return;
        }

        result.PagesChecked++;
        JsonElement status = JsonDocument.Parse(BodyOf(answer)).RootElement;
        result.StaleAsLive += status.GetProperty("batteries").EnumerateArray().Count(battery =>
            battery.GetProperty("state").GetString() == "live" && battery.GetProperty("age_ms").GetInt64() > MaxLiveAgeMs);
    }

    private static string BodyOf(string answer)
    {
        var body = new StringBuilder();
        int at = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        int length = -1;
        while (length != 0)
        {
            int end = answer.IndexOf("\r\n", at, StringComparison.Ordinal);
            length = Convert.ToInt32(answer[at..end], 16);
            body.Append(answer, end + 2, length);
            at = end + 2 + length + 2;
        }

        return body.ToString();
    }
}
