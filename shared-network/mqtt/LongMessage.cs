using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Network;

/// <summary>
/// A discovery message, which is longer than the buffer. MQTT wants its length first: so it is written twice, once to count and once to send,
/// a part at a time. If what it tells has changed in between the session is ended, and all is told anew.
/// </summary>
internal sealed class LongMessage
{
    private readonly IMqttLink _link;
    private readonly TopicNames _names;
    private readonly DiscoveryBody _body;
    private Battery _battery;
    private int _generation;
    private int _part;
    private int _length;
    private bool _isCounted;

    /// <param name="link">The way to the broker.</param>
    /// <param name="monitor">The product.</param>
    /// <param name="names">Our topics.</param>
    /// <param name="text">As <see cref="DiscoveryBody"/> wants it.</param>
    public LongMessage(IMqttLink link, Monitor monitor, TopicNames names, byte[] text)
    {
        _link = link;
        _names = names;
        _body = new DiscoveryBody(monitor, names, text);
    }

    /// <summary>There is more of it to be written.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Begins a message.</summary>
    /// <param name="battery">Of this battery; null: of the display.</param>
    public void Begin(Battery battery)
    {
        _battery = battery;
        _generation = battery == null ? 0 : battery.Generation;
        _part = _length = 0;
        _isCounted = false;
        IsOpen = true;
    }

    /// <summary>The session in which it was begun is over.</summary>
    public void Forget() => IsOpen = false;

    /// <summary>Counts or sends the next part; the link must be ready.</summary>
    public void Write(long nowMs)
    {
        if (_battery != null && _battery.Generation != _generation)
        {
            // It is another battery now. What was only counted needs no end.
            IsOpen = false;
            if (_isCounted)
            {
                _link.Drop(nowMs);
            }

            return;
        }

        if (_isCounted)
        {
            Send(nowMs);
        }
        else
        {
            Count();
        }
    }

    private void Count()
    {
        JsonWriter text = _link.Text;
        text.Begin(0);
        _part = WritePart(text);
        _length += text.Count;
        _isCounted = _part == 0;
    }

    private void Send(long nowMs)
    {
        if (_part == 0)
        {
            _link.Begin(isRetained: true);
            _names.WriteConfig(_link.Text, _battery?.Serial);
            _link.EndTopic();
        }
        else
        {
            _link.BeginPiece();
        }

        _part = WritePart(_link.Text);
        int left = _link.EndPiece(_length, nowMs);
        IsOpen = _part != 0 && left >= 0;
        if (_part == 0 && left > 0)
        {
            _link.Drop(nowMs);
        }
    }

    private int WritePart(JsonWriter text) => _body.Write(text, _part, _battery);
}
