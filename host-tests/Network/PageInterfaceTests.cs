using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ValenceNano.Model;

namespace ValenceNano.HostTests.Network;

/// <summary>The page's interface: who is answered what.</summary>
public sealed class PageInterfaceTests
{
    private readonly PageBench _bench = new PageBench().Pass(8000);

    [Fact]
    public void Page_is_one_packed_document_with_a_strict_policy()
    {
        Response page = _bench.Get("/");

        Assert.Equal(200, page.Status);
        Assert.Equal("gzip", page.Headers["Content-Encoding"]);
        Assert.InRange(page.Body.Length, 1000, 14336);
        string html = Unpacked(page.Body);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
        string policy = page.Headers["Content-Security-Policy"];
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'sha256-" + HashOf(html, "script") + "'", policy, StringComparison.Ordinal);
        Assert.Contains("style-src 'sha256-" + HashOf(html, "style") + "'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_that_the_browser_has_is_not_sent_again()
    {
        string tag = _bench.Get("/").Headers["ETag"];

        Response again = _bench.Ask($"GET / HTTP/1.1\r\nHost: {PageBench.Host}\r\nIf-None-Match: \"other\", W/{tag}\r\n\r\n");
        Response any = _bench.Ask($"GET / HTTP/1.1\r\nHost: {PageBench.Host}\r\nIf-None-Match: *\r\n\r\n");
        Response other = _bench.Ask($"GET / HTTP/1.1\r\nHost: {PageBench.Host}\r\nIf-None-Match: \"other\"\r\n\r\n");

        Assert.Equal(304, again.Status);
        Assert.Equal(304, any.Status);
        Assert.Equal(tag, again.Headers["ETag"]);
        Assert.Equal(200, other.Status);
    }

    [Fact]
    public void Panel_is_told_as_it_is()
    {
        Assert.Equal(_bench.Picture, _bench.Get("/api/panel").Body);
    }

    [Theory]
    [InlineData("192.168.4.1", 200)]
    [InlineData("192.168.4.1:8080", 200)]
    [InlineData("localhost", 200)]
    [InlineData("LocalHost:5000", 200)]
    [InlineData("[::1]:5000", 200)]
    [InlineData("[fe80::1]", 200)]
    [InlineData("valence", 200)]
    [InlineData("Valence.fritz.box", 200)]
    [InlineData("valence.local:81", 200)]
    [InlineData("evil.example", 403)]
    [InlineData("valencex", 403)]
    [InlineData("xvalence", 403)]
    [InlineData("evil.example:80", 403)]
    [InlineData("192.168.4.1.evil.example", 403)]
    [InlineData("192.168.4", 403)]
    [InlineData("192.168.4.1.", 403)]
    [InlineData("1921.168.4.1", 403)]
    [InlineData("192.168.4.1:", 403)]
    [InlineData("192.168.4.1:80x", 403)]
    [InlineData("[::1", 403)]
    [InlineData("[]", 403)]
    [InlineData("[evil]", 403)]
    [InlineData("localhost.evil.example", 403)]
    [InlineData("", 403)]
    public void Host_must_be_the_products_own(string host, int status)
    {
        Assert.Equal(status, _bench.Ask($"GET /api/status HTTP/1.1\r\nHost: {host}\r\n\r\n").Status);
    }

    [Theory]
    [InlineData("boat-7", 200)]
    [InlineData("BOAT-7.lan:81", 200)]
    [InlineData("valence", 200)]
    [InlineData("boat-77", 403)]
    [InlineData("boat", 403)]
    public void Host_may_be_the_name_that_the_owner_has_given(string host, int status)
    {
        Assert.True(_bench.Monitor.Settings.SetText(SettingId.DeviceName, "Boat-7"u8.ToArray(), 0, 6));

        Assert.Equal(status, _bench.Ask($"GET /api/status HTTP/1.1\r\nHost: {host}\r\n\r\n").Status);
    }

    [Theory]
    [InlineData("http://192.168.4.1", 204)]
    [InlineData("https://192.168.4.1", 204)]
    [InlineData("HTTP://192.168.4.1", 204)]
    [InlineData("http://192.168.4.1:80", 403)]
    [InlineData("http://evil.example", 403)]
    [InlineData("http://192.168.4.1.evil.example", 403)]
    [InlineData("192.168.4.1", 403)]
    [InlineData("null", 403)]
    public void Origin_must_be_the_host(string origin, int status)
    {
        Response answer = _bench.Ask(
            $"POST /api/search HTTP/1.1\r\nHost: 192.168.4.1\r\nOrigin: {origin}\r\nContent-Type: application/json\r\n\r\n");

        Assert.Equal(status, answer.Status);
    }

    // Each request is wrong in everything that is looked at later too.
    [Theory]
    [InlineData("PATCH /nothing", "Host: evil", 404)]
    [InlineData("POST /api/status", "Host: evil", 405)]
    [InlineData("PATCH /api/status", "Host: evil", 405)]
    [InlineData("GET /api/acknowledge", "Host: evil", 405)]
    [InlineData("PUT /api/settings", "Host: evil\r\nContent-Length: 5000", 403)]
    [InlineData("PUT /api/settings", "Host: 1.2.3.4\r\nContent-Length: 5000", 403)]
    [InlineData("PUT /api/settings", "Host: 1.2.3.4\r\nOrigin: http://1.2.3.4\r\nTransfer-Encoding: chunked", 411)]
    [InlineData("PUT /api/settings", "Host: 1.2.3.4\r\nOrigin: http://1.2.3.4\r\nContent-Length: 1025", 413)]
    [InlineData("PUT /api/settings", "Host: 1.2.3.4\r\nOrigin: http://1.2.3.4\r\nContent-Type: text/plain", 415)]
    [InlineData("PUT /api/settings", "Host: 1.2.3.4\r\nOrigin: http://1.2.3.4\r\nContent-Type: application/json", 403)]
    [InlineData("POST /api/reset", "Host: 1.2.3.4\r\nOrigin: http://1.2.3.4\r\nContent-Type: application/json", 403)]
    [InlineData("POST /api/forget", "Host: 1.2.3.4\r\nOrigin: http://1.2.3.4\r\nContent-Type: application/json", 403)]
    [InlineData("POST /api/time", "Host: 1.2.3.4\r\nOrigin: http://1.2.3.4\r\nContent-Type: application/json", 400)]
    [InlineData("POST /api/search", "Host: 1.2.3.4\r\nOrigin: http://1.2.3.4\r\nContent-Type: application/json;charset=utf-8", 204)]
    [InlineData("POST /api/search", "Host: 1.2.3.4\r\nOrigin: http://1.2.3.4\r\nContent-Type: application/jsonp", 415)]
    public void Checks_come_in_their_order(string what, string headers, int status)
    {
        Assert.Equal(status, _bench.Ask($"{what} HTTP/1.1\r\n{headers}\r\n\r\n").Status);
    }

    [Fact]
    public void Wrong_method_is_told_the_right_ones()
    {
        Assert.Equal("GET, HEAD, PUT", _bench.Send("POST", "/api/settings", "{}").Headers["Allow"]);
        Assert.Equal("POST", _bench.Get("/api/reset").Headers["Allow"]);
    }

    [Fact]
    public void Lock_opens_with_the_button_for_two_minutes()
    {
        Assert.Equal(403, _bench.Send("PUT", "/api/settings", "{}").Status);
        _bench.Lock.Unlock(_bench.NowMs);
        Assert.Equal(200, _bench.Send("PUT", "/api/settings", "{}").Status);
        _bench.Pass(119_900);
        Assert.Equal(200, _bench.Send("PUT", "/api/settings", "{}").Status);
        _bench.Pass(200);
        Assert.Equal(403, _bench.Send("PUT", "/api/settings", "{}").Status);
    }

    [Fact]
    public void Acknowledge_needs_no_button()
    {
        _bench.Monitor.Settings.Set(SettingId.CellLowWarn, 3600);
        _bench.Pass(10000);
        Assert.NotNull(_bench.Monitor.Alarms.WorstUnseen);

        Assert.Equal(204, _bench.Send("POST", "/api/acknowledge", "{}").Status);

        Assert.Null(_bench.Monitor.Alarms.WorstUnseen);
        Assert.True(_bench.GetJson("/api/status").GetProperty("bank").GetProperty("alarms")[0].GetProperty("seen").GetBoolean());
    }

    [Fact]
    public void Search_is_begun()
    {
        int before = _bench.Monitor.Bus.Counters.Rounds;
        Assert.Equal(204, _bench.Send("POST", "/api/search", "").Status);
        _bench.Pass(500);
        Assert.True(_bench.Monitor.Bus.Counters.Rounds > before);
    }

    [Theory]
    [InlineData("{\"utc_ms\":1795712400000,\"offset_min\":60}", 204)]
    [InlineData("{\"offset_min\":-60,\"utc_ms\":1795712400000}", 204)]
    [InlineData("{\"utc_ms\":1795712400000}", 204)]
    [InlineData("{\"offset_min\":60}", 400)]
    [InlineData("{\"utc_ms\":\"1795712400000\"}", 400)]
    [InlineData("{\"utc_ms\":1795712400000,\"offset_min\":100000}", 400)]
    [InlineData("{\"utc_ms\":1704067200000}", 204)]
    [InlineData("{\"utc_ms\":4102444799999}", 204)]
    [InlineData("{\"utc_ms\":1704067199999}", 400)]
    [InlineData("{\"utc_ms\":4102444800000}", 400)]
    [InlineData("{\"utc_ms\":200000000000000}", 400)]
    [InlineData("{\"utc_ms\":9007199254740991}", 400)]
    [InlineData("{\"utc_ms\":1795712400000", 400)]
    [InlineData("", 400)]
    public void Time_is_taken_if_it_is_one(string body, int status)
    {
        Assert.Equal(status, _bench.Send("POST", "/api/time", body).Status);
        Assert.Equal(status == 204, _bench.Monitor.Logbook.Wall.IsKnown);
    }

    [Theory]
    [InlineData("{\"what\":\"energy\"}", 204)]
    [InlineData("{\"what\":\"extremes\"}", 204)]
    [InlineData("{\"what\":\"health\"}", 204)]
    [InlineData("{\"what\":\"everything\"}", 400)]
    [InlineData("{\"what\":1}", 400)]
    [InlineData("{\"what\":\"energy\",\"and\":1}", 400)]
    [InlineData("{}", 400)]
    public void Reset_knows_three_things(string body, int status)
    {
        _bench.Lock.Unlock(_bench.NowMs);

        Assert.Equal(status, _bench.Send("POST", "/api/reset", body).Status);
    }

    [Fact]
    public void Battery_that_is_gone_can_be_forgotten()
    {
        _bench.Lock.Unlock(_bench.NowMs);
        string body = $"{{\"serial_hex\":\"{Convert.ToHexStringLower(_bench.Batteries.All[1].Serial)}\"}}";
        Assert.Equal(400, _bench.Send("POST", "/api/forget", body).Status);
        _bench.Batteries.All[1].IsPlugged = false;
        _bench.Pass(12000);

        Assert.Equal(204, _bench.Send("POST", "/api/forget", body).Status);

        Assert.Equal(1, _bench.Monitor.Bus.Batteries.Count);
        Assert.Equal(400, _bench.Send("POST", "/api/forget", body).Status);
        _bench.Pass(6000);
    }

    [Fact]
    public void Battery_can_be_forgotten_whatever_the_bus_is_doing()
    {
        for (int waitMs = 0; waitMs < 4000; waitMs += 35)
        {
            PageBench bench = new PageBench().Pass(8000);
            bench.Batteries.All[1].IsPlugged = false;
            bench.Pass(12000 + waitMs);
            Assert.True(bench.Monitor.Bus.Batteries.Forget(bench.Batteries.All[1].Serial.ToArray()));
            bench.Pass(7000);

            Assert.Equal(1, bench.Monitor.Bank.LiveCount);
        }
    }

    private static string Unpacked(byte[] packed)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string HashOf(string html, string tag)
    {
        Match found = Regex.Match(html, $"<{tag}>(.*)</{tag}>", RegexOptions.Singleline);
        Assert.True(found.Success);
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(found.Groups[1].Value)));
    }
}
