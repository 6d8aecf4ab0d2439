using ValenceNano.Bench.Plain;
using ValenceNano.Protocol;

namespace ValenceNano.Bench;

/// <summary>What is done with one data reply.</summary>
internal sealed class Replies
{
    private readonly byte[] _reply = ScriptedPort.DataReply;
    private readonly MessageSplitter _splitter = new();
    private readonly byte[] _noise = new byte[BusLink.MaxTurnBytes];
    private readonly byte[] _message = new byte[MessageFormat.DataLength];
    private readonly Telemetry _values = new();

    /// <summary>Makes noise that is the same in every run.</summary>
    public Replies() => new Random(1).NextBytes(_noise);

    /// <summary>The most that a turn takes of a line that is never quiet.</summary>
    public void Noise()
    {
        _splitter.Put(_noise, 0, _noise.Length, nowMs: 0);
        _splitter.EndBurst();
        int length = 0;
        for (MessageKind kind = _splitter.Next(nowMs: 0); kind != MessageKind.None; kind = _splitter.Next(nowMs: 0))
        {
            Check.That(kind == MessageKind.Junk);
            length += _splitter.MessageLength;
        }

        Check.That(length == _noise.Length);
    }

    /// <summary>The product's CRC.</summary>
    public void Crc() => Check.That(Crc16.Compute(_reply, 0, _reply.Length) == 0);

    /// <summary>The yardstick's CRC.</summary>
    public void PlainCrc() => Check.That(Plain.PlainCrc.Compute(_reply, _reply.Length) == 0);

    /// <summary>The product's way from received bytes to values.</summary>
    public void Read()
    {
        _splitter.Put(_reply, 0, _reply.Length, nowMs: 0);
        Check.That(_splitter.Next(nowMs: 0) == MessageKind.Data);
        Array.Copy(_splitter.Buffer, _splitter.MessageStart, _message, 0, _splitter.MessageLength);
        _values.Decode(_message);
        Check.That(_values.VoltageMv == 13352);
    }

    /// <summary>The yardstick's way from received bytes to values.</summary>
    public void PlainRead() => Check.That(PlainReplyReader.Read(_reply, _reply.Length)!.Voltage == 13.352);
}
