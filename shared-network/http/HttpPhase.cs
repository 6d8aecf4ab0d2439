namespace ValenceNano.Network;

/// <summary>What a connection is doing.</summary>
internal enum HttpPhase
{
    /// <summary>There is none.</summary>
    Free,

    /// <summary>It waits for the first byte of its first request.</summary>
    Waiting,

    /// <summary>It has been answered, and waits for the first byte of another request.</summary>
    Kept,

    /// <summary>The head of a request comes.</summary>
    Head,

    /// <summary>The body of a request comes.</summary>
    Body,

    /// <summary>It is there, and is being worked on.</summary>
    Work,

    /// <summary>The answer is known, and its head comes next.</summary>
    Answered,

    /// <summary>The answer is sent.</summary>
    Sending,

    /// <summary>
    /// The last answer is sent, but not all was read that the peer sends. Closed now, the connection would be reset, and the peer might
    /// never see the answer: so what comes is read for a while, and thrown away.
    /// </summary>
    Drain,
}
