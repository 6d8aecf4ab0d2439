namespace ValenceNano.Bench;

/// <summary>How long something took, many times.</summary>
internal sealed class Durations
{
    private readonly List<long> _all = [];

    public int Count => _all.Count;

    public long MedianMs => At(_all.Count / 2);

    public long WorstMs => At(_all.Count - 1);

    public void Add(long ms) => _all.Add(ms);

    private long At(int place)
    {
        if (_all.Count == 0)
        {
            return 0;
        }

        _all.Sort();
        return _all[place];
    }
}
