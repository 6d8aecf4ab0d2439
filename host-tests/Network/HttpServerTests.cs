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

    [Fact]
    public void Work_of_one_request_is_done_before_that_of_another_begins()
    {
        VirtualPeer[] peers = [.. Enumerable.Range(0, 3).Select(_ => _bench.Network.Connect().Send(Get("/slow")))];
        _bench.Settle();

        Assert.All(peers, peer => Assert.Equal(204, Response.Only(peer.Received).Status));
        Assert.False(_service.WasInterrupted);
    }

    private static string Get(string path) => "GET " + path + Head + "\r\n";
}
