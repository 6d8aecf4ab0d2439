namespace ValenceNano.Bench;

/// <summary>Counts by name.</summary>
public sealed class Tally
{
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>How many there were.</summary>
    public long this[string name] => _counts.GetValueOrDefault(name);

    /// <summary>Counts one, or more.</summary>
    public void Add(string name, long count = 1) => _counts[name] = this[name] + count;

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", _counts.Select(pair => $"{pair.Value} {pair.Key}"));
}
