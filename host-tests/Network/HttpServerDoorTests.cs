using ValenceNano.Network;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Network;

/// <summary>Who comes when all connections are taken.</summary>
public sealed class HttpServerDoorTests
{
    private const string Head = " HTTP/1.1\r\nHost: a\r\n";

    private readonly ServerBench _bench = new(new FakeService());

    [Fact]
    public void Connection_that_is_only_kept_gives_way_to_a_fifth()
    {
        VirtualPeer[] kept = [.. Enumerable.Range(0, 4).Select(_ => _bench.Open(Get("/known/1")))];
        VirtualPeer fifth = _bench.Open(Get("/known/1"));

        Assert.Equal(200, Response.Only(fifth.Received).Status);
        Assert.Single(kept, peer => peer.IsClosedByProduct);
    }

    [Fact]
    public void Fifth_connection_is_told_that_there_is_no_room()
    {
        VirtualPeer[] peers = [.. Enumerable.Range(0, 5).Select(_ => _bench.Open())];

        Assert.All(peers[..4], peer => Assert.Empty(peer.Received));
        Assert.Equal(503, Response.Only(peers[4].Received).Status);
        _bench.Pass(1100);
        Assert.True(peers[4].IsClosedByProduct);
        Assert.All(peers[..4], peer => Assert.False(peer.IsClosedByProduct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("GET /known/1 HTTP/1.1\r\nHost: a\r\nX: ")]
    [InlineData("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n")]
    [InlineData("GET /known/1 HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n")]
    [InlineData("rubbish\r\n")]
    public void Slow_peers_that_come_again_at_once_keep_nobody_waiting_for_more_than_two_seconds(string text)
    {
        List<VirtualPeer> slow = [.. Enumerable.Range(0, 12).Select(_ => Slow(text))];
        VirtualPeer? other = null;
        int waitedMs = 0;
        for (int turn = 0; turn < 2000; turn++)
        {
            int closed = slow.RemoveAll(peer => peer.IsClosedByProduct);
            slow.AddRange(Enumerable.Range(0, closed).Select(_ => Slow(text)));
            other ??= _bench.Network.Connect().Send(Get("/known/1"));
            _bench.Pass(10);
            waitedMs += 10;
            if (turn % 10 == 0)
            {
                slow.ForEach(peer => peer.Send("x"));
            }

            if (other.Received.Length > 0)
            {
                waitedMs = Response.Only(other.Received).Status == 200 ? 0 : waitedMs;
                other.Reset();
                other = null;
            }

            Assert.InRange(waitedMs, 0, HttpServer.SlowMs + 100);
        }
    }

    [Fact]
    public void Peer_that_takes_nothing_of_its_answer_is_slow_too()
    {
        VirtualPeer[] peers = [.. Enumerable.Range(0, HttpServer.MaxConnections).Select(_ => Slow(Get("/parts/90")))];
        _bench.Pass(HttpServer.SlowMs - 10);
        Assert.Equal(503, Response.Only(_bench.Open(Get("/known/1")).Received).Status);

        Assert.Equal(200, Response.Only(_bench.Pass(20).Open(Get("/known/1")).Received).Status);
        Assert.Single(peers, peer => peer.IsClosedByProduct);
    }

    [Fact]
    public void Whole_request_takes_the_place_that_was_slow_for_the_longest()
    {
        VirtualPeer first = _bench.Open("GET /");
        _bench.Pass(20);
        VirtualPeer[] peers = [first, _bench.Open(), _bench.Open(Get("/known/1")[..^1]), _bench.Open("POST ")];
        _bench.Pass(1900);
        Assert.Equal(503, Response.Only(_bench.Open(Get("/known/1")).Received).Status);

        _bench.Pass(50);
        peers[0].Send("x");
        peers[1].Send("G");
        _bench.Pass(50);
        Assert.Equal(FakeService.BodyOf(1), Response.Only(_bench.Open(Get("/known/1")).Received).Text);

        // The second one's request has only begun, and the first one's does not begin anew with each byte.
        Assert.Equal([true, false, false, false], peers.Select(peer => peer.IsClosedByProduct));
    }

    [Theory]
    [InlineData("GET /known/1 HTTP/1.1\r\nHost: a\r\n")]
    [InlineData("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nx")]
    [InlineData("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [InlineData("rubbish\r\n\r\n")]
    public void Request_that_is_not_whole_takes_no_place(string text)
    {
        VirtualPeer[] peers = OpenFourSlow();

        Assert.Equal(503, Response.Only(_bench.Open(text).Received).Status);
        Assert.All(peers, peer => Assert.False(peer.IsClosedByProduct));
    }

    [Fact]
    public void Peer_at_the_door_has_a_fifth_of_a_second_for_its_request()
    {
        OpenFourSlow();
        VirtualPeer peer = _bench.Open();
        VirtualPeer late = _bench.Pass(HttpServer.DoorMs - 10).Open();
        Assert.Equal(503, Response.Only(peer.Received).Status);
        Assert.True(peer.IsClosedByProduct);

        _bench.Pass(HttpServer.DoorMs - 10);
        Assert.Empty(late.Received);
        _bench.Pass(10);
        Assert.Equal(503, Response.Only(late.Received).Status);
    }

    [Fact]
    public void Peer_at_the_door_whose_request_comes_a_little_later_is_answered()
    {
        OpenFourSlow();
        _bench.Open().Reset();
        VirtualPeer peer = _bench.Pass(10).Open();
        _bench.Pass(HttpServer.DoorMs - 10);
        Assert.Empty(peer.Received);

        peer.Send(Get("/known/1"));
        _bench.Settle();
        Assert.Equal(200, Response.Only(peer.Received).Status);
    }

    [Fact]
    public void Peer_at_the_door_gets_a_place_that_becomes_free()
    {
        VirtualPeer[] peers = OpenFourSlow();
        VirtualPeer peer = _bench.Open();
        peers[2].Reset();
        _bench.Pass(HttpServer.DoorMs);
        Assert.Empty(peer.Received);

        peer.Send(Get("/known/1"));
        _bench.Settle();
        Assert.Equal(200, Response.Only(peer.Received).Status);
        Assert.Equal([2], Enumerable.Range(0, 4).Where(i => peers[i].IsClosedByProduct));
    }

    [Fact]
    public void Longest_request_that_comes_to_the_door_is_answered()
    {
        OpenFourSlow();
        string text = Get("/known/1");
        string longest = text[..^2] + "X: " + new string('x', 1023 - text.Length - 5) + "\r\n\r\n";
        Assert.Equal(1023, longest.Length);

        Assert.Equal(FakeService.BodyOf(1), Response.Only(_bench.Open(longest).Received).Text);
    }

    [Fact]
    public void Two_requests_that_come_to_the_door_at_once_are_answered_once_and_the_connection_closed()
    {
        OpenFourSlow();
        string text = Get("/known/1");
        string first = text[..^2] + "X: " + new string('x', 512 - text.Length - 5) + "\r\n\r\n";

        Assert.Equal("close", Response.Only(_bench.Open(first + text).Received).Headers["Connection"]);
    }

    [Fact]
    public void Body_that_comes_to_the_door_with_its_head_stays_whole()
    {
        OpenFourSlow();
        string body = string.Concat(Enumerable.Range(0, 90).Select(i => $"{i:000000}, ")) + "\r\n\r\n";
        VirtualPeer peer = _bench.Open($"POST /echo{Head}Content-Length: {body.Length}\r\n\r\n{body}");

        Assert.Equal(body, Response.Only(peer.Received).Text);
    }

    private VirtualPeer[] OpenFourSlow()
    {
        VirtualPeer[] peers = [.. Enumerable.Range(0, HttpServer.MaxConnections).Select(_ => _bench.Open())];
        _bench.Pass(HttpServer.SlowMs);
        return peers;
    }

    // It takes a little of its answer.
    private VirtualPeer Slow(string text)
    {
        VirtualPeer peer = _bench.Network.Connect().Send(text);
        peer.Window = 100;
        return peer;
    }

    private static string Get(string path) => "GET " + path + Head + "\r\n";
}
