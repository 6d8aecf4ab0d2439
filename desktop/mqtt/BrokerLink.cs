using System.Text;
using System.Threading.Channels;
using MQTTnet;
using MQTTnet.Protocol;
using ValenceNano.Network;

namespace ValenceNano.Desktop;

/// <summary>
/// The way to a broker on a computer: the product writes its messages, and a task of its own sends them by MQTTnet, connects, and connects
/// again.
/// </summary>
public sealed class BrokerLink : IMqttLink, IDisposable
{
    private const int Capacity = 256;
    private const int BufferLength = 1024;

    private readonly Channel<MqttApplicationMessage> _waiting = Channel.CreateBounded<MqttApplicationMessage>(Capacity);
    private readonly CancellationTokenSource _end = new();
    private readonly BrokerSession _session;
    private readonly Task _running;
    private readonly MemoryStream _payload = new();
    private string _topic = "";
    private bool _isRetained;
    private int _begunIn;
    private int _told;

    /// <summary>Begins to connect.</summary>
    /// <param name="address">The broker.</param>
    /// <param name="names">Our topics.</param>
    /// <param name="report">Takes a line for the user when something has changed.</param>
    public BrokerLink(MqttAddress address, TopicNames names, Action<string> report)
    {
        _session = new BrokerSession(address, names, _waiting.Reader, report);
        _running = Task.Run(() => _session.RunAsync(_end.Token));
    }

    /// <inheritdoc/>
    public int Sessions => _session.Count;

    /// <inheritdoc/>
    public int Births => _session.Births;

    /// <inheritdoc/>
    public bool IsReady => _session.IsOpen && _waiting.Reader.Count < Capacity;

    /// <inheritdoc/>
    public bool IsConfirmed => _session.IsOpen && _begunIn == Sessions && _told == _session.Confirmed;

    /// <inheritdoc/>
    public JsonWriter Text { get; } = new(BufferLength);

    /// <inheritdoc/>
    public void Begin(bool isRetained)
    {
        _isRetained = isRetained;
        if (_begunIn != Sessions)
        {
            _begunIn = Sessions;
            _told = 0;
        }

        _payload.SetLength(0);
        Text.Begin(0);
    }

    /// <inheritdoc/>
    public void EndTopic()
    {
        _topic = Encoding.UTF8.GetString(Text.Buffer, 0, Text.Count);
        Text.Begin(0);
        Text.BeginText();
    }

    /// <inheritdoc/>
    public void BeginPiece() => Text.Begin(0);

    /// <inheritdoc/>
    public void EndMessage(long nowMs) => EndPiece(Text.Count, nowMs);

    /// <inheritdoc/>
    public int EndPiece(int length, long nowMs)
    {
        _payload.Write(Text.Buffer, 0, Text.Count);
        int left = length - (int)_payload.Length;
        if (left < 0)
        {
            Drop(nowMs);
        }
        else if (left == 0 && _begunIn == Sessions)
        {
            _told++;
            _waiting.Writer.TryWrite(new MqttApplicationMessage
            {
                Topic = _topic,
                PayloadSegment = _payload.ToArray(),
                Retain = _isRetained,
                QualityOfServiceLevel = _isRetained ? MqttQualityOfServiceLevel.AtLeastOnce : MqttQualityOfServiceLevel.AtMostOnce,
            });
        }

        return left;
    }

    /// <inheritdoc/>
    public void Drop(long nowMs) => _session.Drop();

    /// <summary>Says that we are gone, and ends.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _running.GetAwaiter().GetResult();
        _end.Dispose();
        _session.Dispose();
        _payload.Dispose();
    }
}
