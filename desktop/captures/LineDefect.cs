namespace ValenceNano.Desktop;

/// <summary>Why a line is not one of a capture.</summary>
public enum LineDefect
{
    /// <summary>It is one, or it is blank.</summary>
    None,

    /// <summary>A character that is no hex digit stands among the bytes.</summary>
    NotHex,

    /// <summary>A byte lacks its second digit.</summary>
    OddDigits,

    /// <summary>A time or an arrow with no bytes behind it.</summary>
    NoBytes,

    /// <summary>More than <see cref="LineBuffer.MaxLineLength"/> characters.</summary>
    TooLong,
}
