using ValenceNano.Network;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Network;

/// <summary>The server: requests in, answers out, and who is let go.</summary>
public sealed class HttpServerTests
{
    private const string Head = " HTTP/1.1\r\nHost: a\r\n";

    private readonly FakeService _service = new();
    private readonly ServerBench _bench;

    public HttpServerTests() => _bench = new ServerBench(_service);

    [Theory]
    [InlineData("/parts/0")]
    [InlineData("/parts/1")]
    [InlineData("/parts/30")]
    [InlineData("/known/1")]
    [InlineData("/known/30")]
    public void Answer_of_any_length_comes_whole(string path)
    {
        Response answer = Response.Only(_bench.Open(Get(path)).Received);

        Assert.Equal(200, answer.Status);
        Assert.Equal(FakeService.BodyOf(int.Parse(path[7..])), answer.Text);
    }

    [Fact]
    public void Answer_comes_whole_through_windows_of_any_width()
    {
        foreach (int width in new[] { 1, 7, 100, 511, 1023 })
        {
            VirtualPeer peer = _bench.Network.Connect().Send(Get("/parts/20"));
            peer.Window = 0;
            while (!peer.ReceivedText.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal))
            {
                peer.Window = width;
                _bench.Settle();
            }

            Assert.Equal(FakeService.BodyOf(20), Response.Only(peer.Received).Text);
            peer.Reset();
            _bench.Settle();
        }
    }

    [Fact]
    public void Request_cut_in_two_at_every_byte_is_answered_once()
    {
        string text = "PUT /echo" + Head + "Content-Length: 5\r\n\r\nhello";
        for (int cut = 1; cut < text.Length; cut++)
        {
            VirtualPeer peer = _bench.Open(text[..cut]);
            Assert.Empty(peer.Received);
            peer.Send(text[cut..]);
            _bench.Settle();

            Assert.Equal("hello", Response.Only(peer.Received).Text);
            peer.Reset();
            _bench.Settle();
        }
    }

    [Fact]
    public void Request_whose_peer_vanishes_at_any_byte_leaves_nothing_behind()
    {
        string text = "PUT /echo" + Head + "Content-Length: 5\r\n\r\nhello";
        for (int cut = 0; cut < text.Length; cut++)
        {
            _bench.Open(text[..cut]).Reset();
            _bench.Settle();

            Assert.Equal(0, _bench.Server.OpenCount);
        }

        Assert.Empty(_service.Begun);
    }

    [Fact]
    public void Peer_that_has_closed_its_half_is_still_answered()
    {
        VirtualPeer peer = _bench.Network.Connect().Send(Get("/parts/30"));
        peer.CloseSending();
        _bench.Settle();

        Assert.Equal(FakeService.BodyOf(30), Response.Only(peer.Received).Text);
        Assert.Equal(0, _bench.Server.OpenCount);
    }

    [Fact]
    public void Connection_is_kept_for_the_next_request()
    {
        VirtualPeer peer = _bench.Open(Get("/known/1"));
        peer.Send(Get("/parts/2"));
        _bench.Settle();

        Assert.Equal([100, 200], Response.All(peer.Received).Select(answer => answer.Body.Length));
        Assert.False(peer.IsClosedByProduct);
    }

    [Fact]
    public void Head_is_answered_as_get_without_a_body()
    {
        VirtualPeer peer = _bench.Open("HEAD /known/3" + Head + "\r\n");

        Response answer = Response.Only(peer.Received, isHead: true);
        Assert.Equal("300", answer.Headers["Content-Length"]);
        Assert.False(peer.IsClosedByProduct);
    }

    [Fact]
    public void Version_1_0_gets_no_chunks_and_is_closed()
    {
        VirtualPeer peer = _bench.Open("GET /parts/3 HTTP/1.0\r\n\r\n");

        Assert.Equal(FakeService.BodyOf(3), Response.Only(peer.Received).Text);
        Assert.True(peer.IsClosedByProduct);
    }

    [Fact]
    public void Request_sent_behind_another_one_is_lost_and_the_connection_closed()
    {
        VirtualPeer peer = _bench.Open(Get("/known/1") + Get("/known/2"));

        Response answer = Response.Only(peer.Received);
        Assert.Equal(100, answer.Body.Length);
        Assert.Equal("close", answer.Headers["Connection"]);
    }

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
    [InlineData("GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n", 404)]
    [InlineData("rubbish\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400)]
    public void Refusal_is_told(string text, int status)
    {
        Assert.Equal(status, Response.Only(_bench.Open(text).Received).Status);
    }

    [Fact]
    public void Head_that_is_too_long_is_refused_with_the_rest_read_before_the_end()
    {
        VirtualPeer peer = _bench.Open("GET /known/1" + Head + "X: " + new string('x', 3000));

        Assert.Equal(431, Response.Only(peer.Received).Status);
        Assert.False(peer.IsClosedByProduct);
        _bench.Pass(1100);
        Assert.True(peer.IsClosedByProduct);
    }

    [Fact]
    public void Idle_connection_is_closed_after_5_s()
    {
        VirtualPeer peer = _bench.Open();
        _bench.Pass(4900);
        Assert.False(peer.IsClosedByProduct);
        _bench.Pass(200);
        Assert.True(peer.IsClosedByProduct);
    }

    [Fact]
    public void Slow_writer_is_let_go_after_10_s()
    {
        VirtualPeer peer = _bench.Open("G");
        for (int i = 0; i < 98; i++)
        {
            peer.Send("E");
            _bench.Pass(100);
        }

        Assert.False(peer.IsClosedByProduct);
        _bench.Pass(300);
        Assert.True(peer.IsClosedByProduct);
        Assert.Empty(peer.Received);
    }

    [Fact]
    public void Reader_that_takes_nothing_is_let_go_after_10_s()
    {
        VirtualPeer peer = _bench.Network.Connect().Send(Get("/parts/30"));
        peer.Window = 100;
        _bench.Pass(9900);
        Assert.False(peer.IsClosedByProduct);
        _bench.Pass(200);
        Assert.True(peer.IsClosedByProduct);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GET /known/1 HTTP/1.1\r\nHost: a\r\nX: ")]
    [InlineData("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n")]
    [InlineData("GET /parts/90 HTTP/1.1\r\nHost: a\r\n\r\n")]
    public void Slow_peers_that_come_again_at_once_keep_nobody_waiting_for_more_than_two_seconds(string text)
    {
        List<VirtualPeer> slow = [.. Enumerable.Range(0, 12).Select(_ => Slow(text))];
        int waitedMs = 0;
        for (int ms = 0; ms < 20_000; ms += 100)
        {
            slow.RemoveAll(peer => peer.IsClosedByProduct);
            slow.AddRange(Enumerable.Range(slow.Count, 12 - slow.Count).Select(_ => Slow(text)));
            _bench.Pass(100);
            slow.ForEach(peer => peer.Send("x"));
            VirtualPeer other = _bench.Network.Connect().Send(Get("/known/1"));
            _bench.Pass(50);
            waitedMs = other.Received.Length > 0 && Response.Only(other.Received).Status == 200 ? 0 : waitedMs + 150;
            Assert.InRange(waitedMs, 0, HttpServer.SlowMs + 300);
        }
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
    [InlineData("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx")]
    public void Request_that_is_not_whole_and_without_a_body_takes_no_place(string text)
    {
        VirtualPeer[] peers = [.. Enumerable.Range(0, 4).Select(_ => _bench.Open())];
        _bench.Pass(3000);

        Assert.Equal(503, Response.Only(_bench.Open(text).Received).Status);
        Assert.All(peers, peer => Assert.False(peer.IsClosedByProduct));
    }

    [Fact]
    public void Peer_at_the_door_has_a_fifth_of_a_second_for_its_request()
    {
        Array.ForEach([.. Enumerable.Range(0, 4)], _ => _bench.Open());
        _bench.Pass(2000);
        VirtualPeer peer = _bench.Open();
        VirtualPeer next = _bench.Open(Get("/known/1"));
        _bench.Pass(HttpServer.DoorMs - 10);
        Assert.Empty(peer.Received);
        Assert.Empty(next.Received);

        _bench.Pass(10);
        Assert.Equal(503, Response.Only(peer.Received).Status);
        _bench.Pass(10);
        Assert.Equal(200, Response.Only(next.Received).Status);
    }

    [Fact]
    public void Peer_at_the_door_whose_request_comes_a_little_later_is_answered()
    {
        Array.ForEach([.. Enumerable.Range(0, 4)], _ => _bench.Open());
        _bench.Pass(2000);
        VirtualPeer gone = _bench.Open();
        VirtualPeer peer = _bench.Open();
        _bench.Pass(10);
        gone.Reset();
        _bench.Pass(HttpServer.DoorMs);
        Assert.Empty(peer.Received);

        peer.Send(Get("/known/1"));
        _bench.Settle();
        Assert.Equal(200, Response.Only(peer.Received).Status);
    }

    [Fact]
    public void Peer_at_the_door_gets_a_place_that_becomes_free()
    {
        VirtualPeer[] peers = [.. Enumerable.Range(0, 4).Select(_ => _bench.Open())];
        _bench.Pass(2000);
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
        Array.ForEach([.. Enumerable.Range(0, 4)], _ => _bench.Open());
        _bench.Pass(2000);
        string text = Get("/known/1");
        string longest = text[..^2] + "X: " + new string('x', 1024 - text.Length - 5) + "\r\n\r\n";
        Assert.Equal(1024, longest.Length);

        Assert.Equal(FakeService.BodyOf(1), Response.Only(_bench.Open(longest).Received).Text);
    }

    [Fact]
    public void Two_requests_that_come_to_the_door_at_once_are_answered_once_and_the_connection_closed()
    {
        Array.ForEach([.. Enumerable.Range(0, 4)], _ => _bench.Open());
        _bench.Pass(2000);
        string text = Get("/known/1");
        string first = text[..^2] + "X: " + new string('x', 512 - text.Length - 5) + "\r\n\r\n";

        Assert.Equal("close", Response.Only(_bench.Open(first + text).Received).Headers["Connection"]);
    }

    [Fact]
    public void Work_of_one_request_is_done_before_that_of_another_begins()
    {
        VirtualPeer[] peers = [.. Enumerable.Range(0, 3).Select(_ => _bench.Network.Connect().Send(Get("/slow")))];
        _bench.Settle();

        Assert.All(peers, peer => Assert.Equal(204, Response.Only(peer.Received).Status));
        Assert.False(_service.WasInterrupted);
    }

    [Fact]
    public void Body_that_comes_to_the_door_in_two_reads_stays_whole()
    {
        Array.ForEach([.. Enumerable.Range(0, 4)], _ => _bench.Open());
        _bench.Pass(2000);
        string body = string.Concat(Enumerable.Range(0, 90).Select(i => $"{i:000000}, ")) + "\r\n\r\n";
        VirtualPeer peer = _bench.Open($"POST /echo{Head}Content-Length: {body.Length}\r\n\r\n{body}");

        Assert.Equal(body, Response.Only(peer.Received).Text);
    }

    private VirtualPeer Slow(string text)
    {
        VirtualPeer peer = _bench.Network.Connect().Send(text);
        peer.Window = 100;
        return peer;
    }

    private static string Get(string path) => "GET " + path + Head + "\r\n";
}
