namespace ValenceNano.Desktop;

/// <summary>
/// Is a bit set when a reading is above or below a value? The evidence is in the moments at which the bit changes: how
/// many of them are moments at which the reading passes the value, and the other way round.
/// </summary>
public sealed class ThresholdStudy
{
    /// <summary>How many of the rarer of set and clear may be wrong, and still it is a rule: one in so many.</summary>
    private const int MaxMissShare = 20;
    private const int MinChanges = 3;

    private static readonly int[] Lags = [0, 1, 2, -1];

    private readonly bool[] _follows;
    private readonly int[][] _readings;
    private readonly int[][] _orders;
    private readonly int[] _distinct;

    /// <summary>Prepares the readings of a battery.</summary>
    public ThresholdStudy(StudyBattery battery)
    {
        _follows = battery.Follows();
        _readings = [.. Enumerable.Range(0, StudyReadings.All.Count).Select(battery.Reading)];
        _orders = [.. _readings.Select(Order)];
        _distinct = [.. _readings.Select(reading => reading.Distinct().Count())];
    }

    /// <summary>How many hypotheses were tried.</summary>
    public long Tried { get; private set; }

    /// <summary>Finds the readings that a bit goes with, the best first; <paramref name="isAbove"/> tells the side of the best.</summary>
    public List<Related> Find(int[] bit, int changes, out bool isAbove)
    {
        var found = new List<(Related Related, bool IsAbove)>();
        for (int i = 0; i < _readings.Length && changes >= MinChanges; i++)
        {
            foreach (bool above in _distinct[i] > 1 ? [true, false] : Array.Empty<bool>())
            {
                Tried += (long)Lags.Length * _distinct[i];
                if (BestOfLags(bit, i, above) is { } related)
                {
                    found.Add((related, above));
                }
            }
        }

        List<(Related Related, bool IsAbove)> best = [.. found.OrderBy(f => f.Related.LogChance).DistinctBy(f => f.Related.Reading)];
        isAbove = best.Count > 0 && best[0].IsAbove;
        bool side = isAbove;
        return [.. best.Where(f => f.IsAbove == side).Select(f => f.Related)];
    }

    private Related? BestOfLags(int[] bit, int reading, bool isAbove)
    {
        Related? best = null;
        foreach (int lag in Lags)
        {
            Related? related = Try(bit, reading, lag, isAbove, out bool isHopeless);
            best = related != null && (best == null || related.LogChance < best.LogChance) ? related : best;
            if (isHopeless)
            {
                break;
            }
        }

        return best;
    }

    private static int[] Order(int[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length)];
        Array.Sort((int[])values.Clone(), order);
        return order;
    }

    // Of all values the one that makes the fewest misses. So many that a reply more or less is no matter, and it is hopeless.
    private Related? Try(int[] bit, int readingIndex, int lag, bool isAbove, out bool isHopeless)
    {
        int[] reading = _readings[readingIndex];
        int set = 0;
        int count = 0;
        for (int i = Math.Max(lag, 0); i < bit.Length + Math.Min(lag, 0); i++)
        {
            set += bit[i];
            count++;
        }

        int misses = BestValue(bit, readingIndex, lag, isAbove, isAbove ? count - set : set, out int value);
        int rarer = Math.Min(set, count - set);
        isHopeless = misses * 2L > rarer;
        if (misses * MaxMissShare > rarer)
        {
            return null;
        }

        double chance = ChanceOf(bit, reading, lag, value, isAbove);
        return new Related(StudyReadings.All[readingIndex].Name, isAbove ? value : value + 1, count - misses, misses, lag, chance);
    }

    // Begins with all readings above, and lets them sink below the value one by one.
    private int BestValue(int[] bit, int readingIndex, int lag, bool isAbove, int misses, out int value)
    {
        int[] reading = _readings[readingIndex];
        int[] order = _orders[readingIndex];
        int best = int.MaxValue;
        value = 0;
        for (int at = 0; at < order.Length; at++)
        {
            int index = order[at] + lag;
            if (index >= 0 && index < bit.Length)
            {
                misses += bit[index] == 1 == isAbove ? 1 : -1;
            }

            bool isLastOfItsValue = at + 1 < order.Length && reading[order[at + 1]] != reading[order[at]];
            if (isLastOfItsValue && misses < best)
            {
                best = misses;
                value = reading[order[at]];
            }
        }

        return best;
    }

    private double ChanceOf(int[] bit, int[] reading, int lag, int value, bool isAbove)
    {
        int bitChanges = 0;
        int passes = 0;
        int both = 0;
        int moments = 0;
        for (int i = Math.Max(lag, 0) + 1; i < bit.Length + Math.Min(lag, 0); i++)
        {
            if (!_follows[i] || !_follows[i - lag])
            {
                continue;
            }

            moments++;
            int turn = bit[i] - bit[i - 1];
            int pass = Side(reading[i - lag], value, isAbove) - Side(reading[i - lag - 1], value, isAbove);
            bitChanges += turn != 0 ? 1 : 0;
            passes += pass != 0 ? 1 : 0;
            both += turn != 0 && turn == pass ? 1 : 0;
        }

        return moments == 0 ? 0 : Math.Max(
            Evidence.Binomial(both, bitChanges, passes / 2.0 / moments),
            Evidence.Binomial(both, passes, bitChanges / 2.0 / moments));
    }

    private static int Side(int reading, int value, bool isAbove) => reading > value == isAbove ? 1 : 0;
}
