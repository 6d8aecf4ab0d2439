namespace ValenceNano.Desktop;

/// <summary>Counts the lines of a capture that are passed over, and tells of the first of them.</summary>
public sealed class SkippedLines(string name, TextWriter error)
{
    /// <summary>How many lines are told of one by one; a file that is no capture at all has any number of them.</summary>
    public const int MaxTold = 20;

    /// <summary>How many there were.</summary>
    public long Count { get; private set; }

    /// <summary>Counts a line; <paramref name="line"/> and <paramref name="column"/> are counted from 1.</summary>
    public void Add(long line, int column, LineDefect defect)
    {
        Count++;
        if (Count <= MaxTold)
        {
            error.WriteLine($"{name}:{line}:{column}: skipped: {Reason(defect)}");
        }
        else if (Count == MaxTold + 1)
        {
            error.WriteLine($"{name}:{line}: skipped too; from here on such lines are only counted");
        }
    }

    private static string Reason(LineDefect defect) => defect switch
    {
        LineDefect.NotHex => "not a hex digit",
        LineDefect.OddDigits => "odd number of hex digits",
        LineDefect.NoBytes => "no bytes",
        LineDefect.TooLong => "longer than 1 MiB; cut it into lines first, with fold -w 6000 for example",
        _ => throw new ArgumentOutOfRangeException(nameof(defect), defect, null),
    };
}
