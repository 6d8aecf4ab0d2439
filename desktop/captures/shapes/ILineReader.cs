namespace ValenceNano.Desktop;

/// <summary>Gets the bytes and the time out of the lines of one shape. It is asked line by line, in the order of the log.</summary>
public interface ILineReader
{
    /// <summary>Where the last defect stands in its line, from 1.</summary>
    int DefectColumn { get; }

    /// <summary>Reads one line, without its line feed, into <paramref name="line"/>; a blank one has no bytes.</summary>
    LineDefect Parse(ReadOnlySpan<byte> text, CaptureLine line);
}
