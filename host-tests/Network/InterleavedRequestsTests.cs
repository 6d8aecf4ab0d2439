using System.Text.Json;
using ValenceNano.Model;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Network;

/// <summary>Requests that come at the same time: each is what its own head says, and gets its own answer.</summary>
public sealed class InterleavedRequestsTests
{
    private static readonly string[] s_keys = ["first", "second", "third"];

    private readonly PageBench _bench = new PageBench().Pass(8000);

    private int PollIntervalMs => _bench.Monitor.Settings.Get(SettingId.PollInterval);

    [Fact]
    public void Body_of_a_get_changes_nothing_behind_a_put_that_was_refused()
    {
        const string Body = "{\"poll_interval_ms\":1000}";
        VirtualPeer get = _bench.Network.Connect().Send($"GET /api/settings HTTP/1.1\r\nHost: {PageBench.Host}\r\nContent-Length: {Body.Length}\r\n\r\n");
        _bench.Pass(10);
        Assert.Equal(403, _bench.Send("PUT", "/api/settings", Body).Status);
        get.Send(Body);
        _bench.Pass(10);

        Assert.Equal((3000, JsonValueKind.Array), (PollIntervalMs, JsonDocument.Parse(Response.Only(get.Received).Body).RootElement.ValueKind));
    }

    [Fact]
    public void Put_whose_body_comes_behind_the_request_of_another_is_done()
    {
        _bench.Lock.Unlock(_bench.NowMs);
        string text = PageBench.Text("PUT", "/api/settings", "{\"poll_interval_ms\":1000}");
        VirtualPeer put = _bench.Network.Connect().Send(text[..^5]);
        _bench.Pass(10);
        Assert.Equal(200, _bench.Get("/api/panel").Status);
        put.Send(text[^5..]);
        _bench.Pass(10);

        Response answer = Response.Only(put.Received);
        Assert.Equal((1000, 200, 0), (PollIntervalMs, answer.Status, answer.Body.Length));
    }

    [Fact]
    public void Of_two_wrong_requests_each_is_told_its_own_errors()
    {
        _bench.Lock.Unlock(_bench.NowMs);
        VirtualPeer[] peers = [.. s_keys.Select(key => _bench.Network.Connect().Send(PageBench.Text("PUT", "/api/settings", $"{{\"{key}\":1}}")))];
        _bench.Pass(10);

        Assert.Equal(s_keys, peers.Select(peer => JsonDocument.Parse(Response.Only(peer.Received).Body)
            .RootElement.GetProperty("errors")[0].GetProperty("key").GetString()));
    }
}
