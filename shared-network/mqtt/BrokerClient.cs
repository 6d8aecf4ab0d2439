using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>
/// A client of one broker, MQTT 3.1.1, which only publishes, and listens to nothing but Home Assistant's birth. It never waits: each
/// <see cref="Poll"/> does what can be done now. A broker that says nothing, says what is no MQTT, or is gone ends the session; it is tried
/// again after 1 to 10 s.
/// </summary>
public sealed partial class BrokerClient : IMqttLink
{
    /// <summary>The broker tells the others that we are gone after half as long again without a word of us, s.</summary>
    public const int KeepAliveS = 20;

    /// <summary>Whatever is not answered, or not taken, for so long ends the session, ms.</summary>
    public const int PatienceMs = 10000;

    private const int PingMs = KeepAliveS * 1000 / 2;
    private const int Accepted = 0;

    private readonly MqttPacket _packet = new();
    private readonly MqttReader _reader = new();
    private readonly MqttRetry _retry;
    private readonly IConnector _connector;
    private readonly Settings _settings;
    private readonly TopicNames _names;
    private IConnection _connection;
    private int _revision;
    private int _broker;

    // When something was last taken, when an answer was last asked for, and when the broker was last heard.
    private long _takenMs;
    private long _askedMs;
    private long _heardMs;
    private bool _hasPinged;

    /// <summary>Makes a client that has not touched the network.</summary>
    /// <param name="connector">Opens connections.</param>
    /// <param name="settings">Which broker, who we are to it, and whether at all: a change counts at once.</param>
    /// <param name="names">Our topics.</param>
    public BrokerClient(IConnector connector, Settings settings, TopicNames names)
    {
        _connector = connector;
        _settings = settings;
        _names = names;
        _retry = new MqttRetry(names.Id);
        _revision = settings.Revision - 1;
    }

    /// <summary>Tells whether settings want something to be published, and say where.</summary>
    public static bool IsWanted(Settings settings) => settings.Get(SettingId.Mqtt) != 0 && settings.TextLength(SettingId.MqttHost) > 0;

    /// <summary>How far it is.</summary>
    public MqttState State { get; private set; }

    /// <summary>Why the broker refused the last session, as MQTT numbers it: 4 and 5 are user and password; 0: it did not.</summary>
    public int Refusal { get; private set; }

    /// <summary>Something is on its way: a connection, a packet, or an answer.</summary>
    public bool IsBusy => State == MqttState.Opening || IsAnswerDue || !_packet.IsEmpty || _left > 0;

    private bool IsAnswerDue => State == MqttState.Greeting || _awaited != 0 || _hasPinged;

    /// <summary>Does one thing that there is to be done.</summary>
    /// <param name="nowMs">Time since start-up, ms.</param>
    /// <returns>True: there may be more to be done at once.</returns>
    public bool Poll(long nowMs)
    {
        switch (State)
        {
            case MqttState.Off:
            case MqttState.Waiting:
                Begin(nowMs);
                return false;
            case MqttState.Opening:
                Take(nowMs);
                return false;
            default:
                return Serve(nowMs);
        }
    }

    /// <inheritdoc/>
    public void Drop(long nowMs)
    {
        _connection?.Close();
        _connection = null;
        _packet.Clear();
        _left = _awaited = 0;
        State = MqttState.Waiting;
        _retry.Wait(nowMs);
    }

    private void Begin(long nowMs)
    {
        bool isNew = TakeSettings();
        if (!IsWanted(_settings))
        {
            State = MqttState.Off;
            return;
        }

        if (isNew || State == MqttState.Off)
        {
            _retry.Forget();
        }

        State = MqttState.Waiting;
        if (!_retry.IsDue(nowMs))
        {
            return;
        }

        byte[] buffer = Text.Buffer;
        int length = _settings.CopyText(SettingId.MqttHost, buffer, 0);
        if (_connector.Begin(buffer, length, _settings.Get(SettingId.MqttPort)))
        {
            State = MqttState.Opening;
        }
    }

    // True: what the session depends on has changed.
    private bool TakeSettings()
    {
        if (_revision == _settings.Revision)
        {
            return false;
        }

        _revision = _settings.Revision;
        int before = _broker;
        _broker = MqttGreeting.Summarise(_settings, Text.Buffer);
        return before != _broker;
    }

    private void Take(long nowMs)
    {
        IConnection connection = _connector.Take();
        if (connection == null)
        {
            if (_connector.HasFailed)
            {
                Drop(nowMs);
            }

            return;
        }

        _connection = connection;
        _reader.Reset();
        _packet.Begin();
        MqttGreeting.Write(_packet, _settings, _names, KeepAliveS);
        _takenMs = _askedMs = _heardMs = nowMs;
        _hasPinged = false;
        State = MqttState.Greeting;
    }

    private bool Serve(long nowMs)
    {
        bool isOpen = _connection.IsOpen;
        bool hasMore = false;
        MqttInput input = _reader.Read(_connection);
        if (_reader.HasHeard)
        {
            _heardMs = nowMs;
            hasMore = true;
        }

        if (input == MqttInput.Broken || (input == MqttInput.Packet && !Understand(nowMs)) || (!isOpen && !hasMore))
        {
            Drop(nowMs);
            return false;
        }

        if (!_packet.IsEmpty)
        {
            if (_packet.Send(_connection))
            {
                _takenMs = nowMs;
                hasMore = true;
            }
        }
        else if (_left == 0 && _revision != _settings.Revision && TakeSettings())
        {
            // To be gone without a word has the broker tell the others.
            _retry.Forget();
            Drop(nowMs);
            return false;
        }

        return IsInTime(nowMs) && hasMore;
    }

    private bool IsInTime(long nowMs)
    {
        bool isAnswerDue = IsAnswerDue;
        if ((isAnswerDue && nowMs - _askedMs >= PatienceMs) || (!_packet.IsEmpty && nowMs - _takenMs >= PatienceMs))
        {
            Drop(nowMs);
            return false;
        }

        if (!isAnswerDue && _packet.IsEmpty && _left == 0 && nowMs - _heardMs >= PingMs)
        {
            _packet.Begin();
            _packet.End(MqttPacketType.PingRequest << 4, 0);
            _takenMs = _askedMs = nowMs;
            _hasPinged = true;
        }

        return true;
    }

    // False: the session is over.
    private bool Understand(long nowMs)
    {
        if (State == MqttState.Greeting)
        {
            return _reader.Type == MqttPacketType.ConnectAnswer && _reader.Length == 2 && Open(_reader.Body(1), nowMs);
        }

        switch (_reader.Type)
        {
            case MqttPacketType.Publish:
                TakeMessage();
                return true;
            case MqttPacketType.PublishAnswer:
                TakeAnswer(_reader.Body(0) << 8 | _reader.Body(1));
                return _reader.Length == 2;
            case MqttPacketType.PingAnswer:
                _hasPinged = false;
                return _reader.Length == 0;
            default:
                return _reader.Type == MqttPacketType.SubscribeAnswer;
        }
    }

    private bool Open(int answer, long nowMs)
    {
        Refusal = answer;
        if (answer != Accepted)
        {
            _retry.Slow();
            return false;
        }

        _packet.Begin();
        MqttGreeting.WriteSubscription(_packet);
        _takenMs = nowMs;
        Sessions++;
        State = MqttState.Open;
        return true;
    }
}
