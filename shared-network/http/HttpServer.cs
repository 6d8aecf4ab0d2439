using System;

namespace ValenceNano.Network;

/// <summary>
/// An HTTP/1.1 server that waits for nothing and allocates nothing: four connections, looked at in turn whenever <see cref="Poll"/> is
/// called, of which one at most does something then.
/// </summary>
public sealed partial class HttpServer
{
    /// <summary>How many connections there can be.</summary>
    public const int MaxConnections = 4;

    /// <summary>Without a request for so long a connection is closed, ms.</summary>
    public const int MaxIdleMs = 5000;

    /// <summary>From its first byte to its last a request takes no longer, or the connection is closed, ms.</summary>
    public const int MaxRequestMs = 10000;

    /// <summary>A peer that does not take a piece of its answer in so long is left alone, ms.</summary>
    public const int MaxPieceMs = 10000;

    /// <summary>How long it is read, behind the last answer, what nobody wants any more, ms.</summary>
    public const int DrainMs = 1000;

    /// <summary>The longest part of a body that a service may write at once, bytes.</summary>
    public const int MaxPartLength = 660;

    /// <summary>With so much of a piece written no other part is begun, bytes: what one turn may take is bounded by it.</summary>
    public const int EnoughLength = 350;

    /// <summary>A piece of an answer has at most so many bytes.</summary>
    public const int PieceLength = 1024;

    private readonly IListener _listener;
    private readonly HttpConnection[] _connections = new HttpConnection[MaxConnections];
    private readonly JsonWriter _output;
    private int _open;
    private int _next;

    /// <summary>Makes a server that has not looked at its listener yet.</summary>
    /// <param name="listener">Where peers come in.</param>
    /// <param name="service">What answers them.</param>
    /// <param name="work">For its work within one call, <see cref="PieceLength"/> bytes that others may have too; null: it makes them.</param>
    public HttpServer(IListener listener, IHttpService service, byte[] work = null)
    {
        _listener = listener;
        _output = new JsonWriter(work ?? new byte[PieceLength]);
        for (int i = 0; i < MaxConnections; i++)
        {
            _connections[i] = new HttpConnection(service);
        }
    }

    /// <summary>How many connections are open.</summary>
    public int OpenCount => _open;

    /// <summary>Takes a peer that has come, and does the next thing for one of those that are there.</summary>
    /// <param name="nowMs">Time since start-up, ms.</param>
    /// <returns>True: there may be more to do at once. False: it is enough to call again in some ms.</returns>
    public bool Poll(long nowMs)
    {
        IConnection peer = _listener.Accept();
        if (peer != null)
        {
            Take(peer, nowMs);
        }

        if (_atDoor != null)
        {
            LookAtDoor(nowMs);
        }

        return (_open > 0 && StepOne(nowMs)) || peer != null;
    }

    private bool StepOne(long nowMs)
    {
        for (int i = 0; i < MaxConnections; i++)
        {
            HttpConnection connection = _connections[_next];
            bool hasDone = !connection.IsFree && Step(connection, nowMs);
            // One that is worked on has the service for itself; one that is alone goes on next time.
            if (!connection.IsWorking && (_open > 1 || !hasDone))
            {
                _next = (_next + 1) & (MaxConnections - 1);
            }

            if (hasDone)
            {
                return true;
            }
        }

        return false;
    }

    private bool Step(HttpConnection connection, long nowMs)
    {
        bool hasDone = connection.Step(nowMs, _output);
        _open -= connection.IsFree ? 1 : 0;
        return hasDone;
    }

    private void Take(IConnection peer, long nowMs)
    {
        HttpConnection room = FindRoom();
        if (room != null)
        {
            room.Open(peer, nowMs);
            _open++;
        }
        else
        {
            LeaveAtDoor(peer, nowMs);
        }
    }

    // A browser keeps more connections than it uses, and opens another one at once if it finds one closed.
    private HttpConnection FindRoom()
    {
        HttpConnection kept = null;
        for (int i = 0; i < MaxConnections; i++)
        {
            HttpConnection connection = _connections[i];
            if (connection.IsFree)
            {
                return connection;
            }

            kept = connection.MayGiveWay ? connection : kept;
        }

        return RoomOf(kept);
    }

    private HttpConnection RoomOf(HttpConnection connection)
    {
        if (connection != null)
        {
            connection.GiveWay();
            _open--;
        }

        return connection;
    }
}
