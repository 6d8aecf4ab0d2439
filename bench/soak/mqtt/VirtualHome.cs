using System.Text;
using System.Text.Json;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>
/// Home Assistant as its documentation has it: devices by discovery, availability by all of their topics, values that expire. What it knows is
/// what an owner would see.
/// </summary>
internal sealed class VirtualHome
{
    private readonly VirtualBroker _broker;
    private readonly Dictionary<string, JsonElement> _devices = [];
    private readonly Dictionary<string, string> _presences = [];
    private readonly Dictionary<string, (JsonElement Values, long Ms)> _states = [];

    public VirtualHome(VirtualBroker broker)
    {
        _broker = broker;
        broker.Published += (topic, payload, _) => Take(topic, payload);
    }

    /// <summary>Now, ms.</summary>
    public long NowMs { get; set; }

    /// <summary>It starts anew: it knows what is retained, and tells that it is there.</summary>
    public void Restart()
    {
        _devices.Clear();
        _presences.Clear();
        _states.Clear();
        foreach ((string topic, byte[] payload) in _broker.Retained)
        {
            Take(topic, payload);
        }

        _broker.Publish("homeassistant/status", "online");
    }

    /// <summary>The id of the device of a battery.</summary>
    public static string IdOf(VirtualBattery battery) => $"{MqttSoak.Display}-{Convert.ToHexStringLower(battery.Serial)}";

    /// <summary>It has heard of a device.</summary>
    public bool Knows(string id) => _devices.ContainsKey(id);

    /// <summary>A device is shown as available.</summary>
    public bool IsAvailable(string id) => _devices.TryGetValue(id, out JsonElement device)
        && device.GetProperty("availability").EnumerateArray()
            .All(one => _presences.GetValueOrDefault(one.GetProperty("topic").GetString()!) == "online");

    /// <summary>A value as it is shown, and when it came; null: unknown or unavailable.</summary>
    public JsonElement? Value(string id, string key, out long ms)
    {
        ms = 0;
        if (!IsAvailable(id) || !_devices[id].GetProperty("cmps").TryGetProperty(key, out JsonElement component))
        {
            return null;
        }

        string topic = component.TryGetProperty("state_topic", out JsonElement own)
            ? own.GetString()! : _devices[id].GetProperty("state_topic").GetString()!;
        if (!_states.TryGetValue(topic, out (JsonElement Values, long Ms) state))
        {
            return null;
        }

        ms = state.Ms;
        bool isExpired = NowMs - state.Ms > component.GetProperty("expire_after").GetInt64() * SoakClock.Second;
        JsonElement value = state.Values.GetProperty(key);
        return isExpired || value.ValueKind == JsonValueKind.Null ? null : value;
    }

    private void Take(string topic, byte[] payload)
    {
        string[] parts = topic.Split('/');
        if (parts[0] == "homeassistant")
        {
            _devices.Remove(parts[2]);
            if (payload.Length > 0)
            {
                _devices.Add(parts[2], JsonDocument.Parse(payload).RootElement);
            }
        }
        else if (parts[^1] == "status")
        {
            _presences[topic] = Encoding.UTF8.GetString(payload);
        }
        else
        {
            _states[topic] = (JsonDocument.Parse(payload).RootElement, NowMs);
        }
    }
}
