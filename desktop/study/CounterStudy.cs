namespace ValenceNano.Desktop;

/// <summary>Does a byte, or a pair, only go up, and begin again at 0? What wanders goes down as often.</summary>
public static class CounterStudy
{
    /// <summary>How many hypotheses one call tries: up and down.</summary>
    public const int Tried = 1;

    /// <summary>How likely its changes go up by chance: natural logarithm; 0 if it is no counter at all.</summary>
    public static double LogChance(int[] item, bool[] follows, int width)
    {
        int mask = (1 << width) - 1;
        int changes = 0;
        int up = 0;
        int small = 0;
        for (int i = 1; i < item.Length; i++)
        {
            int step = (item[i] - item[i - 1]) & mask;
            if (follows[i] && step != 0)
            {
                changes++;
                up += step <= mask / 2 ? 1 : 0;
                small += step <= mask / 16 ? 1 : 0;
            }
        }

        // What goes round in large steps is noise of few values, and not a count.
        return up < changes || small < changes ? 0 : Evidence.Binomial(up, changes, 0.5);
    }

    /// <summary>Tells whether two bytes are one number: the high one changes when the low one begins again, and only then.</summary>
    public static bool Carries(int[] low, int[] high, bool[] follows)
    {
        int carries = 0;
        for (int i = 1; i < low.Length; i++)
        {
            if (follows[i] && high[i] != high[i - 1])
            {
                carries++;
                if (low[i] >= low[i - 1])
                {
                    return false;
                }
            }
        }

        return carries > 0;
    }
}
