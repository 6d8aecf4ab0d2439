using System.Globalization;

namespace ValenceNano.Desktop;

/// <summary>Finds out where the lines of a sample have their time: a clock's, or a number that goes up.</summary>
public sealed class TimeFinder
{
    private const int MaxLines = 500;
    private const int MinShare = 20;
    private const int MaxColumns = 8;

    private readonly ShapeSample _sample;

    /// <summary>Looks for clock times.</summary>
    public TimeFinder(ShapeSample sample)
    {
        _sample = sample;
        int count = Math.Min(sample.Count, MaxLines);
        HasClock = Enumerable.Range(0, count).Count(i => ClockTime.TryFind(sample[i], out _)) * MinShare > count;
    }

    /// <summary>Lines have times of a clock.</summary>
    public bool HasClock { get; }

    /// <summary>Finds the time for lines whose bytes stand in a part of them.</summary>
    /// <returns>What makes a reader of it for a log from its start; null: the lines have no time.</returns>
    public Func<ILineTime>? Find(LinePart part, IByteNotation notation)
    {
        if (HasClock)
        {
            return () => new ClockLineTime();
        }

        NumberColumn? best = null;
        foreach (byte separator in part.Kind == LinePartKind.Whole ? " ,;\t"u8.ToArray() : [part.Separator])
        {
            for (int column = 0; column < MaxColumns; column++)
            {
                NumberColumn found = Collect(part, notation, separator, column);
                best = found.IsTime && (best == null || found.IsLikelierThan(best)) ? found : best;
            }
        }

        return best == null ? null : best.Create;
    }

    private NumberColumn Collect(LinePart part, IByteNotation notation, byte separator, int column)
    {
        var numbers = new NumberColumn(separator, column);
        var line = new CaptureLine();
        for (int i = 0; i < Math.Min(_sample.Count, MaxLines); i++)
        {
            ReadOnlySpan<byte> text = _sample[i];
            line.Begin(text.Length + 1);
            part.Scan(text, notation, line);
            if (line.Length == 0)
            {
                numbers.TakeOther(text);
            }
            else if (NumberLineTime.TryRead(text, separator, column, out double value, out int start, out int end)
                && (end <= line.TextStart || (part.Kind == LinePartKind.Column && column != part.Column)))
            {
                numbers.Take(value, text[start..end], line.Length);
            }
            else
            {
                numbers.Miss();
            }
        }

        return numbers;
    }
}
