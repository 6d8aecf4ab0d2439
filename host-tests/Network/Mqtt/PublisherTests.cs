using System.Text.Json;
using ValenceNano.HostTests.Model.Tables;
using ValenceNano.Model;
using ValenceNano.Network;

namespace ValenceNano.HostTests.Network.Mqtt;

/// <summary>What is published of a product, and when.</summary>
public sealed class PublisherTests
{
    private readonly PublisherBench _bench = new();

    [Fact]
    public void Bank_and_batteries_are_published_with_their_values()
    {
        _bench.Pass(30000);
        JsonElement bank = _bench.LastJson($"{PublisherBench.Root}/bank");
        JsonElement battery = _bench.LastJson(_bench.TopicOf(1));

        Assert.Equal(2, bank.GetProperty("live").GetInt32());
        Assert.Equal(-3, bank.GetProperty("current").GetDouble(), 0.01);
        Assert.Equal(0, bank.GetProperty("charge_power").GetDouble());
        Assert.InRange(bank.GetProperty("discharge_power").GetDouble(), 35, 45);
        Assert.Equal(-1, battery.GetProperty("current").GetDouble(), 0.01);
        Assert.Equal("live", battery.GetProperty("state").GetString());
        Assert.InRange(battery.GetProperty("cell_4").GetDouble(), 3, 3.6);
        Assert.Equal("online", _bench.Last($"{_bench.TopicOf(2)}/status"));
    }

    [Fact]
    public void Every_reading_with_a_name_for_topics_is_published()
    {
        _bench.Pass(30000);

        Assert.Equal(Topics(ReadingScope.Bank), Keys($"{PublisherBench.Root}/bank"));
        Assert.Equal(Topics(ReadingScope.Battery | ReadingScope.Cell), Keys(_bench.TopicOf(1)));
        Assert.Equal(Topics(ReadingScope.Bus), Keys($"{PublisherBench.Root}/bus"));
    }

    [Fact]
    public void States_are_not_retained_and_what_is_there_is()
    {
        _bench.Pass(30000);

        Assert.All(_bench.Said, said => Assert.Equal(
            said.Topic.EndsWith("/config", StringComparison.Ordinal) || said.Topic.EndsWith("/status", StringComparison.Ordinal), said.IsRetained));
    }

    [Fact]
    public void Display_is_told_of_in_front_of_its_batteries()
    {
        _bench.Pass(30000);
        int Place(string topic) => _bench.Said.FindIndex(said => said.Topic == topic);

        Assert.InRange(Place(_bench.ConfigTopic()), 0, Place(_bench.ConfigTopic(1)));
        Assert.InRange(Place(_bench.ConfigTopic()), 0, Place(_bench.ConfigTopic(2)));
    }

    [Fact]
    public void Sleeping_battery_keeps_its_charge_without_a_current()
    {
        _bench.Pass(30000);
        _bench.Batteries.All[0].Model.CurrentMa = 0;
        _bench.Pass(400_000);
        JsonElement battery = _bench.LastJson(_bench.TopicOf(1));

        Assert.Equal("asleep", battery.GetProperty("state").GetString());
        Assert.InRange(battery.GetProperty("soc").GetDouble(), 84, 86);
        Assert.InRange(battery.GetProperty("cell_2").GetDouble(), 3, 3.6);
        Assert.Equal(JsonValueKind.Null, battery.GetProperty("current").ValueKind);
        Assert.Equal(JsonValueKind.Null, battery.GetProperty("power").ValueKind);
        Assert.Equal(JsonValueKind.Null, battery.GetProperty("charge_power").ValueKind);
        Assert.Equal("online", _bench.Last($"{_bench.TopicOf(1)}/status"));
        long[] beats = [.. _bench.Said.Where(said => said.Topic == _bench.TopicOf(1)).Select(said => said.Ms)];
        Assert.All(beats.Zip(beats.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0, 15000));
    }

    [Fact]
    public void Uptime_is_told_in_minutes()
    {
        _bench.Pass(205_000);

        Assert.Equal(3, _bench.LastJson($"{PublisherBench.Root}/bus").GetProperty("uptime").GetInt32());
    }

    [Fact]
    public void Values_come_again_well_before_they_expire()
    {
        const int ExpiryMs = 60000;
        _bench.Pass(300_000);
        foreach (string topic in new[] { $"{PublisherBench.Root}/bank", $"{PublisherBench.Root}/bus", _bench.TopicOf(1) })
        {
            long[] told = [.. _bench.Said.Where(said => said.Topic == topic).Select(said => said.Ms)];
            Assert.All(told.Zip(told.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0, ExpiryMs * 3 / 4));
        }
    }

    [Fact]
    public void Silent_battery_is_offline_within_15_s_and_has_no_values()
    {
        _bench.Pass(30000);
        long unpluggedMs = _bench.NowMs;
        _bench.Batteries.All[1].IsPlugged = false;
        _bench.Pass(60000);
        Said offline = _bench.Said.First(said => said.Topic == $"{_bench.TopicOf(2)}/status" && said.Ms > unpluggedMs);

        Assert.Equal("offline", offline.Payload);
        Assert.InRange(offline.Ms - unpluggedMs, 0, 15000);
        JsonElement battery = _bench.LastJson(_bench.TopicOf(2));
        Assert.Equal("lost", battery.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, battery.GetProperty("soc").ValueKind);
        Assert.True(battery.GetProperty("alarm").GetBoolean());
        Assert.NotEqual("", battery.GetProperty("alarm_text").GetString());
    }

    [Fact]
    public void Last_seen_is_told_only_where_the_time_of_day_is_known()
    {
        _bench.Pass(30000);
        Assert.Equal(JsonValueKind.Null, _bench.LastJson(_bench.TopicOf(1)).GetProperty("last_seen").ValueKind);

        long utcMs = new DateTimeOffset(2028, 2, 29, 23, 59, 50, TimeSpan.Zero).ToUnixTimeMilliseconds();
        _bench.Monitor.Logbook.Wall.Set(utcMs, 60, _bench.NowMs);
        _bench.Pass(20000);
        DateTimeOffset seen = _bench.LastJson(_bench.TopicOf(1)).GetProperty("last_seen").GetDateTimeOffset();
        Assert.InRange(seen.ToUnixTimeMilliseconds() - utcMs, 0, 20000);
    }

    [Fact]
    public void Start_of_Home_Assistant_is_told_everything_again()
    {
        _bench.Pass(30000);
        int before = _bench.Said.Count;
        _bench.Broker.Publish("homeassistant/status", "offline");
        _bench.Broker.Publish("elsewhere", "online");
        _bench.Broker.Publish("homeassistant/status", "online", isRetained: true);
        _bench.Pass(8000);
        Assert.DoesNotContain(_bench.Said.Skip(before), said => said.Topic == _bench.ConfigTopic());

        _bench.Broker.Publish("homeassistant/status", "online");
        _bench.Pass(5000);
        string[] told = [.. _bench.Said.Skip(before).Select(said => said.Topic)];
        Assert.Contains(_bench.ConfigTopic(), told);
        Assert.Contains(_bench.ConfigTopic(2), told);
        Assert.Contains($"{PublisherBench.Root}/status", told);
        Assert.Contains($"{_bench.TopicOf(2)}/status", told);
        Assert.True(Array.LastIndexOf(told, _bench.TopicOf(2)) > Array.LastIndexOf(told, _bench.ConfigTopic(2)));
    }

    [Fact]
    public void Forgotten_battery_is_taken_away()
    {
        _bench.Pass(30000);
        _bench.Batteries.All[1].IsPlugged = false;
        _bench.Pass(30000);
        Assert.Contains(_bench.ConfigTopic(2), _bench.Broker.Retained.Keys);

        Assert.True(_bench.Monitor.Bus.Batteries.Forget(_bench.Batteries.All[1].Serial.ToArray()));
        _bench.Pass(3000);
        Assert.DoesNotContain(_bench.ConfigTopic(2), _bench.Broker.Retained.Keys);
        Assert.DoesNotContain($"{_bench.TopicOf(2)}/status", _bench.Broker.Retained.Keys);
        Assert.Contains(_bench.ConfigTopic(1), _bench.Broker.Retained.Keys);
    }

    [Fact]
    public void Forgotten_battery_is_taken_away_by_a_broker_that_lost_what_it_was_told()
    {
        // The broker hangs before, between and behind the two messages that take the battery away.
        for (int hangMs = 0; hangMs <= 600; hangMs += 20)
        {
            var bench = new PublisherBench();
            bench.Pass(30000);
            bench.Batteries.All[1].IsPlugged = false;
            bench.Pass(30000);
            Assert.True(bench.Monitor.Bus.Batteries.Forget(bench.Batteries.All[1].Serial.ToArray()));
            bench.Pass(hangMs);
            bench.Broker.IsHung = true;
            bench.Pass(25000);
            bench.Broker.IsHung = false;
            bench.Pass(30000);

            Assert.Equal(2, bench.Broker.Sessions);
            Assert.DoesNotContain(bench.ConfigTopic(2), bench.Broker.Retained.Keys);
        }
    }

    [Fact]
    public void Battery_that_is_back_after_it_was_taken_away_is_told_of_again()
    {
        _bench.Pass(30000);
        _bench.Batteries.All[1].IsPlugged = false;
        _bench.Pass(30000);
        Assert.True(_bench.Monitor.Bus.Batteries.Forget(_bench.Batteries.All[1].Serial.ToArray()));
        _bench.Pass(3000);
        _bench.Batteries.All[1].IsPlugged = true;
        _bench.Monitor.Bus.SearchAgain();
        _bench.Pass(30000);

        Assert.Contains(_bench.ConfigTopic(2), _bench.Broker.Retained.Keys);
        Assert.Equal("online", _bench.Last($"{_bench.TopicOf(2)}/status"));
    }

    [Fact]
    public void Named_battery_is_told_of_by_its_name()
    {
        _bench.Pass(30000);
        Assert.Equal("Battery 2", NameOf(2));

        byte[] name = "Bow \"starboard\""u8.ToArray();
        _bench.Settings.SetName(_bench.Batteries.All[1].Serial.ToArray(), 0, name, 0, name.Length);
        _bench.Pass(5000);
        Assert.Equal("Bow \"starboard\"", NameOf(2));
        Assert.Equal(1, _bench.Broker.Sessions);
    }

    [Fact]
    public void Restarted_broker_has_all_states_within_15_s()
    {
        _bench.Pass(30000);
        _bench.Broker.Crash(forgets: true);
        _bench.Broker.IsUp = false;
        _bench.Pass(120_000);
        int before = _bench.Said.Count;
        _bench.Broker.IsUp = true;
        _bench.Pass(15000);
        string[] told = [.. _bench.Said.Skip(before).Select(said => said.Topic)];

        Assert.Contains($"{PublisherBench.Root}/bank", told);
        Assert.Contains(_bench.TopicOf(1), told);
        Assert.Contains(_bench.TopicOf(2), told);
        Assert.Contains(_bench.ConfigTopic(2), _bench.Broker.Retained.Keys);
        Assert.Equal("online", _bench.Last($"{PublisherBench.Root}/status"));
    }

    [Fact]
    public void Venus_has_what_is_known_and_leaves_out_the_rest()
    {
        _bench.Pass(30000);
        JsonElement venus = _bench.LastJson($"{PublisherBench.Root}/venus");
        Assert.Equal(-3, venus.GetProperty("Dc").GetProperty("Current").GetDouble(), 0.01);
        Assert.Equal(80, venus.GetProperty("InstalledCapacity").GetDouble());
        Assert.InRange(venus.GetProperty("Soc").GetDouble(), 80, 85);
        Assert.Equal("B2C", venus.GetProperty("System").GetProperty("MinVoltageCellId").GetString()![..3]);
        Assert.False(venus.TryGetProperty("Soh", out _));

        _bench.Batteries.All[0].Model.CurrentMa = 0;
        _bench.Batteries.All[1].Model.CurrentMa = 0;
        _bench.Pass(400_000);
        venus = _bench.LastJson($"{PublisherBench.Root}/venus");
        Assert.False(venus.GetProperty("Dc").TryGetProperty("Power", out _));
        Assert.InRange(venus.GetProperty("Soc").GetDouble(), 80, 85);
        Assert.InRange(_bench.LastJson($"{PublisherBench.Root}/bank").GetProperty("soc").GetDouble(), 80, 85);
    }

    private static IEnumerable<string> Topics(ReadingScope scope)
    {
        for (ReadingId id = 0; id < ReadingId.Count; id++)
        {
            string topic = Table.Topic(id);
            for (int item = 1; topic != "" && ReadingTable.IsOf(id, scope) && item <= ReadingTable.Items(id); item++)
            {
                yield return ReadingTable.Items(id) > 1 ? $"{topic}_{item}" : topic;
            }
        }
    }

    private IEnumerable<string> Keys(string topic) => _bench.LastJson(topic).EnumerateObject().Select(member => member.Name);

    private string? NameOf(int number) => _bench.LastJson(_bench.ConfigTopic(number)).GetProperty("dev").GetProperty("name").GetString();
}
