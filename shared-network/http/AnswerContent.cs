namespace ValenceNano.Network;

/// <summary>What the body of an answer is.</summary>
public enum AnswerContent
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>The page: HTML, packed with gzip.</summary>
    Page,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>A table, as text.</summary>
    Csv,

    /// <summary>Bytes that only a program understands.</summary>
    Bytes,
}
