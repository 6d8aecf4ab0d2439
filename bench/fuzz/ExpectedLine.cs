namespace ValenceNano.Bench;

/// <summary>What a line of a capture has to give.</summary>
/// <param name="Bytes">Its bytes; none for a line that is blank or skipped.</param>
/// <param name="TimeMs">Its time, ms; null where it has none.</param>
/// <param name="IsSkipped">It is counted as one that is none of a capture.</param>
internal sealed record ExpectedLine(byte[] Bytes, long? TimeMs, bool IsSkipped)
{
    public static readonly ExpectedLine Bad = new([], null, IsSkipped: true);
    public static readonly ExpectedLine Blank = new([], null, IsSkipped: false);
}
