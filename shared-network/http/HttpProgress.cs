namespace ValenceNano.Network;

/// <summary>How far the head of a request has come.</summary>
public enum HttpProgress
{
    /// <summary>More bytes must come.</summary>
    Partial,

    /// <summary>It is there, to the empty line at its end.</summary>
    Complete,

    /// <summary>It is none, whatever comes.</summary>
    Broken,
}
