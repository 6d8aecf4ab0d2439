namespace ValenceNano.Protocol;

/// <summary>What happened on the bus since start-up. Every answer that cannot be used is counted under one cause.</summary>
public sealed class BusCounters
{
    /// <summary>Read requests sent, or heard by a listener.</summary>
    public int Polls;

    /// <summary>Whole data replies from the battery that was asked, consistent or not.</summary>
    public int Replies;

    /// <summary>Read requests to which nothing came.</summary>
    public int Timeouts;

    /// <summary>Read requests to which something came, but no whole message: CRC wrong or cut off.</summary>
    public int CrcErrors;

    /// <summary>Whole data replies that came from another bus id than was asked, or that nobody asked for.</summary>
    public int WrongReplies;

    /// <summary>Data replies that contradict themselves.</summary>
    public int Inconsistent;

    /// <summary>Bytes that belong to no whole message.</summary>
    public int JunkBytes;

    /// <summary>Discovery rounds.</summary>
    public int Rounds;

    /// <summary>Acknowledged assignments of a bus id.</summary>
    public int Assigned;

    /// <summary>Times the master made all batteries say again who they are, because two may have shared a bus id.</summary>
    public int Renumbered;

    /// <summary>Times every battery was asked once: grows when new values are there to be shown.</summary>
    public int Cycles;
}
