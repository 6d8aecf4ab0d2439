namespace ValenceNano.Model;

/// <summary>What a reading can be besides a number.</summary>
public static class Reading
{
    /// <summary>The value is not known. It is shown as "--", and left out of what is written to a file.</summary>
    public const int Unknown = int.MinValue;
}
