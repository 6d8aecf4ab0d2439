using System.Text;
using System.Text.Json;
using ValenceNano.Firmware;
using ValenceNano.Model;
using ValenceNano.Network;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Network.Mqtt;

/// <summary>The product with virtual batteries and its own client at a virtual broker, in virtual time.</summary>
internal sealed class PublisherBench
{
    public const string Root = "valencenano/boat";

    private const int TurnMs = 10;

    private readonly VirtualClock _clock = new();

    public PublisherBench(int batteries = 2, BankWiring wiring = BankWiring.Parallel)
    {
        var wire = new VirtualWire(_clock, seed: 1);
        Batteries = new VirtualBatteries(wire);
        for (int i = 1; i <= batteries; i++)
        {
            var battery = new VirtualBattery(Encoding.ASCII.GetBytes($"CBB1128100{i:00}"), 900 - (50 * i), seed: i);
            battery.Model.CurrentMa = -1000 * i;
            Batteries.Add(battery);
        }

        Settings.Set(SettingId.Wiring, (int)wiring);
        Settings.Set(SettingId.Mqtt, 1);
        Settings.SetText(SettingId.MqttHost, "broker"u8.ToArray(), 0, 6);
        Monitor = new Monitor(wire.OpenPort(), Settings, BusRole.Master);
        Publisher = new BrokerPublisher(Monitor, Broker, new DeviceFacts { TopicId = "boat"u8.ToArray() });
        Broker.Published += (topic, payload, isRetained) => Said.Add(new Said(NowMs, topic, Encoding.UTF8.GetString(payload), isRetained));
    }

    public VirtualBatteries Batteries { get; }

    public Settings Settings { get; } = new();

    public Monitor Monitor { get; }

    public VirtualBroker Broker { get; } = new();

    public BrokerPublisher Publisher { get; }

    public BrokerClient Client => Publisher.Client;

    /// <summary>All that was published, in its order.</summary>
    public List<Said> Said { get; } = [];

    public long NowMs => _clock.NowMs;

    public PublisherBench Pass(int ms)
    {
        for (long endMs = NowMs + ms; NowMs < endMs;)
        {
            Monitor.Poll(NowMs);
            Publisher.Poll(NowMs);
            Broker.Step(NowMs);
            _clock.NowUs += TurnMs * 1000;
        }

        return this;
    }

    /// <summary>The serial of a battery, 1.., as topics have it.</summary>
    public string Hex(int number) => Convert.ToHexStringLower(Batteries.All[number - 1].Serial);

    public string TopicOf(int number) => $"{Root}/battery/{Hex(number)}";

    /// <summary>What was last published on a topic; null: nothing.</summary>
    public string? Last(string topic) => Said.LastOrDefault(said => said.Topic == topic)?.Payload;

    public JsonElement LastJson(string topic) => JsonDocument.Parse(Last(topic)!).RootElement;

    /// <summary>What a display or, with a number, a battery is told to be.</summary>
    public string ConfigTopic(int? number = null) =>
        "homeassistant/device/valencenano-boat" + (number == null ? "" : $"-{Hex(number.Value)}") + "/config";
}
