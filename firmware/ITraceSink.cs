using ValenceNano.Display;

namespace ValenceNano.Firmware;

/// <summary>Where the lines of a <see cref="TracePort"/> go.</summary>
public interface ITraceSink
{
    /// <summary>Takes one line, which has no line end; the object is used again.</summary>
    void WriteLine(TextLine line);
}
