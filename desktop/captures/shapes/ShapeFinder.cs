namespace ValenceNano.Desktop;

/// <summary>Finds the shape of a log from its beginning: what makes most whole messages wins, and this project's own on a par.</summary>
/// <param name="family">One of <see cref="ShapeFamilies"/> to choose among; null: all.</param>
public sealed class ShapeFinder(string? family)
{
    /// <summary>Fewer whole messages decide only if there is no more to look at.</summary>
    public const int MinMessages = 8;

    private const int FewMessages = 3;

    /// <summary>Rows in which each offset follows from the one before.</summary>
    private const int MinDumpRows = 2;

    /// <summary>Finds the shape.</summary>
    /// <param name="sample">The beginning of the log.</param>
    /// <param name="minMessages">How many whole messages it takes.</param>
    /// <returns>Null: nothing makes so many.</returns>
    public Shape? Find(ShapeSample sample, int minMessages = MinMessages)
    {
        ShapeScore own = Allows(Shape.Capture.Family) ? sample.Score(new LineParser()) : new ShapeScore();
        (Shape Shape, ShapeScore Score) best = (Shape.Capture, own);
        if (Allows(Shape.Binary.Family))
        {
            Consider(ref best, Shape.Binary, sample.Score(null));
        }

        // Where another one makes a little more of it, messages were cut off and the other one has not seen it, or lines are corrupt.
        var times = new TimeFinder(sample);
        bool hasTimesElsewhere = times.HasClock && own.BadLines * 3 > own.Lines;
        ConsiderText(ref best, sample, times, hasTimesElsewhere);
        bool isAsGood = own.MessageBytes * 10 >= best.Score.MessageBytes * 9 || own.Messages + FewMessages > best.Score.Messages;
        bool isOwn = own.IsOfMostLines && isAsGood && !hasTimesElsewhere;
        best = isOwn ? (Shape.Capture, own) : best;
        foreach (Shape dump in Allows(ShapeFamilies.Dump) ? Dumps(sample) : [])
        {
            // On a par with a dump the others take offsets for bytes or times.
            var reader = (DumpLineReader)dump.Create!();
            ShapeScore score = sample.Score(reader);
            bool isOnPar = !best.Score.IsBetterThan(score) && best.Shape.Family != ShapeFamilies.Dump;
            bool follows = reader.Breaks * 4 < score.Lines;
            best = score.Messages > 0 && follows && (isOnPar || score.IsBetterThan(best.Score)) ? (dump, score) : best;
        }

        return best.Score.Messages >= minMessages ? best.Shape : null;
    }

    /// <summary>The shape of a log in which nothing is whole: that in which most lines have bytes.</summary>
    public Shape Guess(ShapeSample sample)
    {
        ShapeScore own = sample.Score(new LineParser());
        if (family == null && own.Lines >= own.BadLines)
        {
            return Shape.Capture;
        }

        ShapeCandidate? best = null;
        int lines = family == null ? Math.Max(own.Lines, own.BadLines / 2) : -1;
        foreach (ShapeCandidate candidate in Candidates(sample))
        {
            int found = sample.Score(candidate.With(null).Create!()).Lines;
            best = found > lines ? candidate : best;
            lines = Math.Max(found, lines);
        }

        return best?.With(new TimeFinder(sample).Find(best.Part, best.Notation)) ?? Default();
    }

    private Shape Default() => family switch
    {
        "binary" => Shape.Binary,
        ShapeFamilies.Dump => Dump(16, 16, swaps: false),
        _ => Shape.Capture,
    };

    private IEnumerable<ShapeCandidate> Candidates(ShapeSample sample) =>
        sample.IsText ? ShapeCandidate.Of(sample).Where(candidate => Allows(candidate.Family)) : [];

    private bool Allows(string name) => family == null || family == name;

    // Ours passes over lines with a clock's time, and takes the bytes below them.
    private void ConsiderText(ref (Shape Shape, ShapeScore Score) best, ShapeSample sample, TimeFinder times, bool hasTimesElsewhere)
    {
        foreach (ShapeCandidate candidate in Candidates(sample))
        {
            Shape shape = candidate.With(null);
            ShapeScore score = sample.Score(shape.Create!());
            if (score.Messages > 0 && score.MessageBytes >= best.Score.MessageBytes)
            {
                Func<ILineTime>? time = times.Find(candidate.Part, candidate.Notation);
                HashSet<int> others = OtherLines.Find(sample, shape.Create!());
                if (time != null || others.Count > 0)
                {
                    (shape, score) = Better((shape, score), candidate.With(time, others), candidate.With(time), sample);
                    bool isOnPar = time != null && hasTimesElsewhere && best.Shape == Shape.Capture && score.MessageBytes >= best.Score.MessageBytes;
                    best = isOnPar ? (shape, score) : best;
                }

                Consider(ref best, shape, score);
            }
        }
    }

    // A time that would cut most of the messages is none.
    private static (Shape Shape, ShapeScore Score) Better((Shape Shape, ShapeScore Score) plain, Shape full, Shape timed, ShapeSample sample)
    {
        (Shape Shape, ShapeScore Score) best = plain;
        foreach (Shape shape in new[] { timed, full })
        {
            ShapeScore score = sample.Score(shape.Create!());
            bool fits = best == plain ? score.MessageBytes * 2 >= plain.Score.MessageBytes : score.MessageBytes >= best.Score.MessageBytes;
            best = fits ? (shape, score) : best;
        }

        return best;
    }

    private static void Consider(ref (Shape Shape, ShapeScore Score) best, Shape shape, ShapeScore score)
    {
        if (score.IsBetterThan(best.Score))
        {
            best = (shape, score);
        }
    }

    private static IEnumerable<Shape> Dumps(ShapeSample sample)
    {
        foreach (int radix in new[] { 16, 10, 8 })
        {
            int[] steps = [.. Steps(sample, radix)];
            int width = steps.Where(step => step is > 0 and <= 64).GroupBy(step => step).MaxBy(group => group.Count())?.Key ?? 0;
            if (steps.Count(step => step == width) >= MinDumpRows && steps.Count(step => step == width) * 2 > steps.Count(step => step > 0))
            {
                yield return Dump(radix, width, swaps: false);
                yield return Dump(radix, width, swaps: true);
            }
        }
    }

    // From one row to the next: 0 where there is none.
    private static IEnumerable<int> Steps(ShapeSample sample, int radix)
    {
        long last = long.MaxValue;
        for (int i = 0; i < sample.Count; i++)
        {
            bool isRow = DumpLineReader.TryReadOffset(sample[i].TrimStart((byte)' '), radix, out long offset, out _);
            yield return isRow && offset > last ? (int)Math.Min(offset - last, int.MaxValue) : 0;
            last = isRow ? offset : long.MaxValue;
        }
    }

    private static Shape Dump(int radix, int width, bool swaps) => new(
        ShapeFamilies.Dump, $"rows of {width}{(swaps ? ", bytes swapped in words" : "")}", () => new DumpLineReader(radix, width, swaps));
}
