using System.Net;
using System.Net.Sockets;
using ValenceNano.Desktop;
using ValenceNano.Firmware;
using ValenceNano.Network;

namespace ValenceNano.HostTests.Network;

/// <summary>The firmware's server and Kestrel, each on a socket of this computer, give the same answers for the same product.</summary>
public sealed class TwoServersTests : IDisposable
{
    private const int Requests = 1500;

    // What the transport adds, and the interface has no say in.
    private static readonly string[] s_transport = ["Date", "Connection", "Transfer-Encoding", "Content-Length"];

    private readonly PageBench _bench = new PageBench().Pass(20000);
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _end = new();
    private readonly NetworkListener _listener;
    private readonly Task _polling;
    private readonly WebServer _kestrel;
    private readonly int _firmwarePort = RawClient.FreePort();
    private readonly int _kestrelPort = RawClient.FreePort();

    public TwoServersTests()
    {
        _bench.Lock.Unlock(_bench.NowMs);
        _listener = new NetworkListener(IPAddress.Loopback, _firmwarePort);
        _listener.Open();
        _polling = Task.Run(Poll);
        _kestrel = WebServer.Start(
            new IPEndPoint(IPAddress.Loopback, _kestrelPort), new WebAnswerer(
                _bench.Interface, _gate, () => _bench.NowMs, () => MetricsText.Of(_bench.Monitor.Readings, _bench.NowMs)));
    }

    [Fact]
    public async Task Thousands_of_requests_are_answered_alike()
    {
        var random = new Random(1);
        var statuses = new HashSet<int>();
        for (int i = 0; i < Requests; i++)
        {
            string request = RequestMaker.Make(random);
            bool isHead = request.StartsWith("HEAD", StringComparison.Ordinal);
            byte[] fromFirmware = await RawClient.AskAsync(_firmwarePort, request, endsSending: true);
            byte[] fromKestrel = await RawClient.AskAsync(_kestrelPort, request);
            Assert.True(fromFirmware.Length > 0 && fromKestrel.Length > 0, $"{fromFirmware.Length} and {fromKestrel.Length} bytes for {request}");
            Response ofFirmware = Response.Only(fromFirmware, isHead);
            Response ofKestrel = Response.Only(fromKestrel, isHead);

            Assert.True(ofFirmware.Status == ofKestrel.Status, $"{ofFirmware.Status} and {ofKestrel.Status} for {request}");
            Assert.True(ofFirmware.Body.AsSpan().SequenceEqual(ofKestrel.Body), $"{ofFirmware.Text} and {ofKestrel.Text} for {request}");
            Assert.Equal(HeadersOf(ofFirmware), HeadersOf(ofKestrel));
            statuses.Add(ofFirmware.Status);
        }

        Assert.Equal([200, 204, 304, 400, 403, 404, 405, 411, 413, 415], statuses.Order());
    }

    [Theory]
    [InlineData("rubbish\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 1.2.3.4\r\nHost: 1.2.3.4\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost : 1.2.3.4\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 1.2.3.4\r\nContent-Length: x\r\n\r\n", 400)]
    public async Task What_is_no_request_is_refused_alike(string request, int status)
    {
        Assert.Equal(status, Response.Only(await RawClient.AskAsync(_firmwarePort, request, endsSending: true)).Status);
        Assert.Equal(status, Response.Only(await RawClient.AskAsync(_kestrelPort, request)).Status);
    }

    [Fact]
    public async Task Request_that_is_refused_is_so_before_its_body_has_come()
    {
        const string Request = "PUT /nothing HTTP/1.1\r\nHost: 1.2.3.4\r\nContent-Length: 40\r\nConnection: close\r\n\r\n";

        Assert.Equal(404, Response.Only(await RawClient.AskAsync(_firmwarePort, Request, endsSending: true)).Status);
        Assert.Equal(404, Response.Only(await RawClient.AskAsync(_kestrelPort, Request)).Status);
    }

    [Fact]
    public async Task Head_of_12_kB_is_refused_alike()
    {
        string request = "GET / HTTP/1.1\r\nHost: 1.2.3.4\r\nX: " + new string('x', 12000) + "\r\n\r\n";

        Assert.Equal(431, Response.Only(await RawClient.AskAsync(_firmwarePort, request, endsSending: true)).Status);
        Assert.Equal(431, Response.Only(await RawClient.AskAsync(_kestrelPort, request)).Status);
    }

    [Fact]
    public async Task One_peer_too_many_is_told_so_and_is_answered_when_another_has_gone()
    {
        const string Request = "GET /api/status HTTP/1.1\r\nHost: 1.2.3.4\r\nConnection: close\r\n\r\n";
        var peers = new List<TcpClient>();
        while (peers.Count < WebServer.MaxConnections)
        {
            // One that was answered has its place.
            peers.Add(new TcpClient());
            await peers[^1].ConnectAsync(IPAddress.Loopback, _kestrelPort);
            await peers[^1].GetStream().WriteAsync("GET /api/panel HTTP/1.1\r\nHost: 1.2.3.4\r\n\r\n"u8.ToArray());
            Assert.True(await peers[^1].GetStream().ReadAsync(new byte[4096]) > 0);
        }

        Response refused = Response.Only(await RawClient.AskAsync(_kestrelPort, Request));
        peers.ForEach(peer => peer.Dispose());
        int status;
        do
        {
            status = Response.Only(await RawClient.AskAsync(_kestrelPort, Request)).Status;
        }
        while (status == 503);

        Assert.Equal(503, refused.Status);
        Assert.Equal("close", refused.Headers["Connection"]);
        Assert.Equal(200, status);
    }

    [Fact]
    public async Task Metrics_are_the_readings_and_as_open_as_the_status()
    {
        Response metrics = Response.Only(await RawClient.AskAsync(_kestrelPort, "GET /metrics HTTP/1.1\r\nHost: 1.2.3.4\r\nConnection: close\r\n\r\n"));
        Response foreign = Response.Only(await RawClient.AskAsync(_kestrelPort, "GET /metrics HTTP/1.1\r\nHost: evil\r\nConnection: close\r\n\r\n"));

        Assert.Equal(403, foreign.Status);
        Assert.Equal("nosniff", metrics.Headers["X-Content-Type-Options"]);
        Assert.Equal("same-origin", metrics.Headers["Referrer-Policy"]);
        Assert.Contains($"valencenano_bank_voltage_mv {_bench.Monitor.Bank.VoltageMv}\n", metrics.Text, StringComparison.Ordinal);
        string cell = $"valencenano_battery_cell_mv{{battery=\"2\",serial=\"434242313132383130303032\",place=\"4\"}} {_bench.Monitor.Bus.Batteries[1].Values.CellMv(3)}\n";
        Assert.Contains(cell, metrics.Text, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _end.Cancel();
        _polling.GetAwaiter().GetResult();
        _listener.Close();
        _kestrel.Dispose();
        _end.Dispose();
    }

    // In the product's time no time passes, so that its answers stay the same: all the server does must come of what peers do.
    private void Poll()
    {
        var server = new HttpServer(_listener, _bench.Interface);
        while (!_end.IsCancellationRequested)
        {
            bool hasMore;
            lock (_gate)
            {
                hasMore = server.Poll(_bench.NowMs);
            }

            if (!hasMore)
            {
                Thread.Sleep(1);
            }
        }
    }

    private static List<string> HeadersOf(Response response) =>
        [.. response.Headers.Where(header => !s_transport.Contains(header.Key)).Select(header => $"{header.Key}: {header.Value}").Order()];
}
