using System.Net;
using MQTTnet;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace ValenceNano.HostTests.Network.Mqtt;

/// <summary>MQTTnet's broker on a port of this computer, and all that was published on it.</summary>
internal sealed class TestBroker : IDisposable
{
    private readonly MqttServer _server;
    private readonly Lock _gate = new();
    private readonly List<Said> _said = [];

    public TestBroker(string? password = null)
    {
        Port = RawClient.FreePort();
        MqttServerOptions options = new MqttServerOptionsBuilder()
            .WithDefaultEndpoint()
            .WithDefaultEndpointBoundIPAddress(IPAddress.Loopback)
            .WithDefaultEndpointBoundIPV6Address(IPAddress.None)
            .WithDefaultEndpointPort(Port)
            .Build();
        _server = new MqttServerFactory().CreateMqttServer(options);
        _server.ValidatingConnectionAsync += e =>
        {
            e.ReasonCode = password == null || e.Password == password
                ? MqttConnectReasonCode.Success : MqttConnectReasonCode.BadUserNameOrPassword;
            return Task.CompletedTask;
        };
        _server.InterceptingPublishAsync += e =>
        {
            Add(e.ApplicationMessage.Topic, e.ApplicationMessage.ConvertPayloadToString() ?? "", e.ApplicationMessage.Retain);
            return Task.CompletedTask;
        };
        _server.StartAsync().GetAwaiter().GetResult();
    }

    public int Port { get; }

    public IReadOnlyList<Said> Said
    {
        get
        {
            lock (_gate)
            {
                return [.. _said];
            }
        }
    }

    /// <summary>Waits for a message, of those from one on.</summary>
    public async Task<Said> WaitFor(Func<Said, bool> isIt, int from = 0)
    {
        while (true)
        {
            if (Said.Skip(from).FirstOrDefault(isIt) is { } found)
            {
                return found;
            }

            await Task.Delay(20);
        }
    }

    public Task PublishAsync(string topic, string payload) => _server.InjectApplicationMessage(
        new InjectedMqttApplicationMessage(new MqttApplicationMessageBuilder().WithTopic(topic).WithPayload(payload).Build()));

    public void Dispose()
    {
        _server.StopAsync().GetAwaiter().GetResult();
        _server.Dispose();
    }

    private void Add(string topic, string payload, bool isRetained)
    {
        lock (_gate)
        {
            _said.Add(new Said(0, topic, payload, isRetained));
        }
    }
}
