using System.Text.Json;
using ValenceNano.HostTests.Model;
using ValenceNano.Model;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Network;

/// <summary>What is changed on the page is there again after a restart.</summary>
public sealed class KeptSettingsTests
{
    private const int RetryMs = 60_000;

    private readonly VirtualFlash _store = new();

    [Fact]
    public void Settings_that_the_page_changed_are_kept_over_a_restart()
    {
        PageBench before = Start();
        Assert.Equal(200, Put(before, """{"wiring": "series", "capacity_ah": 138, "device_name": "Bow \"1\""}"""));
        before.Pass(10);

        JsonElement settings = Start().GetJson("/api/settings");
        Assert.Equal("series", Value(settings, "wiring").GetString());
        Assert.Equal(138, Value(settings, "capacity_ah").GetInt32());
        Assert.Equal("Bow \"1\"", Value(settings, "device_name").GetString());
    }

    [Fact]
    public void Settings_are_kept_before_the_answer_that_says_so()
    {
        Assert.Equal(200, Put(Start(), """{"capacity_ah": 138}"""));

        Assert.Equal(138, Value(Start().GetJson("/api/settings"), "capacity_ah").GetInt32());
    }

    [Fact]
    public void Name_of_a_battery_is_kept_over_a_restart()
    {
        PageBench before = Start().Pass(10_000);
        string serial = before.GetJson("/api/status").GetProperty("batteries")[1].GetProperty("serial_hex").GetString()!;
        Assert.Equal(200, Put(before, $$"""{"name.{{serial}}": "Stern"}"""));
        before.Pass(10);

        JsonElement batteries = Start().Pass(10_000).GetJson("/api/status").GetProperty("batteries");
        Assert.Equal("Stern", batteries[1].GetProperty("name").GetString());
    }

    [Fact]
    public void Settings_are_not_written_again_while_nothing_is_changed()
    {
        PageBench bench = Start().Pass(1000);
        Put(bench, """{"capacity_ah": 138}""");
        bench.Pass(120_000);
        Assert.Single(_store.Names, name => name.StartsWith("settings", StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_are_kept_as_soon_as_a_store_that_failed_takes_them()
    {
        PageBench before = Start();
        _store.BytesLeft = -1;
        Assert.Equal(507, Put(before, """{"capacity_ah": 138}"""));
        Assert.Equal(138, Value(before.GetJson("/api/settings"), "capacity_ah").GetInt32());
        before.Pass(1000);
        _store.BytesLeft = null;
        before.Pass(RetryMs);
        Assert.Equal(138, Value(Start().GetJson("/api/settings"), "capacity_ah").GetInt32());
    }

    [Fact]
    public void Reset_of_the_page_is_kept_over_a_restart()
    {
        PageBench before = Start().Pass(Logbook.SaveMs + 60_000);
        Assert.InRange(ChargeOut(before), 3000, 4000);
        before.Lock.Unlock(before.NowMs);
        Assert.Equal(204, before.Ask(Request("POST", "/api/reset", """{"what": "energy"}""")).Status);
        before.Pass(Logbook.MinSaveMs + 1000);

        // Written when flash may be written again: what was given in the meantime.
        Assert.InRange(ChargeOut(Start().Pass(10_000)), 0, 600);
    }

    private static int ChargeOut(PageBench bench) => bench.GetJson("/api/status").GetProperty("bank").GetProperty("charge_out_mah").GetInt32();

    private PageBench Start() => new(store: _store);

    private static int Put(PageBench bench, string body)
    {
        bench.Lock.Unlock(bench.NowMs);
        return bench.Ask(Request("PUT", "/api/settings", body)).Status;
    }

    private static string Request(string method, string path, string body) =>
        $"{method} {path} HTTP/1.1\r\nHost: {PageBench.Host}\r\nOrigin: http://{PageBench.Host}\r\nContent-Type: application/json\r\n"
        + $"Content-Length: {body.Length}\r\n\r\n{body}";

    private static JsonElement Value(JsonElement settings, string key) =>
        settings.EnumerateArray().Single(setting => setting.GetProperty("key").GetString() == key).GetProperty("value");
}
