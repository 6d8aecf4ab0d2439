namespace ValenceNano.Desktop;

/// <summary>What has come of an extra request.</summary>
public enum ProbeAnswer
{
    /// <summary>Nothing yet.</summary>
    Waiting,

    /// <summary>Its registers.</summary>
    Registers,

    /// <summary>A refusal.</summary>
    Refused,

    /// <summary>Bytes, but no answer to it.</summary>
    Corrupt,

    /// <summary>Not one byte.</summary>
    Silence,
}
