namespace ValenceNano.Desktop;

/// <summary>Gets the time out of the lines of a log, line by line.</summary>
public interface ILineTime
{
    /// <summary>What it is called in messages to the user.</summary>
    string Name { get; }

    /// <summary>The smallest step between two times, ms.</summary>
    int StepMs { get; }

    /// <summary>Reads the time of a line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="first">Where the time begins in it.</param>
    /// <param name="behind">Where it ends.</param>
    /// <returns>Since the first time of the log, ms; null if the line says none.</returns>
    long? Read(ReadOnlySpan<byte> text, out int first, out int behind);
}
