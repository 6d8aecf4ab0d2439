using System.Text;
using ValenceNano.Network;

namespace ValenceNano.Simulation;

/// <summary>
/// A broker of MQTT 3.1.1 with one client, the product, in virtual time: it keeps what is retained, tells the will, and can fail in all ways
/// that brokers and networks do.
/// </summary>
public sealed class VirtualBroker : IConnector
{
    private readonly Dictionary<string, byte[]> _retained = [];
    private readonly PacketReader _reader = new();
    private VirtualPeer? _peer;
    private bool _isTaken;
    private bool _isGreeted;
    private string? _topicOfWill;
    private byte[] _will = [];
    private int _keepAliveMs;
    private long _heardMs;

    /// <summary>A message was published: topic, payload, and whether it is retained.</summary>
    public event Action<string, byte[], bool>? Published;

    /// <summary>False: no connection can be opened.</summary>
    public bool IsUp { get; set; } = true;

    /// <summary>It accepts connections and does nothing with them.</summary>
    public bool IsHung { get; set; }

    /// <summary>What it answers who wants a session: 0 yes, 5 no.</summary>
    public byte Answer { get; set; }

    /// <summary>How many sessions there have been.</summary>
    public int Sessions { get; private set; }

    /// <summary>How many messages have come.</summary>
    public int Messages { get; private set; }

    /// <summary>What is retained, by topic.</summary>
    public IReadOnlyDictionary<string, byte[]> Retained => _retained;

    /// <summary>The connection that there is; null for none.</summary>
    public VirtualPeer? Peer => _peer;

    /// <summary>What the client has said of itself in its last greeting.</summary>
    public byte[] Greeting { get; private set; } = [];

    /// <inheritdoc/>
    public bool HasFailed => _peer == null;

    /// <inheritdoc/>
    public bool Begin(byte[] host, int length, int port)
    {
        Lose();
        _peer = IsUp ? new VirtualPeer() : null;
        _isTaken = false;
        _isGreeted = false;
        _reader.Clear();
        return true;
    }

    /// <inheritdoc/>
    public IConnection? Take()
    {
        IConnection? peer = _isTaken ? null : _peer;
        _isTaken = true;
        return peer;
    }

    /// <summary>Does what there is to be done.</summary>
    public void Step(long nowMs)
    {
        if (_peer is not { } peer || IsHung)
        {
            return;
        }

        if (peer.ReceivedCount > 0)
        {
            _heardMs = nowMs;
            _reader.Add(peer.Received);
            peer.ForgetReceived();
        }

        while (_reader.Next() is { } packet && _peer == peer)
        {
            Take(packet, peer, nowMs);
        }

        bool isOverdue = _isGreeted && nowMs - _heardMs > _keepAliveMs * 3 / 2;
        if (_peer == peer && (peer.IsClosedByProduct || isOverdue))
        {
            Lose();
        }
    }

    /// <summary>Another client publishes.</summary>
    public void Publish(string topic, string payload, bool isRetained = false)
    {
        byte[] name = Encoding.UTF8.GetBytes(topic);
        byte[] body = [(byte)(name.Length >> 8), (byte)name.Length, .. name, .. Encoding.UTF8.GetBytes(payload)];
        _peer?.Send([(byte)(0x30 | (isRetained ? 1 : 0)), .. PacketReader.Length(body.Length), .. body]);
    }

    /// <summary>Is gone at once, and with it what it kept; or the client's connection is.</summary>
    /// <param name="forgets">It forgets what is retained.</param>
    public void Crash(bool forgets)
    {
        _peer?.Reset();
        Lose();
        if (forgets)
        {
            _retained.Clear();
        }
    }

    private void Take(byte[] packet, VirtualPeer peer, long nowMs)
    {
        int body = PacketReader.BodyOf(packet);
        switch (packet[0] >> 4)
        {
            case 1:
                Greet(packet, body, peer, nowMs);
                break;
            case 3:
                TakeMessage(packet, body, peer);
                break;
            case 8:
                peer.Send([0x90, 3, packet[body], packet[body + 1], 0]);
                break;
            case 12:
                peer.Send([0xD0, 0]);
                break;
            default:
                throw new InvalidOperationException($"A packet that the product must not send: {Convert.ToHexString(packet)}");
        }
    }

    private void Greet(byte[] packet, int body, VirtualPeer peer, long nowMs)
    {
        Greeting = packet;
        peer.Send([0x20, 2, 0, Answer]);
        if (Answer != 0)
        {
            peer.CloseSending();
            _peer = null;
            return;
        }

        int at = body + 10;
        _keepAliveMs = 1000 * ((packet[body + 8] << 8) | packet[body + 9]);
        _heardMs = nowMs;
        Text(packet, ref at);
        _topicOfWill = Encoding.UTF8.GetString(Text(packet, ref at));
        _will = Text(packet, ref at);
        _isGreeted = true;
        Sessions++;
    }

    private void TakeMessage(byte[] packet, int body, VirtualPeer peer)
    {
        int at = body;
        string topic = Encoding.UTF8.GetString(Text(packet, ref at));
        if ((packet[0] & 6) != 0)
        {
            peer.Send([0x40, 2, packet[at], packet[at + 1]]);
            at += 2;
        }

        Messages++;
        Spread(topic, packet[at..], (packet[0] & 1) != 0);
    }

    private void Spread(string topic, byte[] payload, bool isRetained)
    {
        if (isRetained)
        {
            _retained.Remove(topic);
            if (payload.Length > 0)
            {
                _retained.Add(topic, payload);
            }
        }

        Published?.Invoke(topic, payload, isRetained);
    }

    // The client has not said that it goes: others are told its will.
    private void Lose()
    {
        bool hadSession = _isGreeted;
        _peer = null;
        _isGreeted = false;
        if (hadSession && _topicOfWill != null)
        {
            Spread(_topicOfWill, _will, isRetained: true);
        }
    }

    private static byte[] Text(byte[] packet, ref int at)
    {
        int length = (packet[at] << 8) | packet[at + 1];
        at += 2 + length;
        return packet[(at - length)..at];
    }
}
