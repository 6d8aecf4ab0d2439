using System;

namespace ValenceNano.Network;

/// <summary>How an answer is sent.</summary>
internal sealed partial class HttpConnection
{
    private void Refuse(int status, long nowMs)
    {
        _answer.Set(status);
        BeginAnswer(nowMs, isUnread: true);
    }

    private void BeginAnswer(long nowMs, bool isUnread)
    {
        _phase = HttpPhase.Answered;
        _after = isUnread ? HttpPhase.Drain : _request.KeepsAlive ? HttpPhase.Kept : HttpPhase.Free;
        _deadlineMs = nowMs + HttpServer.MaxPieceMs;
        // Where the last piece's rest ends; the body stays in the buffer until the first piece is made.
        _start = 0;
        _end = 0;
    }

    private bool Send(long nowMs, JsonWriter output)
    {
        if (_start == _end)
        {
            MakePiece(nowMs, output);
            int taken = _peer.Write(output.Buffer, 0, output.Count);
            _start = 0;
            _end = output.Count - taken;
            Array.Copy(output.Buffer, taken, _buffer, 0, _end);
            _deadlineMs = nowMs + HttpServer.MaxPieceMs;
        }
        else
        {
            int taken = _peer.Write(_buffer, _start, _end - _start);
            _start += taken;
            if (taken == 0)
            {
                CloseIfGone();
                return false;
            }
        }

        if (_start == _end && _answer.IsWritten)
        {
            EndAnswer(nowMs);
        }

        return true;
    }

    private void MakePiece(long nowMs, JsonWriter output)
    {
        bool isChunked = _answer.Length == HttpAnswer.UnknownLength && _request.IsVersion11;
        output.Begin(0);
        if (_phase == HttpPhase.Answered)
        {
            _phase = HttpPhase.Sending;
            bool hasEnd = isChunked || _answer.Length != HttpAnswer.UnknownLength;
            if (_after == HttpPhase.Kept && (_answer.Status == 302 || !hasEnd))
            {
                _after = HttpPhase.Free;
            }

            AnswerHead.Write(_answer, isChunked, keepsAlive: _after == HttpPhase.Kept, output);
            output.BeginText();
            if (_request.Method == RequestMethod.Head)
            {
                _answer.End();
            }
        }

        if (!_answer.IsWritten)
        {
            HttpChunk.Write(_service, _answer, isChunked, nowMs, output);
        }
    }

    private void EndAnswer(long nowMs)
    {
        if (_after == HttpPhase.Kept)
        {
            WaitForRequest(HttpPhase.Kept, nowMs);
        }
        else if (_after == HttpPhase.Drain)
        {
            _phase = HttpPhase.Drain;
            _deadlineMs = nowMs + HttpServer.DrainMs;
        }
        else
        {
            Close();
        }
    }

    private bool Drain()
    {
        bool isThere = _peer.Read(_buffer, 0, MaxRequestLength) > 0;
        if (!isThere)
        {
            CloseIfGone();
        }

        return isThere;
    }
}
