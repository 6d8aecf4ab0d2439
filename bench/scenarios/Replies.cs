using ValenceNano.Bench.Plain;
using ValenceNano.Protocol;

namespace ValenceNano.Bench;

/// <summary>What is done with one data reply.</summary>
internal sealed class Replies
{
    private readonly byte[] _reply = ScriptedPort.DataReply;
    private readonly MessageSplitter _splitter = new();
    private readonly byte[] _message = new byte[MessageFormat.DataLength];
    private readonly Telemetry _values = new();

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
