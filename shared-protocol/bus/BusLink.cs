using System;

namespace ValenceNano.Protocol;

/// <summary>
/// Whole messages in and out over a port: what master and listener share. In each turn call <see cref="Receive"/> once, then
/// <see cref="Next"/> until there is nothing: only then there is room for more.
/// </summary>
/// <param name="port">The bus.</param>
/// <param name="counters">Where faults are counted.</param>
/// <param name="delayMs">By how much later than on a cable an answer may come, ms: all waiting is longer by it.</param>
public sealed class BusLink(IBusPort port, BusCounters counters, int delayMs = 0)
{
    /// <summary>
    /// How many bytes a turn takes. The chip reads a line that is never quiet slower than it speaks: without an end to each turn
    /// no time would pass, and nothing be drawn. At the speed of the bus they last 22 ms.
    /// </summary>
    public const int MaxTurnBytes = MessageSplitter.MinRoom;

    /// <summary>
    /// Silence behind a whole message before the master speaks, ms. Modbus asks for 1.75 ms; the device's UART brings a
    /// message 0.9 ms after its end. The genuine display once left none and was answered all the same (log, 33.4 s).
    /// </summary>
    private const int QuietMs = 1;

    /// <summary>Silence behind bytes that end in no whole message: the rest of one may be coming, ms.</summary>
    private const int QuietBehindJunkMs = 3;

    /// <summary>How long the master waits for silence on a bus that never has any, ms.</summary>
    private const int MaxWaitMs = 100;

    private readonly MessageSplitter _splitter = new(delayMs);
    private readonly SentMessages _sent = new(delayMs);
    private Telemetry _reply = new();
    private long _lookedMs;
    private long _lookedBeforeMs;
    private long _lastByteMs = -QuietBehindJunkMs;
    private long _waitingSinceMs;
    private bool _isWaiting;
    private bool _endsInJunk;
    private int _junkInWindow;

    // Where in the splitter's buffer the next bytes go.
    private int _inputAt;

    /// <summary>By how much later than on a cable an answer may come, ms.</summary>
    internal int DelayMs => delayMs;

    /// <summary>Room for the next request, to be sent with <see cref="Send"/>.</summary>
    public byte[] Request { get; } = new byte[MessageFormat.MaxRequestLength];

    /// <summary>
    /// The last whole message that came in, from its first byte; of one that is longer than a data reply no more than that, for nobody looks
    /// at the rest.
    /// </summary>
    public byte[] LastMessage { get; } = new byte[MessageFormat.DataLength];

    /// <summary>The length that the message of <see cref="LastMessage"/> had on the bus, bytes; 0 before the first.</summary>
    public int LastLength { get; private set; }

    /// <summary>The last turn that took anything has taken all it may: there may be more.</summary>
    public bool MayHaveMore { get; private set; }

    /// <summary>Bytes since <see cref="Send"/> or <see cref="BeginWindow"/> that are no part of a whole message, or not yet.</summary>
    public int StrayBytes => _junkInWindow + _splitter.Pending;

    /// <summary>
    /// Since then so much came that is no whole message that it may have been an answer. What is still held back does not count: it
    /// belongs behind the message that is being looked at. Nor does a byte or two, which many a transceiver makes when it turns round.
    /// </summary>
    internal bool HeardCorrupt => _junkInWindow >= MessageFormat.RefusedLength;

    /// <summary>When a request was last sent, ms; long ago before the first.</summary>
    internal long LastSentMs => _sent.LastMs;

    /// <summary>From when on the echo of what was sent can come no more, ms.</summary>
    internal long EchoEndMs => _sent.LastMs + SentMessages.EchoMs + delayMs;

    /// <summary>Takes what has arrived, <see cref="MaxTurnBytes"/> at most.</summary>
    /// <returns>False: there is nothing for <see cref="Next"/> to look at.</returns>
    public bool Receive(long nowMs)
    {
        int taken = port.Read(_splitter.Buffer, _inputAt, MaxTurnBytes);
        if (taken > 0)
        {
            TakeMore(taken, nowMs);
            return true;
        }

        _lookedMs = nowMs;
        return _splitter.Pending > 0;
    }

    /// <summary>
    /// Takes the next whole message into <see cref="LastMessage"/>. Junk is counted and passed over.
    /// </summary>
    /// <returns>Its kind; <see cref="MessageKind.None"/> if none is there yet.</returns>
    public MessageKind Next(long nowMs)
    {
        MessageKind kind = _splitter.Next(nowMs);
        while (kind == MessageKind.Junk)
        {
            counters.JunkBytes += _splitter.MessageLength;
            _junkInWindow += _splitter.MessageLength;
            _endsInJunk = true;
            kind = _splitter.Next(nowMs);
        }

        if (kind == MessageKind.None)
        {
            _inputAt = _splitter.MakeRoom();
            return kind;
        }

        _endsInJunk = false;
        LastLength = _splitter.MessageLength;
        Array.Copy(_splitter.Buffer, _splitter.MessageStart, LastMessage, 0, Telemetry.Min(LastLength, MessageFormat.DataLength));
        return kind;
    }

    /// <summary>What is cut off now stays so. What is whole behind it comes with <see cref="Next"/>.</summary>
    public void EndBurst() => _splitter.EndBurst();

    /// <summary>
    /// Tells whether the master may speak: when the line has been quiet for 1 ms behind a whole message, or for 3 ms behind
    /// anything else. On a line that is never quiet, after 100 ms all the same: a bus full of noise must not stop the
    /// product for good.
    /// </summary>
    public bool MaySend(long nowMs)
    {
        bool endsWhole = _splitter.Pending == 0 && !_endsInJunk;
        if (nowMs - _lastByteMs >= (endsWhole ? QuietMs : QuietBehindJunkMs))
        {
            _isWaiting = false;
            return true;
        }

        if (!_isWaiting)
        {
            _isWaiting = true;
            _waitingSinceMs = nowMs;
        }

        return nowMs - _waitingSinceMs >= MaxWaitMs;
    }

    /// <summary>A request was heard: counts <see cref="StrayBytes"/> anew.</summary>
    public void BeginWindow() => _junkInWindow = 0;

    /// <summary>Sends the first <paramref name="length"/> bytes of <see cref="Request"/>.</summary>
    public void Send(int length, long nowMs)
    {
        BeginWindow();
        _isWaiting = false;
        _sent.Add(Request, length, nowMs);
        port.Write(Request, 0, length);
    }

    /// <summary>
    /// <see cref="LastMessage"/> is a request: tells whether it is our own, come back. Each comes back once: ask once.
    /// </summary>
    internal bool TakeEcho() =>
        LastLength <= MessageFormat.MaxRequestLength && _sent.TakeEcho(LastMessage, LastLength, _lookedBeforeMs);

    /// <summary>The battery that was asked has answered: decodes <see cref="LastMessage"/> for it, and counts it.</summary>
    /// <returns>As <see cref="Battery.Take"/>.</returns>
    internal bool TakeReply(Battery battery, long nowMs, int liveMs)
    {
        counters.Replies++;
        _reply.Decode(LastMessage);
        if (_reply.Broken != ReplyRules.None)
        {
            counters.Inconsistent++;
        }

        return battery.Take(ref _reply, nowMs, liveMs);
    }

    /// <summary>The battery that was asked has refused, or answered with something else: <see cref="LastMessage"/>. Counts it.</summary>
    internal void TakeAnswerWithoutData(Battery battery, MessageKind kind)
    {
        bool isRefusal = kind == MessageKind.Refused;
        counters.Refused += isRefusal ? 1 : 0;
        counters.OtherReplies += isRefusal ? 0 : 1;
        battery?.TakeAnswerWithoutData(isRefusal ? LastMessage[MessageFormat.RefusalCode] : Battery.NotRefused);
    }

    /// <summary>The battery that was asked has not answered: counts what came instead.</summary>
    /// <returns>True: something was heard that may have been an answer.</returns>
    internal bool CountMiss(bool heardWrongReply)
    {
        if (HeardCorrupt)
        {
            counters.CrcErrors++;
            return true;
        }

        counters.Timeouts += heardWrongReply ? 0 : 1;
        return heardWrongReply;
    }

    // A port may give what it has in pieces.
    private void TakeMore(int taken, long nowMs)
    {
        int count = taken;
        while (count > 0 && taken < MaxTurnBytes)
        {
            count = port.Read(_splitter.Buffer, _inputAt + taken, MaxTurnBytes - taken);
            taken += count;
        }

        _splitter.Extend(taken, nowMs);
        _lastByteMs = nowMs;
        _lookedBeforeMs = _lookedMs;
        _lookedMs = nowMs;
        MayHaveMore = taken == MaxTurnBytes;
    }
}
