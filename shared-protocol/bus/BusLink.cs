using System;

namespace ValenceNano.Protocol;

/// <summary>Whole messages in and out over a port: what master and listener share.</summary>
public sealed class BusLink(IBusPort port, BusCounters counters)
{
    /// <summary>
    /// Silence behind a whole message before the master speaks, ms. Modbus asks for 1.75 ms; the device's UART brings a
    /// message 0.9 ms after its end. The genuine display once left none and was answered all the same (log, 33.4 s).
    /// </summary>
    private const int QuietMs = 1;

    /// <summary>Silence behind bytes that end in no whole message: the rest of one may be coming, ms.</summary>
    private const int QuietBehindJunkMs = 3;

    /// <summary>How long the master waits for silence on a bus that never has any, ms.</summary>
    private const int MaxWaitMs = 100;

    private readonly MessageSplitter _splitter = new();
    private Telemetry _reply = new();
    private long _lastByteMs = -QuietBehindJunkMs;
    private long _waitingSinceMs;
    private bool _isWaiting;
    private bool _endsInJunk;
    private int _junkInWindow;

    /// <summary>Room for the next request, to be sent with <see cref="Send"/>.</summary>
    public readonly byte[] Request = new byte[MessageFormat.MaxRequestLength];

    /// <summary>The last whole message that came in, from its first byte.</summary>
    public readonly byte[] LastMessage = new byte[MessageFormat.MaxLength];

    /// <summary>Length of <see cref="LastMessage"/>, bytes; 0 before the first.</summary>
    public int LastLength;

    /// <summary>Bytes since <see cref="Send"/> or <see cref="BeginWindow"/> that are no part of a whole message, or not yet.</summary>
    public int StrayBytes => _junkInWindow + _splitter.Pending;

    /// <summary>Takes what has arrived, if nothing is left from before.</summary>
    /// <returns>False: there is nothing for <see cref="Next"/> to look at.</returns>
    public bool HasInput(long nowMs)
    {
        if (_splitter.Pending > 0)
        {
            return true;
        }

        if (_splitter.ReadFrom(port) == 0)
        {
            return false;
        }

        _lastByteMs = nowMs;
        return true;
    }

    /// <summary>
    /// Takes the next whole message into <see cref="LastMessage"/>. Junk is counted and passed over.
    /// </summary>
    /// <returns>Its kind; <see cref="MessageKind.None"/> if none is there yet.</returns>
    public MessageKind Next(long nowMs)
    {
        while (true)
        {
            MessageKind kind = _splitter.Pending > 0 ? NextWhole() : MessageKind.None;
            if (kind != MessageKind.None)
            {
                return kind;
            }

            if (_splitter.ReadFrom(port) > 0)
            {
                _lastByteMs = nowMs;
            }
            else if (_splitter.Pending > 0 && nowMs - _lastByteMs >= MessageSplitter.BurstGapMs)
            {
                // Only now: a caller that was busy for so long may find the rest of a message in the port.
                _splitter.EndBurst();
            }
            else
            {
                return MessageKind.None;
            }
        }
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
    public void Send(int length)
    {
        BeginWindow();
        _isWaiting = false;
        port.Write(Request, 0, length);
    }

    /// <summary>The battery that was asked has answered: decodes <see cref="LastMessage"/> for it, and counts it.</summary>
    /// <returns>As <see cref="Battery.Take"/>.</returns>
    internal bool TakeReply(Battery battery, long nowMs)
    {
        counters.Replies++;
        battery.HasAnswered = true;
        _reply.Decode(LastMessage);
        if (_reply.Broken != ReplyRules.None)
        {
            counters.Inconsistent++;
        }

        return battery.Take(ref _reply, nowMs);
    }

    /// <summary>The battery that was asked has not answered: counts what came instead.</summary>
    /// <returns>True: something was heard.</returns>
    internal bool CountMiss(bool heardWrongReply)
    {
        if (StrayBytes > 0)
        {
            counters.CrcErrors++;
            return true;
        }

        counters.Timeouts += heardWrongReply ? 0 : 1;
        return heardWrongReply;
    }

    private MessageKind NextWhole()
    {
        MessageKind kind = _splitter.Next();
        while (kind == MessageKind.Junk)
        {
            counters.JunkBytes += _splitter.MessageLength;
            _junkInWindow += _splitter.MessageLength;
            _endsInJunk = true;
            kind = _splitter.Next();
        }

        if (kind != MessageKind.None)
        {
            _endsInJunk = false;
            LastLength = _splitter.MessageLength;
            Array.Copy(_splitter.Buffer, _splitter.MessageStart, LastMessage, 0, LastLength);
        }

        return kind;
    }
}
