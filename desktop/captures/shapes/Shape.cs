namespace ValenceNano.Desktop;

/// <summary>A shape that a log may have.</summary>
/// <param name="Family">What <c>--shape</c> calls it and its kin.</param>
/// <param name="Details">What else there is to say of it; empty: nothing.</param>
/// <param name="Create">Makes a reader for a log from its start; null: the bytes are not text.</param>
public sealed record Shape(string Family, string Details, Func<ILineReader>? Create)
{
    /// <summary>This project's own: <c>[ms] hex [# comment]</c>.</summary>
    public static readonly Shape Capture = new("capture", "", () => new LineParser());

    /// <summary>The bytes themselves.</summary>
    public static readonly Shape Binary = new("binary", "", null);

    /// <inheritdoc/>
    public override string ToString() => Details.Length == 0 ? Family : $"{Family} ({Details})";
}
