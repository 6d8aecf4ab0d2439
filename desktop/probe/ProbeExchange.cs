using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>One extra request and its answer, on a bus on which nobody else speaks meanwhile.</summary>
public sealed class ProbeExchange(IBusPort port)
{
    /// <summary>How long an answer may take, ms. The master has nothing to do for longer than that when a request is sent.</summary>
    public const int WindowMs = 150;

    private readonly MessageSplitter _splitter = new();
    private readonly byte[] _heard = new byte[MessageSplitter.MinRoom];
    private readonly byte[] _message = new byte[MessageFormat.RequestLength];
    private ReadRequest? _request;
    private int _busId;
    private long _sentMs;
    private bool _hasHeard;

    /// <summary>An answer is being waited for.</summary>
    public bool IsWaiting => _request != null;

    /// <summary>The registers of the last answer, high byte first.</summary>
    public byte[] Registers { get; private set; } = [];

    /// <summary>Why the last request was refused.</summary>
    public int Code { get; private set; }

    /// <summary>Sends a request.</summary>
    public void Send(ReadRequest request, int busId, long nowMs)
    {
        _request = request;
        _busId = busId;
        _sentMs = nowMs;
        _hasHeard = false;
        _splitter.EndBurst();
        while (_splitter.Next(nowMs) != MessageKind.None)
        {
            // What was left of the last answer is none to this one.
        }

        port.Write(_message, 0, request.Write(_message, busId));
    }

    /// <summary>Looks whether the answer has come.</summary>
    public ProbeAnswer Poll(long nowMs)
    {
        bool isOver = nowMs - _sentMs >= WindowMs;
        ProbeAnswer answer = ProbeAnswer.Waiting;
        int count = port.Read(_heard, 0, _heard.Length);
        while (answer == ProbeAnswer.Waiting && count > 0)
        {
            _splitter.Put(_heard, 0, count, nowMs);
            answer = Drain(nowMs);
            count = port.Read(_heard, 0, _heard.Length);
        }

        if (answer == ProbeAnswer.Waiting && isOver)
        {
            _splitter.EndBurst();
            answer = Drain(nowMs);
            answer = answer != ProbeAnswer.Waiting ? answer : _hasHeard ? ProbeAnswer.Corrupt : ProbeAnswer.Silence;
        }

        _request = answer == ProbeAnswer.Waiting ? _request : null;
        return answer;
    }

    private ProbeAnswer Drain(long nowMs)
    {
        for (MessageKind kind = _splitter.Next(nowMs); kind != MessageKind.None; kind = _splitter.Next(nowMs))
        {
            ReadOnlySpan<byte> message = _splitter.Buffer.AsSpan(_splitter.MessageStart, _splitter.MessageLength);

            // An adapter may hear what it sends.
            _hasHeard |= !message.SequenceEqual(_message);
            ProbeAnswer answer = AnswerIn(kind, message);
            if (answer != ProbeAnswer.Waiting)
            {
                return answer;
            }
        }

        _hasHeard |= _splitter.Pending > MessageFormat.RequestLength;
        return ProbeAnswer.Waiting;
    }

    private ProbeAnswer AnswerIn(MessageKind kind, ReadOnlySpan<byte> message)
    {
        if (message[0] != _busId || (message[1] & ~MessageFormat.RefusedBit) != _request!.Function)
        {
            return ProbeAnswer.Waiting;
        }

        if (kind == MessageKind.Refused)
        {
            Code = message[MessageFormat.RefusalCode];
            return ProbeAnswer.Refused;
        }

        if (kind != MessageKind.OtherReply || message[2] != 2 * _request.Count)
        {
            return ProbeAnswer.Waiting;
        }

        Registers = message[3..^Crc16.Length].ToArray();
        return ProbeAnswer.Registers;
    }
}
