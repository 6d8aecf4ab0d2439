using System.Text;
using System.Threading.Channels;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;
using ValenceNano.Network;

namespace ValenceNano.Desktop;

/// <summary>One session with a broker after the other.</summary>
internal sealed class BrokerSession : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(BrokerClient.PatienceMs);
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_lastDelay = TimeSpan.FromSeconds(8);

    private readonly MqttAddress _address;
    private readonly ChannelReader<MqttApplicationMessage> _waiting;
    private readonly Action<string> _report;
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly string _clientId;
    private readonly string _status;
    private CancellationTokenSource? _open;
    private string _reported = "";
    private int _count;
    private int _births;
    private int _confirmed;

    // A broker of before 2019 knows 3.1.1 alone: each is tried in turn.
    private bool _isOld;

    public BrokerSession(MqttAddress address, TopicNames names, ChannelReader<MqttApplicationMessage> waiting, Action<string> report)
    {
        _address = address;
        _waiting = waiting;
        _report = report;
        _clientId = Write(names.WriteClient);
        _status = Write(names.WriteStatus);
        _client.ApplicationMessageReceivedAsync += Take;
        _client.DisconnectedAsync += _ =>
        {
            Drop();
            return Task.CompletedTask;
        };
    }

    /// <summary>As <see cref="IMqttLink.Sessions"/>.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>As <see cref="IMqttLink.Births"/>.</summary>
    public int Births => Volatile.Read(ref _births);

    /// <summary>How many messages the broker has taken in this session.</summary>
    public int Confirmed => Volatile.Read(ref _confirmed);

    /// <summary>A session is open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Ends the session that is open; the next one follows.</summary>
    public void Drop()
    {
        try
        {
            Volatile.Read(ref _open)?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has just ended by itself.
        }
    }

    /// <summary>Runs until it is cancelled; then says that we are gone.</summary>
    public async Task RunAsync(CancellationToken end)
    {
        TimeSpan delay = s_firstDelay;
        while (!end.IsCancellationRequested)
        {
            bool wasOpen = await RunOnceAsync(end);
            if (end.IsCancellationRequested)
            {
                return;
            }

            delay = wasOpen ? s_firstDelay : delay;
            double jitter = 1 + (Random.Shared.NextDouble() / 4);
            await Task.Delay(delay * jitter, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            delay = delay * 2 < s_lastDelay ? delay * 2 : s_lastDelay;
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<bool> RunOnceAsync(CancellationToken end)
    {
        using var open = CancellationTokenSource.CreateLinkedTokenSource(end);
        Volatile.Write(ref _open, open);
        bool wasOpen = false;
        try
        {
            string refusal = await ConnectAsync(open.Token);
            if (refusal == "")
            {
                wasOpen = true;
                Report("publishing");
                await PublishAsync(open.Token);
            }
            else
            {
                _isOld = !_isOld;
                Report($"{refusal}; trying again");
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever a network or a broker can do ends the session and nothing else.
            if (!end.IsCancellationRequested)
            {
                _isOld = !wasOpen && !_isOld;
                Report($"{(wasOpen ? "the connection is lost" : Innermost(e).Message)}; trying again");
            }
        }

        IsOpen = false;
        await LeaveAsync(isEnd: end.IsCancellationRequested && wasOpen);
        return wasOpen;
    }

    private async Task<string> ConnectAsync(CancellationToken open)
    {
        MqttClientConnectResult result = await _client.ConnectAsync(Options(), open).WaitAsync(s_patience, open);
        if (result.ResultCode != MqttClientConnectResultCode.Success)
        {
            return Refusal(result.ResultCode);
        }

        var subscription = new MqttClientSubscribeOptionsBuilder().WithTopicFilter(TopicNames.Birth).Build();
        await _client.SubscribeAsync(subscription, open).WaitAsync(s_patience, open);
        while (_waiting.TryRead(out _))
        {
            // What was said in the session before is not of now.
        }

        Volatile.Write(ref _confirmed, 0);
        Interlocked.Increment(ref _count);
        IsOpen = true;
        return "";
    }

    private static string Refusal(MqttClientConnectResultCode code) =>
        code is MqttClientConnectResultCode.BadUserNameOrPassword or MqttClientConnectResultCode.NotAuthorized
            ? "user or password refused"
            : $"refused: {code}";

    private async Task PublishAsync(CancellationToken open)
    {
        while (true)
        {
            MqttApplicationMessage message = await _waiting.ReadAsync(open);
            await _client.PublishAsync(message, open).WaitAsync(s_patience, open);
            Interlocked.Increment(ref _confirmed);
        }
    }

    private async Task LeaveAsync(bool isEnd)
    {
        try
        {
            if (isEnd && _client.IsConnected)
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
                await _client.PublishAsync(Gone(), patience.Token);
                await _client.DisconnectAsync(new MqttClientDisconnectOptions(), patience.Token);
            }
            else if (_client.IsConnected)
            {
                await _client.DisconnectAsync(new MqttClientDisconnectOptions()).WaitAsync(s_firstDelay);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The will says it then.
        }
    }

    private MqttClientOptions Options()
    {
        MqttApplicationMessage gone = Gone();
        MqttClientOptionsBuilder builder = new MqttClientOptionsBuilder()
            .WithTcpServer(_address.Host, _address.Port)
            .WithProtocolVersion(_isOld ? MqttProtocolVersion.V311 : MqttProtocolVersion.V500)
            .WithClientId(_clientId)
            .WithKeepAlivePeriod(TimeSpan.FromSeconds(BrokerClient.KeepAliveS))
            .WithTimeout(s_patience)
            .WithWillTopic(gone.Topic)
            .WithWillPayload(Presence.Offline)
            .WithWillRetain()
            .WithWillQualityOfServiceLevel(gone.QualityOfServiceLevel);
        if (_address.User != "")
        {
            builder = builder.WithCredentials(_address.User, _address.Password);
        }

        return (_address.IsTls ? builder.WithTlsOptions(tls => tls.UseTls()) : builder).Build();
    }

    private MqttApplicationMessage Gone() => new()
    {
        Topic = _status,
        PayloadSegment = Encoding.ASCII.GetBytes(Presence.Offline),
        Retain = true,
        QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce,
    };

    private Task Take(MqttApplicationMessageReceivedEventArgs e)
    {
        // One that is retained is older than our session, which has told everything.
        if (e.ApplicationMessage is { Retain: false } message && message.Topic == TopicNames.Birth && message.ConvertPayloadToString() == Presence.Online)
        {
            Interlocked.Increment(ref _births);
        }

        return Task.CompletedTask;
    }

    private void Report(string what)
    {
        if (_reported != what)
        {
            _reported = what;
            _report($"mqtt: {_address.Name}: {what}");
        }
    }

    private static Exception Innermost(Exception e) => e.InnerException == null ? e : Innermost(e.InnerException);

    private static string Write(Action<JsonWriter> write)
    {
        var text = new JsonWriter(256);
        write(text);
        return Encoding.UTF8.GetString(text.Buffer, 0, text.Count);
    }
}
