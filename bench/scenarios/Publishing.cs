using System.Text;
using ValenceNano.Model;
using ValenceNano.Network;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>Publishing of a bank of four batteries, to a broker that takes everything.</summary>
internal sealed class Publishing
{
    private const int Batteries = 4;
    private const int TurnMs = 10;

    private readonly VirtualClock _clock = new();
    private readonly VirtualBroker _broker = new();
    private readonly Monitor _monitor;
    private readonly BrokerClient _client;
    private readonly MqttPublisher _publisher;
    private string _last = "";

    public Publishing()
    {
        var wire = new VirtualWire(_clock, seed: 1);
        var batteries = new VirtualBatteries(wire);
        for (int i = 1; i <= Batteries; i++)
        {
            var battery = new VirtualBattery(Encoding.ASCII.GetBytes($"CBB1128100{i:00}"), 900 - (50 * i), seed: i);
            battery.Model.CurrentMa = -10_000 - i;
            batteries.Add(battery);
        }

        var settings = new Settings();
        settings.Set(SettingId.Mqtt, 1);
        settings.SetText(SettingId.MqttHost, "broker"u8.ToArray(), 0, 6);
        _monitor = new Monitor(wire.OpenPort(), settings, BusRole.Master);
        var names = new TopicNames(settings, "240ac4c0ffee"u8.ToArray());
        _client = new BrokerClient(_broker, settings, names);
        _publisher = new MqttPublisher(_monitor, _client, names);
        _broker.Published += (topic, _, _) => _last = topic;
        Pass(60_000);
    }

    /// <summary>Goes on until the bank's state is what is published next.</summary>
    public void RunUntilBankIsDue()
    {
        // The bus and the batteries are behind the bank: the next round begins when the last of them was told.
        long endMs = _clock.NowMs + MqttPublisher.StateMs;
        while (_clock.NowMs < endMs && !_last.Contains("/battery/", StringComparison.Ordinal))
        {
            Turn();
        }

        Pass(MqttPublisher.StateMs / 2);
        _clock.NowUs += MqttPublisher.StateMs * 1000L;
        // It notices that in one turn, and publishes in the next.
        _publisher.Poll(_clock.NowMs);
    }

    /// <summary>Publishes it: topic, values, and the packet handed to the connection.</summary>
    public void PublishBank()
    {
        _publisher.Poll(_clock.NowMs);
        _client.Poll(_clock.NowMs);
    }

    /// <summary>A turn in which there is nothing to be told.</summary>
    public void Idle() => PublishBank();

    /// <summary>Goes on until nothing is to be told for a while.</summary>
    public void Settle()
    {
        _last = "";
        RunUntilBankIsDue();
        Pass(MqttPublisher.StateMs / 2);
        PublishBank();
    }

    private void Pass(int ms)
    {
        for (long endMs = _clock.NowMs + ms; _clock.NowMs < endMs;)
        {
            Turn();
        }
    }

    private void Turn()
    {
        _monitor.Poll(_clock.NowMs);
        _publisher.Poll(_clock.NowMs);
        _client.Poll(_clock.NowMs);
        _broker.Step(_clock.NowMs);
        _clock.NowUs += TurnMs * 1000;
    }
}
