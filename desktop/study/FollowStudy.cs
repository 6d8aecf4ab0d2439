namespace ValenceNano.Desktop;

/// <summary>
/// Does a byte, or a pair, go up and down with a reading? Both may wander for hours, and then look alike for nothing; so each
/// stretch in which the byte goes only up or only down is one trial: does the reading end it higher or lower than it began?
/// </summary>
public sealed class FollowStudy(StudyBattery battery)
{
    private const int MinValues = 4;
    private const int MinLegs = 30;
    private const double MinCorrelation = 0.6;

    private static readonly int[] Lags = [0, 1, 2, 3, 5, 8, -1, -2];

    private readonly bool[] _follows = battery.Follows();
    private readonly int[][] _readings = [.. Enumerable.Range(0, StudyReadings.All.Count).Select(battery.Reading)];

    /// <summary>How many hypotheses were tried.</summary>
    public long Tried { get; private set; }

    /// <summary>Finds the readings that it follows, the best first.</summary>
    public List<Related> Find(int[] item)
    {
        List<(int Start, int End, int Sign)> legs = item.Distinct().Count() < MinValues ? [] : Legs(item);
        var found = new List<Related>();
        for (int i = 0; i < _readings.Length && legs.Count >= MinLegs; i++)
        {
            Related? best = null;
            foreach (int lag in Lags)
            {
                Tried += 2;
                Related? related = Try(legs, i, lag);
                best = related != null && (best == null || related.LogChance < best.LogChance) ? related : best;
            }

            if (best != null && Math.Abs(RankCorrelation.Of(item, _readings[i], best.LagReplies)) >= MinCorrelation)
            {
                found.Add(best);
            }
        }

        return [.. found.OrderBy(related => related.LogChance)];
    }

    private List<(int Start, int End, int Sign)> Legs(int[] item)
    {
        var legs = new List<(int Start, int End, int Sign)>();
        for (int i = 1; i < item.Length; i++)
        {
            int sign = _follows[i] ? Math.Sign(item[i] - item[i - 1]) : 0;
            bool goesOn = legs.Count > 0 && legs[^1].Sign == sign && !HasGap(legs[^1].End, i);
            if (sign != 0 && goesOn)
            {
                legs[^1] = (legs[^1].Start, i, sign);
            }
            else if (sign != 0)
            {
                legs.Add((i - 1, i, sign));
            }
        }

        return legs;
    }

    private bool HasGap(int from, int to) => Array.IndexOf(_follows, false, from + 1, to - from) >= 0;

    private Related? Try(List<(int Start, int End, int Sign)> legs, int readingIndex, int lag)
    {
        int[] reading = _readings[readingIndex];
        int with = 0;
        int against = 0;
        int repeats = 0;
        int last = 0;
        foreach ((int start, int end, int sign) in legs)
        {
            int from = start - lag;
            int to = end - lag;
            int match = from < 0 || to < 0 || from >= reading.Length || to >= reading.Length ? 0 : sign * Math.Sign(reading[to] - reading[from]);
            with += match > 0 ? 1 : 0;
            against += match < 0 ? 1 : 0;
            repeats += match != 0 && match == last ? 1 : 0;
            last = match == 0 ? last : match;
        }

        int trials = with + against;
        if (trials < MinLegs)
        {
            return null;
        }

        int hits = Math.Max(with, against);
        return new Related(
            StudyReadings.All[readingIndex].Name, null, hits, trials - hits, lag, LogChance(hits, trials, repeats), with >= against ? "" : "negative");
    }

    // Up and down take turns in both, so a hit makes the next one likelier: the trials count for as many as are independent.
    private static double LogChance(int hits, int trials, int repeats)
    {
        double share = (double)hits / trials;
        double expected = (share * share) + ((1 - share) * (1 - share));
        double excess = Math.Clamp(((double)repeats / trials) - expected, 0, 0.4) * 2;
        double independent = trials * (1 - Math.Max(excess, 1 / 3.0)) / (1 + Math.Max(excess, 1 / 3.0));
        return Evidence.Binomial((int)(share * independent), (int)independent, 0.5);
    }
}
