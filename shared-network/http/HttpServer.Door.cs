namespace ValenceNano.Network;

/// <summary>
/// Who comes when all connections are taken. Whoever brings a whole request in one piece gets the place of a peer that is slow, and so peers
/// that are slow, however many, keep nobody out for long; anybody else is told 503.
/// </summary>
public sealed partial class HttpServer
{
    /// <summary>A peer that has not brought its request, or taken a piece of its answer, in so long may have to give way, ms.</summary>
    public const int SlowMs = 2000;

    /// <summary>How long it is waited for the request of a peer that has come when all connections are taken, ms.</summary>
    public const int DoorMs = 200;

    private readonly HttpRequest _broughtRequest = new();

    // The peer that has come last when all were taken. Once told 503 it is closed a little later: at once, and it might not see that.
    private IConnection _atDoor;
    private long _atDoorMs;
    private bool _isRefused;

    private void LeaveAtDoor(IConnection peer, long nowMs)
    {
        if (_atDoor != null)
        {
            MakeWayAtDoor(nowMs);
        }

        _atDoor = peer;
        _atDoorMs = nowMs;
        _isRefused = false;
        if (Slowest(nowMs) == null)
        {
            Refuse(nowMs);
        }
    }

    // Who has brought nothing so far is not waited for while others come.
    private void MakeWayAtDoor(long nowMs)
    {
        if (!_isRefused)
        {
            Refuse(nowMs);
        }

        LeaveDoor();
    }

    private void LookAtDoor(long nowMs)
    {
        // The parser of requests wants a byte behind them.
        int count = _atDoor.Read(_output.Buffer, 0, PieceLength - 1);
        if (count == 0 && !_atDoor.IsOpen)
        {
            LeaveDoor();
        }
        else if (_isRefused)
        {
            if (nowMs - _atDoorMs >= DrainMs)
            {
                LeaveDoor();
            }
        }
        else if (count > 0 || nowMs - _atDoorMs >= DoorMs)
        {
            LetIn(count, nowMs);
        }
    }

    private void LetIn(int count, long nowMs)
    {
        HttpConnection room = FindRoom() ?? (IsWhole(_output.Buffer, count) ? RoomOf(Slowest(nowMs)) : null);
        if (room == null)
        {
            Refuse(nowMs);
        }
        else
        {
            room.Open(_atDoor, nowMs);
            room.Bring(_output.Buffer, count);
            _open++;
            _atDoor = null;
        }
    }

    // With its body: slow peers send heads alone too.
    private bool IsWhole(byte[] buffer, int count)
    {
        HttpRequest request = _broughtRequest;
        request.Clear();
        return request.Take(buffer, count) == HttpProgress.Complete && !request.IsBodyEncoded
            && count >= request.HeadLength + request.BodyLength;
    }

    private HttpConnection Slowest(long nowMs)
    {
        HttpConnection slowest = null;
        long longestMs = SlowMs;
        for (int i = 0; i < MaxConnections; i++)
        {
            long slowMs = _connections[i].SlowMs(nowMs);
            if (slowMs >= longestMs)
            {
                slowest = _connections[i];
                longestMs = slowMs;
            }
        }

        return slowest;
    }

    private void Refuse(long nowMs)
    {
        _isRefused = true;
        _atDoorMs = nowMs;
        _output.Begin(0);
        AnswerHead.WriteBusy(_output);
        _atDoor.Write(_output.Buffer, 0, _output.Count);
    }

    private void LeaveDoor()
    {
        _atDoor.Close();
        _atDoor = null;
    }
}
