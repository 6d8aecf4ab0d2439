using ValenceNano.Model;
using ValenceNano.Network;

namespace ValenceNano.Firmware;

/// <summary>What is published of a product, on a network.</summary>
public sealed class BrokerPublisher
{
    /// <summary>While there is nothing to be done it is looked at so often, ms: a look costs as much as the rest of an idle turn.</summary>
    private const int LookMs = 50;

    private readonly Monitor _monitor;
    private readonly IConnector _connector;
    private readonly DeviceFacts _facts;
    private MqttPublisher _publisher;
    private long _dueMs;

    /// <summary>Makes one that has told nothing.</summary>
    /// <param name="monitor">The product; its settings have the broker.</param>
    /// <param name="connector">Opens connections to it.</param>
    /// <param name="facts">What the product says of itself.</param>
    public BrokerPublisher(Monitor monitor, IConnector connector, DeviceFacts facts)
    {
        _monitor = monitor;
        _connector = connector;
        _facts = facts;
        MakeIfWanted();
    }

    /// <summary>The client; null as long as no broker was ever set.</summary>
    public BrokerClient Client { get; private set; }

    /// <summary>Does one thing that there is to be done.</summary>
    /// <param name="nowMs">Time since start-up, ms.</param>
    /// <returns>True: there may be more to be done at once.</returns>
    public bool Poll(long nowMs)
    {
        if (nowMs < _dueMs)
        {
            return false;
        }

        if (!MakeIfWanted())
        {
            _dueMs = nowMs + LookMs;
            return false;
        }

        bool hasMore = Client.Poll(nowMs);
        hasMore |= _publisher.Poll(nowMs);
        _dueMs = hasMore || _publisher.IsTelling || Client.IsBusy ? nowMs : nowMs + LookMs;
        return hasMore;
    }

    // Some 4 kB that whoever has no broker keeps for other things.
    private bool MakeIfWanted()
    {
        if (Client == null && BrokerClient.IsWanted(_monitor.Settings))
        {
            var names = new TopicNames(_monitor.Settings, _facts.TopicId);
            Client = new BrokerClient(_connector, _monitor.Settings, names);
            _publisher = new MqttPublisher(_monitor, Client, names);
        }

        return Client != null;
    }
}
