using System.Text.Json;
using ValenceNano.Model;

namespace ValenceNano.HostTests.Network;

/// <summary>Settings read and changed over the page's interface.</summary>
public sealed class SettingsRequestTests
{
    private static readonly string[] s_numbers = ["min", "max", "default", "value"];

    private readonly PageBench _bench = new PageBench().Pass(8000);

    public SettingsRequestTests() => _bench.Lock.Unlock(_bench.NowMs);

    private Settings Settings => _bench.Monitor.Settings;

    [Fact]
    public void Every_setting_is_told_with_what_a_form_needs()
    {
        List<JsonElement> settings = [.. _bench.GetJson("/api/settings").EnumerateArray()];

        Assert.Equal((int)SettingId.Count + 2, settings.Count);
        JsonElement interval = settings.Single(setting => setting.GetProperty("key").GetString() == "poll_interval_ms");
        Assert.Equal("Bus", interval.GetProperty("group").GetString());
        Assert.Equal("ms", interval.GetProperty("unit").GetString());
        Assert.Equal([250, 60000, 3000, 3000], s_numbers.Select(key => interval.GetProperty(key).GetInt32()));
        JsonElement wiring = settings.Single(setting => setting.GetProperty("key").GetString() == "wiring");
        Assert.Equal("parallel", wiring.GetProperty("value").GetString());
        Assert.Equal(["series", "parallel", "separate"], wiring.GetProperty("choices").EnumerateArray().Select(choice => choice.GetString()));
        Assert.Equal("name.434242313132383130303032", settings[^1].GetProperty("key").GetString());
    }

    [Fact]
    public void Secret_is_taken_and_never_told()
    {
        Assert.Equal(200, Put("{\"mqtt_password\":\"hidden\"}").Status);

        Response answer = _bench.Get("/api/settings");
        Assert.DoesNotContain("hidden", answer.Text, StringComparison.Ordinal);
        Assert.Equal(6, Settings.TextLength(SettingId.MqttPassword));
    }

    [Fact]
    public void What_is_told_can_be_sent_back()
    {
        var values = _bench.GetJson("/api/settings").EnumerateArray().Where(setting => setting.TryGetProperty("value", out _))
            .ToDictionary(setting => setting.GetProperty("key").GetString()!, setting => setting.GetProperty("value").Clone());
        foreach (KeyValuePair<string, JsonElement>[] some in values.Chunk(20))
        {
            Assert.Equal(200, Put(JsonSerializer.Serialize(some.ToDictionary())).Status);
        }
    }

    [Fact]
    public void All_of_a_good_request_is_changed()
    {
        Response answer = Put(
            " { \"poll_interval_ms\" : 1000 ,\"wiring\":\"series\",\"device_name\":\"L\\u00e4rm \\\"1\\\"\",\"name.434242313132383130303032\":\"Bow\" } ");

        Assert.Equal(200, answer.Status);
        Assert.Equal(1000, Settings.Get(SettingId.PollInterval));
        Assert.Equal(BankWiring.Series, Settings.Wiring);
        JsonElement status = _bench.GetJson("/api/status");
        Assert.Equal("L\u00e4rm \"1\"", status.GetProperty("device").GetProperty("name").GetString());
        Assert.Equal("Bow", status.GetProperty("batteries")[1].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("{\"poll_interval_ms\":1000,\"nothing\":1}", "nothing", "there is no such setting")]
    [InlineData("{\"poll_interval_ms\":1000,\"device_name\":\"\\ud83d\"}", "device_name", "a text of at most 24 bytes")]
    [InlineData("{\"poll_interval_ms\":1000,\"capacity_ah\":0}", "capacity_ah", "a whole number, 1 to 1000 Ah")]
    [InlineData("{\"poll_interval_ms\":1000,\"capacity_ah\":40.5}", "capacity_ah", "a whole number, 1 to 1000 Ah")]
    [InlineData("{\"poll_interval_ms\":1000,\"capacity_ah\":\"40\"}", "capacity_ah", "a whole number, 1 to 1000 Ah")]
    [InlineData("{\"poll_interval_ms\":1000,\"capacity_ah\":99999999999}", "capacity_ah", "a whole number, 1 to 1000 Ah")]
    [InlineData("{\"poll_interval_ms\":1000,\"capacity_ah\":null}", "capacity_ah", "a whole number, 1 to 1000 Ah")]
    [InlineData("{\"poll_interval_ms\":1000,\"wiring\":\"ring\"}", "wiring", "one of series,parallel,separate")]
    [InlineData("{\"poll_interval_ms\":1000,\"wiring\":1}", "wiring", "one of series,parallel,separate")]
    [InlineData("{\"poll_interval_ms\":1000,\"device_name\":\"1234567890123456789012345\"}", "device_name", "a text of at most 24 bytes")]
    [InlineData("{\"poll_interval_ms\":1000,\"device_name\":\"a\\u0007\"}", "device_name", "a text of at most 24 bytes")]
    [InlineData("{\"poll_interval_ms\":1000,\"device_name\":7}", "device_name", "a text of at most 24 bytes")]
    [InlineData("{\"poll_interval_ms\":1000,\"name.434242313132383130303032\":\"123456789012345678901\"}", "name.434242313132383130303032", "a text of at most 20 bytes")]
    [InlineData("{\"poll_interval_ms\":1000,\"name.43424231313238313030303\":\"a\"}", "name.43424231313238313030303", "there is no such setting")]
    [InlineData("{\"poll_interval_ms\":1000,\"cell_low_alarm_mv\":2900}", "cell_low_alarm_mv", "contradicts cell_low_warn_mv")]
    [InlineData("{\"poll_interval_ms\":1000,\"wiring\":[\"series\"]}", "", "the request is no JSON object of keys and values")]
    [InlineData("{\"poll_interval_ms\":1000", "", "the request is no JSON object of keys and values")]
    [InlineData("[]", "", "the request is no JSON object of keys and values")]
    [InlineData("", "", "the request is no JSON object of keys and values")]
    public void Nothing_of_a_bad_request_is_changed(string body, string key, string text)
    {
        Response answer = Put(body);

        Assert.Equal(400, answer.Status);
        JsonElement error = Assert.Single(JsonDocument.Parse(answer.Body).RootElement.GetProperty("errors").EnumerateArray());
        Assert.Equal(key, error.GetProperty("key").GetString());
        Assert.Equal(text, error.GetProperty("text").GetString());
        Assert.Equal(3000, Settings.Get(SettingId.PollInterval));
        Assert.Equal(2500, Settings.Get(SettingId.CellLowAlarm));
    }

    [Fact]
    public void Two_that_agree_only_together_are_taken_together()
    {
        Assert.Equal(200, Put("{\"cell_low_alarm_mv\":2900,\"cell_low_warn_mv\":3000}").Status);
        Assert.Equal(2900, Settings.Get(SettingId.CellLowAlarm));
    }

    [Fact]
    public void First_four_errors_are_told()
    {
        string body = "{" + string.Join(",", Enumerable.Range(0, 6).Select(i => $"\"name.00000000000000000000000{i}\":\"{new string('x', 21)}\"")) + "}";

        JsonElement errors = JsonDocument.Parse(Put(body).Body).RootElement.GetProperty("errors");

        Assert.Equal(4, errors.GetArrayLength());
        Assert.Equal("name.000000000000000000000003", errors[3].GetProperty("key").GetString());
    }

    [Fact]
    public void Seventeenth_name_is_refused_with_the_others_of_its_request()
    {
        string body = "{" + string.Join(",", Enumerable.Range(10, 17).Select(i => $"\"name.0000000000000000000000{i}\":\"x\"")) + "}";

        Assert.Equal(400, Put(body).Status);
        Assert.Equal(0, Settings.Names.Count);
    }

    [Fact]
    public void Name_of_a_battery_that_is_there_takes_the_place_of_one_that_is_gone()
    {
        for (int i = 0; i < BatteryNames.Capacity; i++)
        {
            byte[] gone = [.. "GONE5678901"u8, (byte)i];
            Assert.True(Settings.SetName(gone, 0, "old"u8.ToArray(), 0, 3));
        }

        Assert.Equal(200, Put("{\"name.434242313132383130303032\":\"Bow\",\"name.434242313132383130303031\":\"Stern\"}").Status);

        Assert.Equal(["Stern", "Bow"], _bench.GetJson("/api/status").GetProperty("batteries").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
        Assert.Equal(BatteryNames.Capacity, Settings.Names.Count);
    }

    [Fact]
    public void Name_of_a_battery_that_is_not_there_is_refused_where_there_is_no_place()
    {
        string sixteen = "{" + string.Join(",", Enumerable.Range(10, 16).Select(i => $"\"name.0000000000000000000000{i}\":\"x\"")) + "}";
        Assert.Equal(200, Put(sixteen).Status);

        Response answer = Put("{\"name.000000000000000000000099\":\"x\"}");

        JsonElement error = Assert.Single(JsonDocument.Parse(answer.Body).RootElement.GetProperty("errors").EnumerateArray());
        Assert.Equal("there are names of 16 other batteries", error.GetProperty("text").GetString());
    }

    [Fact]
    public void Request_whose_peer_vanishes_at_any_byte_changes_nothing()
    {
        string text = PageBench.Text("PUT", "/api/settings", "{\"poll_interval_ms\":1000}");
        for (int cut = 1; cut < text.Length; cut++)
        {
            _bench.Network.Connect().Send(text[..cut]).Reset();
            _bench.Pass(10);
        }

        Assert.Equal(3000, Settings.Get(SettingId.PollInterval));
        Assert.Equal(200, _bench.Ask(text).Status);
    }

    private Response Put(string body) => _bench.Send("PUT", "/api/settings", body);
}
