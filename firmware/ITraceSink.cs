namespace ValenceNano.Firmware;

/// <summary>Where the lines of a <see cref="TracePort"/> go.</summary>
public interface ITraceSink
{
    /// <summary>Takes one line: the first <paramref name="length"/> bytes of <paramref name="line"/>, ASCII, with no line end.</summary>
    void WriteLine(byte[] line, int length);
}
