using ValenceNano.Desktop;
using ValenceNano.Firmware;
using ValenceNano.Model;
using ValenceNano.Network;

namespace ValenceNano.HostTests.Network.Mqtt;

/// <summary>The firmware's client and MQTTnet's, each on a socket to the same broker, publish the same of the same product.</summary>
public sealed class TwoClientsTests : IDisposable
{
    private const int TimeoutMs = 60_000;
    private const int Messages = 11;

    private readonly PublisherBench _bench = new PublisherBench().Pass(30000);
    private readonly TestBroker _broker = new();

    [Fact(Timeout = TimeoutMs)]
    public async Task Both_publish_the_same()
    {
        Said[] ofFirmware = await Publish("device", () =>
        {
            var names = new TopicNames(Settings("device"), "one"u8.ToArray());
            var client = new BrokerClient(new NetworkConnector(), Settings("device"), names);
            var publisher = new MqttPublisher(_bench.Monitor, client, names);
            return (nowMs => publisher.Poll(nowMs) | client.Poll(nowMs), null);
        });
        Said[] ofDesktop = await Publish("desktop", () =>
        {
            var names = new TopicNames(Settings("desktop"), "one"u8.ToArray());
            var link = new BrokerLink(MqttAddress.Parse($"mqtt://127.0.0.1:{_broker.Port}/desktop", out _)!, names, _ => { });
            var publisher = new MqttPublisher(_bench.Monitor, link, names);
            return (publisher.Poll, link);
        });

        Assert.Equal(ofFirmware.Select(Text), ofDesktop.Select(said => Text(said with
        {
            Topic = said.Topic.Replace("desktop/", "device/"), Payload = said.Payload.Replace("\"desktop/", "\"device/"),
        })));
    }

    // RealBrokerTests has the firmware's.
    [Fact(Timeout = TimeoutMs)]
    public async Task Wrong_password_is_told_by_the_client_of_the_desktop_in_the_same_words()
    {
        using var broker = new TestBroker(password: "right");
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var names = new TopicNames(Settings("desktop"), "one"u8.ToArray());
        using var link = new BrokerLink(
            MqttAddress.Parse($"mqtt://van:wrong@127.0.0.1:{broker.Port}", out _)!, names, line => told.TrySetResult(line));

        Assert.EndsWith(": user or password refused; trying again", await told.Task);
    }

    public void Dispose() => _broker.Dispose();

    // No time passes for the product, so that both have the same to tell: presence of 3, states of 5, discovery of 3.
    private async Task<Said[]> Publish(string prefix, Func<(Func<long, bool> Poll, IDisposable? End)> make)
    {
        int from = _broker.Said.Count;
        (Func<long, bool> poll, IDisposable? end) = make();
        while (SaidBy(prefix, from).Length < Messages)
        {
            poll(_bench.NowMs);
            await Task.Delay(1);
        }

        Said[] all = SaidBy(prefix, from);
        end?.Dispose();
        return [.. all.OrderBy(said => said.Topic, StringComparer.Ordinal)];
    }

    // The will of the one before may come at any time.
    private Said[] SaidBy(string prefix, int from) =>
    [
        .. _broker.Said.Skip(from).Where(said => said.Topic.StartsWith(prefix + "/", StringComparison.Ordinal)
            || said.Topic.StartsWith("homeassistant/", StringComparison.Ordinal)),
    ];

    private Settings Settings(string prefix)
    {
        var settings = new Settings();
        new MqttAddress("127.0.0.1", _broker.Port, "", "", prefix, false).Apply(settings);
        return settings;
    }

    private static string Text(Said said) => $"{said.IsRetained} {said.Topic} {said.Payload}";
}
