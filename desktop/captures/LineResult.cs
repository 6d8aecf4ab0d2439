namespace ValenceNano.Desktop;

/// <summary>What <see cref="LineBuffer.TryTake"/> found.</summary>
public enum LineResult
{
    /// <summary>No whole line: more bytes are needed.</summary>
    None,

    /// <summary>A line.</summary>
    Line,

    /// <summary>A line that is too long: it is passed over, and the next result is of the line behind it.</summary>
    TooLong,
}
