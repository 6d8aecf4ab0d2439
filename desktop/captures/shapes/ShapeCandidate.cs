namespace ValenceNano.Desktop;

/// <summary>Lines of text with bytes in one part of them: a shape, but for its time.</summary>
/// <param name="Family">What <c>--shape</c> calls it.</param>
/// <param name="Part">Where the bytes stand.</param>
/// <param name="Notation">How they are written.</param>
public sealed record ShapeCandidate(string Family, LinePart Part, IByteNotation Notation)
{
    private static readonly (string Family, IByteNotation Notation)[] InLines =
    [
        (ShapeFamilies.Hex, new RowNotation(NumberForm.Hex)),
        (ShapeFamilies.Hex, new RowNotation(NumberForm.Hex, maxBlanks: 2)),
        (ShapeFamilies.Strings, new StringNotation()),
        (ShapeFamilies.Strings, new StringNotation(takesAll: true)),
        (ShapeFamilies.Marked, new MarkedNotation()),
        (ShapeFamilies.Decimal, new RowNotation(NumberForm.Decimal)),
        (ShapeFamilies.ShortHex, new RowNotation(NumberForm.ShortHex)),
    ];

    private const int MaxColumns = 12;
    private const int LinesLookedAt = 200;

    /// <summary>All that a sample may be, what is likelier first.</summary>
    public static IEnumerable<ShapeCandidate> Of(ShapeSample sample)
    {
        foreach ((string family, IByteNotation notation) in InLines)
        {
            yield return new ShapeCandidate(family, LinePart.Whole, notation);
        }

        foreach (byte separator in " ,;\t|"u8.ToArray())
        {
            int columns = Columns(sample, separator);
            for (int column = 0; column < columns; column++)
            {
                foreach ((string family, IByteNotation notation) in InLines)
                {
                    yield return new ShapeCandidate(family, new LinePart(LinePartKind.From, separator, column), notation);
                    yield return new ShapeCandidate(family, new LinePart(LinePartKind.Column, separator, column), notation);
                }
            }

            foreach ((string family, IByteNotation notation) in columns > 1 ? InLines : [])
            {
                yield return new ShapeCandidate(family, new LinePart(LinePartKind.Last, separator), notation);
            }
        }
    }

    /// <summary>The shape, with a time, and without the lines that are not of the bus.</summary>
    public Shape With(Func<ILineTime>? time, HashSet<int>? others = null)
    {
        string part = Part.Kind switch
        {
            LinePartKind.Column => $"column {Part.Column + 1}",
            LinePartKind.From => $"from column {Part.Column + 1} on",
            LinePartKind.Last => "last column",
            _ => "",
        };
        string details = string.Join(", ", new[] { part, time?.Invoke().Name ?? "" }.Where(detail => detail.Length > 0));
        return new Shape(Family, details, () => new TextLineReader(Part, Notation, time?.Invoke(), others ?? []));
    }

    // How many most of the lines have; a separator in few of them is none.
    private static int Columns(ShapeSample sample, byte separator)
    {
        int[] counts = [.. Enumerable.Range(0, Math.Min(sample.Count, LinesLookedAt)).Select(i => LinePart.Count(sample[i], separator)).Order()];
        int usual = counts.Length == 0 ? 1 : counts[counts.Length / 2];
        return usual < 2 ? 0 : Math.Min(usual, MaxColumns);
    }
}
