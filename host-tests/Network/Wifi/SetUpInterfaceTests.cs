using System.Text;
using System.Text.Json;
using ValenceNano.Model;
using ValenceNano.Network;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Network.Wifi;

/// <summary>The page's interface while the product is its own access point.</summary>
public sealed class SetUpInterfaceTests : IPicture
{
    private readonly WifiBench _wifi = new();
    private readonly VirtualNetwork _network = new();
    private readonly Settings _settings = new();
    private HttpServer? _server;

    [Theory]
    [InlineData("connectivitycheck.gstatic.com", "/generate_204")]
    [InlineData("clients3.google.com", "/generate_204")]
    [InlineData("connectivitycheck.android.com", "/gen_204")]
    [InlineData("captive.apple.com", "/hotspot-detect.html")]
    [InlineData("www.apple.com", "/library/test/success.html")]
    [InlineData("www.msftconnecttest.com", "/connecttest.txt")]
    [InlineData("www.msftconnecttest.com", "/redirect")]
    [InlineData("www.msftncsi.com", "/ncsi.txt")]
    [InlineData("detectportal.firefox.com", "/canonical.html")]
    [InlineData("nmcheck.gnome.org", "/check_network_status.txt")]
    public void Phone_that_looks_for_the_Internet_is_sent_to_the_page(string host, string path)
    {
        SetUp();

        Response answer = Ask($"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n");

        Assert.Equal(302, answer.Status);
        Assert.Equal("http://192.168.4.1/", answer.Headers["Location"]);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        Assert.Equal("close", answer.Headers["Connection"]);
        Assert.Empty(answer.Body);
    }

    [Fact]
    public void Foreign_name_gets_no_content_and_changes_nothing()
    {
        SetUp();

        Assert.Equal(302, Ask("GET /api/settings HTTP/1.1\r\nHost: evil.example\r\n\r\n").Status);
        Assert.Equal(403, Ask(PageBench.Text("PUT", "/api/settings", "{\"capacity_ah\":200}").Replace(PageBench.Host, "evil.example", StringComparison.Ordinal)).Status);
    }

    [Fact]
    public void Foreign_name_is_refused_when_there_is_no_set_up()
    {
        _wifi.Radio.WithStation(WifiBench.Home, WifiBench.HomePassword);
        _wifi.Pass(10);

        Assert.Equal(403, Ask("GET / HTTP/1.1\r\nHost: captive.apple.com\r\n\r\n").Status);
        Assert.Equal(404, Ask("GET /generate_204 HTTP/1.1\r\nHost: connectivitycheck.gstatic.com\r\n\r\n").Status);
    }

    [Fact]
    public void Networks_that_were_found_are_listed_the_strongest_first()
    {
        _wifi.Radio.Hotspots.Add(new VirtualHotspot("Gull's \"nest\"", "12345678", -40));
        _wifi.Radio.Hotspots.Add(new VirtualHotspot("Far away", "12345678", -95) { IsInReach = false });
        SetUp();

        JsonElement wifi = Json("/api/wifi");

        Assert.Equal("set_up", wifi.GetProperty("state").GetString());
        Assert.Equal("Valence-3F2A", wifi.GetProperty("name").GetString());
        Assert.Equal("192.168.4.1", wifi.GetProperty("address").GetString());
        Assert.Equal(
            ["Gull's \"nest\" -40", "Harbour -52"],
            wifi.GetProperty("networks").EnumerateArray().Select(one => $"{one.GetProperty("name")} {one.GetProperty("signal_dbm")}"));
        Assert.DoesNotContain(_wifi.Radio.AccessPointPassword, wifi.GetRawText(), StringComparison.Ordinal);
        Assert.True(Json("/api/status").GetProperty("device").GetProperty("set_up").GetBoolean());
    }

    [Fact]
    public void Network_that_came_later_is_found_by_another_search()
    {
        SetUp();
        _wifi.Radio.Hotspots.Add(new VirtualHotspot("Galley", "12345678", -40));
        int before = Json("/api/wifi").GetProperty("networks").GetArrayLength();

        Assert.Equal(204, Send("POST", "/api/wifi/scan", "{}").Status);
        _wifi.Pass(5);

        Assert.Equal(1, before);
        Assert.Equal(2, Json("/api/wifi").GetProperty("networks").GetArrayLength());
    }

    [Fact]
    public void Settings_may_be_changed_in_set_up_without_another_press()
    {
        SetUp();

        Assert.Equal(200, Send("PUT", "/api/settings", "{\"capacity_ah\":200}").Status);
        Assert.Equal(200, _settings.Get(SettingId.Capacity));
    }

    [Theory]
    [InlineData("{\"name\":\"Harbour\",\"password\":\"moorings42\"}")]
    [InlineData("{\"password\":\"\",\"name\":\"Harbour\"}")]
    public void Network_that_is_saved_is_joined_after_a_restart(string body)
    {
        _wifi.Radio.Hotspots.Add(new VirtualHotspot("Harbour", "", -40));
        SetUp();

        Assert.Equal(204, Send("PUT", "/api/wifi", body).Status);
        _wifi.Pass(10);

        Assert.Equal(NetworkState.Connected, _wifi.State);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"name\":\"\",\"password\":\"moorings42\"}")]
    [InlineData("{\"name\":\"Harbour\",\"password\":\"short\"}")]
    [InlineData("{\"name\":\"Harbour\",\"password\":\"moorings42\",\"more\":\"x\"}")]
    [InlineData("{\"name\":7,\"password\":\"moorings42\"}")]
    [InlineData("{\"name\":\"Harbour\",\"password\":\"m\u00f6\u00f6rings42\"}")]
    [InlineData("{\"name\":\"a name that is longer than 32 bytes\",\"password\":\"moorings42\"}")]
    [InlineData("{\"name\":\"Harbour\",\"password\":\"0123456789012345678901234567890123456789012345678901234567890123\"}")]
    [InlineData("{\"name\":\"Harbour\"")]
    public void Network_that_cannot_be_is_refused_and_nothing_restarts(string body)
    {
        SetUp();
        int restarts = _wifi.Restarts;

        Assert.Equal(400, Send("PUT", "/api/wifi", body).Status);
        _wifi.Pass(10);

        Assert.Equal(restarts, _wifi.Restarts);
    }

    [Fact]
    public void Set_up_can_be_ended_without_a_network()
    {
        SetUp();

        Assert.Equal(204, Send("POST", "/api/wifi/end", "{}").Status);
        _wifi.Pass(10);

        Assert.Equal(NetworkState.Off, _wifi.State);
    }

    [Fact]
    public void Network_is_changed_outside_set_up_only_after_a_press()
    {
        _wifi.Radio.WithStation(WifiBench.Home, WifiBench.HomePassword);
        _wifi.Pass(10);

        Assert.Equal(403, Send("PUT", "/api/wifi", "{\"name\":\"Galley\"}").Status);
        Assert.Equal(403, Send("POST", "/api/wifi/end", "{}").Status);
    }

    [Fact]
    public void Product_without_a_radio_has_no_such_paths()
    {
        var bench = new PageBench();

        Assert.Equal(404, bench.Get("/api/wifi").Status);
        Assert.Equal(404, bench.Send("POST", "/api/wifi/scan", "{}").Status);
    }

    void IPicture.Copy(int from, int count, byte[] buffer, int offset)
    {
    }

    private void SetUp()
    {
        _wifi.SetUp();
        _wifi.Radio.Phones = 1;
        _wifi.Pass(2);
    }

    private JsonElement Json(string path) => JsonDocument.Parse(Ask($"GET {path} HTTP/1.1\r\nHost: {PageBench.Host}\r\n\r\n").Body).RootElement;

    private Response Send(string method, string path, string body) => Ask(PageBench.Text(method, path, body));

    private Response Ask(string text)
    {
        if (_server == null)
        {
            var monitor = new Monitor(new VirtualWire(new VirtualClock(), seed: 1).OpenPort(), _settings, BusRole.Master) { Network = _wifi.Control.Status };
            _server = new HttpServer(_network, new PageInterface(monitor, this, new DeviceFacts(), new ButtonLock(), _wifi.Control));
        }

        VirtualPeer peer = _network.Connect().Send(text);
        while (_server.Poll(_wifi.NowMs))
        {
        }

        return Response.Only(peer.Received);
    }
}
