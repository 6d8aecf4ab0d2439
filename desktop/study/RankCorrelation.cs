namespace ValenceNano.Desktop;

/// <summary>Spearman's rank correlation: do two things go up together, whatever the curve between them?</summary>
public static class RankCorrelation
{
    /// <summary>The correlation of two series, -1..1; the first one shows the second one so many places later.</summary>
    public static double Of(int[] later, int[] earlier, int lag)
    {
        int start = Math.Max(lag, 0);
        int end = later.Length + Math.Min(lag, 0);
        if (end - start < 2)
        {
            return 0;
        }

        double[] a = Ranks(later[start..end]);
        double[] b = Ranks(earlier[(start - lag)..(end - lag)]);
        double mean = (a.Length - 1) / 2.0;
        double both = 0;
        double ofA = 0;
        double ofB = 0;
        for (int i = 0; i < a.Length; i++)
        {
            both += (a[i] - mean) * (b[i] - mean);
            ofA += (a[i] - mean) * (a[i] - mean);
            ofB += (b[i] - mean) * (b[i] - mean);
        }

        return ofA == 0 || ofB == 0 ? 0 : both / Math.Sqrt(ofA * ofB);
    }

    // Those that are the same have the mean of their ranks.
    private static double[] Ranks(int[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length)];
        int[] sorted = [.. values];
        Array.Sort(sorted, order);
        double[] ranks = new double[values.Length];
        for (int first = 0; first < sorted.Length;)
        {
            int behind = first;
            while (behind < sorted.Length && sorted[behind] == sorted[first])
            {
                behind++;
            }

            for (int i = first; i < behind; i++)
            {
                ranks[order[i]] = (first + behind - 1) / 2.0;
            }

            first = behind;
        }

        return ranks;
    }
}
