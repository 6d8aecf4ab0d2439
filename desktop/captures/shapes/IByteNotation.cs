namespace ValenceNano.Desktop;

/// <summary>A way to write bytes as text.</summary>
public interface IByteNotation
{
    /// <summary>What it is called in messages to the user.</summary>
    string Name { get; }

    /// <summary>
    /// Puts the bytes that a text says into <paramref name="line"/>, whose buffer has room for as many as the text has
    /// characters, with <see cref="CaptureLine.TextStart"/> where they begin in it. No bytes: it says none.
    /// </summary>
    void Scan(ReadOnlySpan<byte> text, CaptureLine line);
}
