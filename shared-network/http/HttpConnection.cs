using System;

namespace ValenceNano.Network;

/// <summary>One of the server's connections: takes a request, has it answered, and sends the answer piece by piece.</summary>
internal sealed partial class HttpConnection
{
    /// <summary>A request's head, and its body, may each be so long, bytes.</summary>
    public const int MaxRequestLength = 1024;

    // So much is read at once: what one turn may take is bounded by it.
    private const int MaxReadLength = 512;

    private readonly IHttpService _service;
    private readonly HttpRequest _request = new();
    private readonly HttpAnswer _answer = new();

    // What has come of the request, and one byte for its parser. While it is answered: what the peer has not taken of the last piece.
    private readonly byte[] _buffer = new byte[MaxRequestLength + 1];
    // Until it is looked at, what was brought is not taken for what has come.
    private int _start;
    private int _end;

    private IConnection _peer;
    private HttpPhase _phase;
    private long _deadlineMs;

    // What it does behind the answer that is sent.
    private HttpPhase _after;

    /// <summary>Makes one that is free.</summary>
    public HttpConnection(IHttpService service)
    {
        _service = service;
    }

    /// <summary>It can take a peer.</summary>
    public bool IsFree => _phase == HttpPhase.Free;

    /// <summary>Its request is being worked on, and the first piece of its answer is not made: it must be the next to be stepped.</summary>
    public bool IsWorking => _phase == HttpPhase.Work || _phase == HttpPhase.Answered;

    /// <summary>It has been answered and is only kept for another request: it may give way to a peer that has one.</summary>
    public bool MayGiveWay => _phase == HttpPhase.Kept;

    /// <summary>The peer's connection is closed.</summary>
    public void GiveWay() => Close();

    /// <summary>Takes a peer.</summary>
    public void Open(IConnection peer, long nowMs)
    {
        _peer = peer;
        WaitForRequest(HttpPhase.Waiting, nowMs);
    }

    /// <summary>Takes what was read of the first request before it had this place.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="count">How many, 1..<see cref="MaxRequestLength"/>.</param>
    public void Bring(byte[] bytes, int count)
    {
        Array.Copy(bytes, 0, _buffer, 0, count);
        _start = count;
    }

    /// <summary>
    /// For how long it has brought no request or taken nothing of its answer, ms; 0: it does, or it is worked for; at least
    /// <see cref="HttpServer.SlowMs"/>: it wants no more.
    /// </summary>
    public long SlowMs(long nowMs)
    {
        switch (_phase)
        {
            case HttpPhase.Waiting:
                return nowMs - _deadlineMs + HttpServer.MaxIdleMs;
            case HttpPhase.Head:
            case HttpPhase.Body:
                return nowMs - _deadlineMs + HttpServer.MaxRequestMs;
            case HttpPhase.Sending:
                return nowMs - _deadlineMs + HttpServer.MaxPieceMs;
            case HttpPhase.Drain:
                // It has its answer.
                return nowMs - _deadlineMs + HttpServer.DrainMs + HttpServer.SlowMs;
            default:
                return 0;
        }
    }

    /// <summary>Does the next thing, if there is one.</summary>
    /// <param name="nowMs">Time since start-up, ms.</param>
    /// <param name="output">For a piece of the answer; it is the server's, and free again afterwards.</param>
    /// <returns>True: it has done something.</returns>
    public bool Step(long nowMs, JsonWriter output)
    {
        if (_phase == HttpPhase.Work)
        {
            // It is not the peer that takes this time.
            Work(nowMs);
            return true;
        }

        if (nowMs >= _deadlineMs)
        {
            Close();
            return true;
        }

        switch (_phase)
        {
            case HttpPhase.Answered:
            case HttpPhase.Sending:
                return Send(nowMs, output);
            case HttpPhase.Drain:
                return Drain();
            default:
                return Receive(nowMs);
        }
    }

    private bool Receive(long nowMs)
    {
        int count = _start > 0 ? TakeBrought() : Read();
        if (count == 0)
        {
            if (!_peer.IsOpen)
            {
                Close();
            }

            return false;
        }

        _end += count;
        if (_phase == HttpPhase.Waiting || _phase == HttpPhase.Kept)
        {
            _phase = HttpPhase.Head;
            _deadlineMs = nowMs + HttpServer.MaxRequestMs;
        }

        if (_phase == HttpPhase.Head)
        {
            TakeHead(nowMs);
        }
        else
        {
            TakeBody(nowMs);
        }

        return true;
    }

    private int Read()
    {
        // There is always room: a full buffer ends the request.
        int room = MaxRequestLength - _end;
        return _peer.Read(_buffer, _end, room < MaxReadLength ? room : MaxReadLength);
    }

    private int TakeBrought()
    {
        int count = _start;
        _start = 0;
        return count;
    }

    private void TakeHead(long nowMs)
    {
        HttpProgress progress = _request.Take(_buffer, _end);
        if (progress == HttpProgress.Complete)
        {
            OnHead(nowMs);
        }
        else if (progress == HttpProgress.Broken)
        {
            Refuse(400, nowMs);
        }
        else if (_end == MaxRequestLength)
        {
            Refuse(431, nowMs);
        }
    }

    private void OnHead(long nowMs)
    {
        if (!_service.Admit(_request, _buffer, nowMs, _answer))
        {
            BeginAnswer(nowMs, isUnread: _request.BodyLength > 0 || _request.IsBodyEncoded);
            return;
        }

        // Nothing of the head is needed any more.
        _end -= _request.HeadLength;
        Array.Copy(_buffer, _request.HeadLength, _buffer, 0, _end);
        _phase = HttpPhase.Body;
        TakeBody(nowMs);
    }

    private void TakeBody(long nowMs)
    {
        if (_end >= BodyLength)
        {
            _phase = HttpPhase.Work;
            Work(nowMs);
        }
    }

    private int BodyLength => _request.BodyLength < 0 ? 0 : _request.BodyLength;

    private void Work(long nowMs)
    {
        if (_service.Work(_request, _buffer, BodyLength, nowMs, _answer))
        {
            // What is behind the body is the next request, sent without waiting for this answer. There is no room to keep it.
            BeginAnswer(nowMs, isUnread: _end > BodyLength);
        }
    }

    private void WaitForRequest(HttpPhase phase, long nowMs)
    {
        _phase = phase;
        _deadlineMs = nowMs + HttpServer.MaxIdleMs;
        _start = 0;
        _end = 0;
        _request.Clear();
    }

    private void CloseIfGone()
    {
        if (!_peer.IsOpen)
        {
            Close();
        }
    }

    private void Close()
    {
        _peer.Close();
        _peer = null;
        _phase = HttpPhase.Free;
    }
}
