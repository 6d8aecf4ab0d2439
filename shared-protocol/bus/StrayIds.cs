namespace ValenceNano.Protocol;

/// <summary>
/// Looks for a battery that has a bus id which nobody is known to have: it missed the power-up message, comes from another bus, or was
/// forgotten while it was unplugged. Such a one is silent in discovery, and nobody would ever ask it. So a few of the ids that nobody
/// has are asked behind each search that began without the power-up message, and all in turn; an answer calls for that message, as two
/// at once do, of which only junk can be heard.
/// </summary>
internal sealed class StrayIds(BusLink link, BatteryList batteries)
{
    /// <summary>How many ids are asked behind a search: 200 ms at most in which nobody answers, and all within four searches.</summary>
    private const int PerSearch = 4;

    // As many as masters like ours give away.
    private const int Ids = BatteryList.Capacity;

    private int _next;
    private int _left;
    private int _asked;
    private bool _isAnswered;
    private bool _isAskedAgain;

    // A bit for each id that has answered: who does so still when all were made to forget is no battery that listens to that. When they
    // have brought a battery that was not known it was that one, and whoever answers now is another.
    private int _told;
    private int _knownCount;

    /// <summary>A battery is there that nobody knows. Stays so until <see cref="Stop"/>.</summary>
    public bool IsFound { get; private set; }

    /// <summary>So are two with the same bus id; or it was noise that came twice. Stays so until <see cref="Stop"/>.</summary>
    public bool MayBeTwo { get; private set; }

    /// <summary>There is an id to be asked.</summary>
    public bool IsDue => _left > 0;

    /// <summary>How long an answer may take, ms.</summary>
    public int WindowMs => BusMonitor.ReplyMs + link.DelayMs;

    /// <summary>A search begins: some more are asked behind it.</summary>
    public void Begin()
    {
        _left = PerSearch;
        _told = batteries.Count > _knownCount ? 0 : _told;
        _knownCount = batteries.Count;
    }

    /// <summary>All batteries are made to forget their bus ids.</summary>
    public void Stop()
    {
        _left = 0;
        _knownCount = batteries.Count;
        IsFound = false;
        MayBeTwo = false;
    }

    /// <summary>Asks the next id that nobody has, if there is one.</summary>
    /// <returns>True: it was asked. Wait for <see cref="WindowMs"/>, then <see cref="CloseWindow"/>.</returns>
    public bool Ask(long nowMs)
    {
        _left--;
        for (int i = 0; i < Ids; i++)
        {
            _asked = _next;
            _next = (_next + 1) % Ids;
            if (batteries.FindBusId(BatteryList.FirstBusId + _asked) == null)
            {
                _isAnswered = false;
                link.Send(RequestWriter.Read(link.Request, BatteryList.FirstBusId + _asked), nowMs);
                return true;
            }

            _told &= ~(1 << _asked);
            _isAskedAgain = false;
        }

        return false;
    }

    /// <summary>Takes a message that has come in.</summary>
    /// <returns>True: it is an answer to what was asked.</returns>
    public bool OnMessage(MessageKind kind)
    {
        bool isAnswer = kind == MessageKind.Data || kind == MessageKind.Refused || kind == MessageKind.OtherReply;
        if (!isAnswer || link.LastMessage[0] != BatteryList.FirstBusId + _asked)
        {
            return false;
        }

        _isAnswered = true;
        return true;
    }

    /// <summary>The answer has come, or none does. After a corrupt one the same id is asked once more.</summary>
    public void CloseWindow()
    {
        bool isCorrupt = !_isAnswered && link.HeardCorrupt;
        _isAskedAgain = isCorrupt && !_isAskedAgain;
        if (_isAskedAgain)
        {
            _left++;
            _next = _asked;
            return;
        }

        int bit = 1 << _asked;
        bool isNew = (_told & bit) == 0;
        IsFound |= _isAnswered && isNew;
        MayBeTwo |= isCorrupt && isNew;
        _told = _isAnswered || isCorrupt ? _told | bit : _told & ~bit;
    }
}
