namespace ValenceNano.Network;

/// <summary>The messages of a session: how they are written, and what comes of them.</summary>
public sealed partial class BrokerClient
{
    private const int RetainedFlags = 0x33;
    private const int PlainFlags = 0x30;

    // The message that is written: it is retained; bytes of its body that are still to come; where its payload begins.
    private bool _isRetained;
    private int _left;
    private int _payload;
    private int _packetId;

    // The packet whose acknowledgement is awaited; 0: none.
    private int _awaited;

    /// <inheritdoc/>
    public int Sessions { get; private set; }

    /// <inheritdoc/>
    public int Births { get; private set; }

    /// <inheritdoc/>
    public bool IsReady => State == MqttState.Open && _awaited == 0 && _packet.IsEmpty;

    /// <inheritdoc/>
    public bool IsConfirmed => State == MqttState.Open && _awaited == 0;

    /// <inheritdoc/>
    public JsonWriter Text => _packet.Text;

    /// <inheritdoc/>
    public void Begin(bool isRetained)
    {
        _isRetained = isRetained;
        _packet.Begin();
        _payload = _packet.BeginText();
    }

    /// <inheritdoc/>
    public void EndTopic()
    {
        _packet.EndText(_payload);
        if (_isRetained)
        {
            _packetId = _packetId == ushort.MaxValue ? 1 : _packetId + 1;
            _packet.Add(_packetId);
        }

        Text.BeginText();
        _payload = _packet.BodyLength;
    }

    /// <inheritdoc/>
    public void BeginPiece() => _packet.BeginPiece();

    /// <inheritdoc/>
    public void EndMessage(long nowMs) => EndPiece(_packet.BodyLength - _payload, nowMs);

    /// <inheritdoc/>
    public int EndPiece(int length, long nowMs)
    {
        if (_left == 0)
        {
            _left = length - (_packet.BodyLength - _payload);
            _packet.End(_isRetained ? RetainedFlags : PlainFlags, _left);
        }
        else
        {
            _left -= Text.Count;
            _packet.EndPiece();
        }

        _takenMs = nowMs;
        if (_left < 0)
        {
            Drop(nowMs);
            return -1;
        }

        if (_left == 0 && _isRetained)
        {
            _awaited = _packetId;
            _askedMs = nowMs;
        }

        return _left;
    }

    private void TakeAnswer(int packetId)
    {
        if (packetId == _awaited)
        {
            _awaited = 0;
            _retry.Forget();
        }
    }

    // What is retained was said before we came: then we have just told everything.
    private void TakeMessage()
    {
        int topic = MqttText.All.Length(MqttText.Birth);
        int online = MqttText.All.Length(MqttText.OnlineWord);
        if (_reader.Flags == 0
            && _reader.Length == 2 + topic + online
            && IsText(MqttText.Birth, topic, 2)
            && IsText(MqttText.OnlineWord, online, 2 + topic))
        {
            Births++;
        }
    }

    private bool IsText(int text, int length, int start)
    {
        int i = 0;
        while (i < length && MqttText.All.Byte(text, i) == _reader.Body(start + i))
        {
            i++;
        }

        return i == length;
    }
}
