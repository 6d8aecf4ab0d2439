using System.Text.Json;
using System.Text.RegularExpressions;

namespace ValenceNano.HostTests.Network.Mqtt;

/// <summary>
/// What Home Assistant demands of a device's discovery payload, written from its documentation and not from the code that makes one: device-based
/// discovery, <c>sensor.mqtt</c>, <c>binary_sensor.mqtt</c>, and the tables of device classes and units.
/// </summary>
internal static partial class DiscoveryRules
{
    private static readonly Dictionary<string, string[]> s_units = new()
    {
        ["battery"] = ["%"],
        ["voltage"] = ["V", "mV"],
        ["current"] = ["A", "mA"],
        ["power"] = ["W", "kW"],
        ["energy"] = ["Wh", "kWh", "MWh"],
        ["temperature"] = ["°C", "°F", "K"],
        ["duration"] = ["d", "h", "min", "s", "ms"],
    };

    private static readonly string[] s_stateClasses = ["measurement", "total_increasing"];

    private static readonly string[] s_root =
    [
        "dev", "o", "cmps", "state_topic", "availability", "availability_mode", "qos", "encoding",
    ];

    private static readonly string[] s_device = ["ids", "name", "mf", "mdl", "sn", "sw", "hw", "cu", "via_device", "sa"];

    private static readonly string[] s_component =
    [
        "p", "name", "unique_id", "default_entity_id", "value_template", "device_class", "state_class", "unit_of_measurement", "options",
        "suggested_display_precision", "expire_after", "entity_category", "enabled_by_default", "state_topic", "json_attributes_topic",
        "json_attributes_template", "payload_on", "payload_off", "icon",
    ];

    /// <summary>Throws what is wrong.</summary>
    /// <param name="topic">On which the payload came.</param>
    /// <param name="payload">It.</param>
    /// <param name="minExpiryS">The least <c>expire_after</c>.</param>
    public static void Check(string topic, string payload, int minExpiryS = 60)
    {
        Assert.Matches(Topic(), topic);
        JsonElement root = JsonDocument.Parse(payload).RootElement;
        Assert.Empty(Names(root).Except(s_root));
        CheckDevice(root.GetProperty("dev"));
        Assert.NotEqual("", root.GetProperty("o").GetProperty("name").GetString());
        Assert.Equal("all", root.GetProperty("availability_mode").GetString());
        Assert.All(root.GetProperty("availability").EnumerateArray(), one => CheckTopic(one.GetProperty("topic").GetString()!));
        CheckTopic(root.GetProperty("state_topic").GetString()!);
        JsonProperty[] components = [.. root.GetProperty("cmps").EnumerateObject()];
        Assert.NotEmpty(components);
        Assert.Distinct(components.Select(component => component.Name));
        Assert.Distinct(components.Select(component => component.Value.GetProperty("unique_id").GetString()));
        Assert.Distinct(components.Select(component => component.Value.GetProperty("name").GetString()));
        foreach (JsonProperty component in components)
        {
            CheckComponent(component.Value, minExpiryS);
        }
    }

    private static void CheckDevice(JsonElement device)
    {
        Assert.Empty(Names(device).Except(s_device));
        Assert.NotEqual("", device.GetProperty("ids").GetString());
        Assert.NotEqual("", device.GetProperty("name").GetString());
    }

    private static void CheckComponent(JsonElement component, int minExpiryS)
    {
        Assert.Empty(Names(component).Except(s_component));
        Assert.Matches(Template(), component.GetProperty("value_template").GetString());
        Assert.InRange(component.GetProperty("expire_after").GetInt32(), minExpiryS, int.MaxValue);
        string? deviceClass = Text(component, "device_class");
        string? stateClass = Text(component, "state_class");
        string? unit = Text(component, "unit_of_measurement");
        if (Text(component, "p") == "binary_sensor")
        {
            Assert.Equal((null, null), (stateClass, unit));
            Assert.Equal("problem", deviceClass);
            return;
        }

        Assert.Equal("sensor", Text(component, "p"));
        switch (deviceClass)
        {
            case "enum":
                Assert.Equal((null, null), (stateClass, unit));
                Assert.NotEqual(0, component.GetProperty("options").GetArrayLength());
                break;
            case "timestamp":
                Assert.Equal((null, null), (stateClass, unit));
                break;
            case null:
                Assert.Contains(stateClass, s_stateClasses);
                break;
            default:
                Assert.Contains(unit, s_units[deviceClass]);
                Assert.Equal(deviceClass == "energy" ? "total_increasing" : "measurement", stateClass);
                break;
        }
    }

    private static void CheckTopic(string topic) => Assert.DoesNotContain(topic, letter => letter is '+' or '#' or '\0' || topic.Length == 0);

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    [GeneratedRegex("^homeassistant/device/[a-zA-Z0-9_-]+/config$")]
    private static partial Regex Topic();

    [GeneratedRegex(@"^\{\{ value_json\.[a-z0-9_]+ \}\}$")]
    private static partial Regex Template();
}
