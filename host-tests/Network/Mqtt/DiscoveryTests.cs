using System.Text.Json;
using ValenceNano.Model;

namespace ValenceNano.HostTests.Network.Mqtt;

/// <summary>What Home Assistant is told of the display and its batteries.</summary>
public sealed class DiscoveryTests
{
    private readonly PublisherBench _bench = new(batteries: 3);

    [Fact]
    public void Payloads_of_display_and_batteries_keep_to_the_rules()
    {
        _bench.Pass(30000);
        string[] topics = [_bench.ConfigTopic(), _bench.ConfigTopic(1), _bench.ConfigTopic(2), _bench.ConfigTopic(3)];

        Assert.All(topics, topic => DiscoveryRules.Check(topic, _bench.Last(topic)!));
        Assert.Distinct(topics.SelectMany(topic => Components(topic).Select(one => one.Value.GetProperty("unique_id").GetString())));
    }

    [Fact]
    public void Battery_belongs_to_the_display()
    {
        _bench.Pass(30000);
        string? display = _bench.LastJson(_bench.ConfigTopic()).GetProperty("dev").GetProperty("ids").GetString();

        Assert.Equal(display, _bench.LastJson(_bench.ConfigTopic(2)).GetProperty("dev").GetProperty("via_device").GetString());
        string[] availability = [.. _bench.LastJson(_bench.ConfigTopic(2)).GetProperty("availability").EnumerateArray()
            .Select(one => one.GetProperty("topic").GetString()!)];
        Assert.Equal([$"{PublisherBench.Root}/status", $"{_bench.TopicOf(2)}/status"], availability);
    }

    [Fact]
    public void Every_entity_has_its_value_in_the_state()
    {
        _bench.Pass(30000);
        foreach (string topic in new[] { _bench.ConfigTopic(), _bench.ConfigTopic(1) })
        {
            string shared = _bench.LastJson(topic).GetProperty("state_topic").GetString()!;
            foreach (JsonProperty component in Components(topic))
            {
                string state = component.Value.TryGetProperty("state_topic", out JsonElement own) ? own.GetString()! : shared;
                Assert.True(_bench.LastJson(state).TryGetProperty(component.Name, out _), $"{component.Name} is not in {state}");
                Assert.Equal($"{{{{ value_json.{component.Name} }}}}", component.Value.GetProperty("value_template").GetString());
            }
        }
    }

    [Fact]
    public void Values_expire_after_three_poll_intervals_but_not_before_a_minute()
    {
        _bench.Settings.Set(SettingId.PollInterval, 60000);
        _bench.Pass(200_000);

        DiscoveryRules.Check(_bench.ConfigTopic(1), _bench.Last(_bench.ConfigTopic(1))!, minExpiryS: 180);
    }

    [Fact]
    public void Names_with_quotes_and_wildcards_do_no_harm()
    {
        byte[] name = "a\"b\\c"u8.ToArray();
        byte[] prefix = "x+/#\"\\y"u8.ToArray();
        _bench.Settings.SetText(SettingId.DeviceName, name, 0, name.Length);
        _bench.Settings.SetText(SettingId.MqttPrefix, prefix, 0, prefix.Length);
        _bench.Pass(30000);

        DiscoveryRules.Check(_bench.ConfigTopic(), _bench.Last(_bench.ConfigTopic())!);
        Assert.Equal("x-/---y/boat/bank", _bench.LastJson(_bench.ConfigTopic()).GetProperty("state_topic").GetString());
    }

    private JsonElement.ObjectEnumerator Components(string topic) => _bench.LastJson(topic).GetProperty("cmps").EnumerateObject();
}
