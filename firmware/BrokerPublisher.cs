using ValenceNano.Model;
using ValenceNano.Network;

namespace ValenceNano.Firmware;

/// <summary>What is published of a product, on a network.</summary>
public sealed class BrokerPublisher
{
    /// <summary>While there is nothing to be done it is looked at so often, ms: a look costs as much as the rest of an idle turn.</summary>
    private const int LookMs = 50;

    private readonly MqttPublisher _publisher;
    private long _dueMs;

    /// <summary>Makes one that has told nothing.</summary>
    /// <param name="monitor">The product; its settings have the broker.</param>
    /// <param name="connector">Opens connections to it.</param>
    /// <param name="facts">What the product says of itself.</param>
    public BrokerPublisher(Monitor monitor, IConnector connector, DeviceFacts facts)
    {
        var names = new TopicNames(monitor.Settings, facts.TopicId);
        Client = new BrokerClient(connector, monitor.Settings, names);
        _publisher = new MqttPublisher(monitor, Client, names);
    }

    /// <summary>The client.</summary>
    public BrokerClient Client { get; }

    /// <summary>Does one thing that there is to be done.</summary>
    /// <param name="nowMs">Time since start-up, ms.</param>
    /// <returns>True: there may be more to be done at once.</returns>
    public bool Poll(long nowMs)
    {
        if (nowMs < _dueMs)
        {
            return false;
        }

        bool hasMore = Client.Poll(nowMs);
        hasMore |= _publisher.Poll(nowMs);
        _dueMs = hasMore || _publisher.IsTelling || Client.IsBusy ? nowMs : nowMs + LookMs;
        return hasMore;
    }
}
