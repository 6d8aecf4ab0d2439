namespace ValenceNano.Protocol;

/// <summary>
/// What happened on the bus since start-up. Every answer that cannot be used is counted under one cause. A counter that has
/// reached <see cref="Max"/> stays there.
/// </summary>
public sealed class BusCounters
{
    /// <summary>Where a counter ends: noise at the full speed of the bus is there after a day.</summary>
    public const int Max = 999_999_999;

    private int _polls;
    private int _replies;
    private int _timeouts;
    private int _crcErrors;
    private int _wrongReplies;
    private int _refused;
    private int _otherReplies;
    private int _inconsistent;
    private int _junkBytes;
    private int _rounds;
    private int _assigned;
    private int _renumbered;
    private int _yielded;

    /// <summary>Read requests sent to a battery that is known, or heard by a listener; of others only those that were answered.</summary>
    public int Polls { get => _polls; internal set => _polls = Saturated(value); }

    /// <summary>Whole data replies from the battery that was asked, consistent or not.</summary>
    public int Replies { get => _replies; internal set => _replies = Saturated(value); }

    /// <summary>Read requests to which nothing came, or less than an answer has bytes.</summary>
    public int Timeouts { get => _timeouts; internal set => _timeouts = Saturated(value); }

    /// <summary>Read requests to which as much came as an answer has, but no whole message: CRC wrong or cut off.</summary>
    public int CrcErrors { get => _crcErrors; internal set => _crcErrors = Saturated(value); }

    /// <summary>Whole replies that came from another bus id than was asked, or that nobody asked for.</summary>
    public int WrongReplies { get => _wrongReplies; internal set => _wrongReplies = Saturated(value); }

    /// <summary>Read requests that the battery refused.</summary>
    public int Refused { get => _refused; internal set => _refused = Saturated(value); }

    /// <summary>Whole replies of the battery that was asked, but of another length or function than the data.</summary>
    public int OtherReplies { get => _otherReplies; internal set => _otherReplies = Saturated(value); }

    /// <summary>Data replies that contradict themselves.</summary>
    public int Inconsistent { get => _inconsistent; internal set => _inconsistent = Saturated(value); }

    /// <summary>Bytes that belong to no whole message.</summary>
    public int JunkBytes { get => _junkBytes; internal set => _junkBytes = Saturated(value); }

    /// <summary>Discovery rounds.</summary>
    public int Rounds { get => _rounds; internal set => _rounds = Saturated(value); }

    /// <summary>Acknowledged assignments of a bus id.</summary>
    public int Assigned { get => _assigned; internal set => _assigned = Saturated(value); }

    /// <summary>Times the master made all batteries say again who they are, because two may have shared a bus id.</summary>
    public int Renumbered { get => _renumbered; internal set => _renumbered = Saturated(value); }

    /// <summary>Times it gave way to another master.</summary>
    public int Yielded { get => _yielded; internal set => _yielded = Saturated(value); }

    private static int Saturated(int count) => count < Max ? count : Max;
}
