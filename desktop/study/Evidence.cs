namespace ValenceNano.Desktop;

/// <summary>
/// How likely something is by chance, as the natural logarithm of the probability. Replies are no independent trials: values
/// stay for hours. So changes are counted, and not replies.
/// </summary>
public static class Evidence
{
    /// <summary>
    /// At most this likely: <paramref name="hits"/> or more of <paramref name="trials"/> that each succeed with this
    /// probability (Chernoff's bound).
    /// </summary>
    public static double Binomial(int hits, int trials, double probability)
    {
        double share = trials == 0 ? 0 : (double)hits / trials;
        if (share <= probability || probability >= 1)
        {
            return 0;
        }

        double floor = Math.Max(probability, 1e-12);
        double divergence = (share * Math.Log(share / floor)) + (share < 1 ? (1 - share) * Math.Log((1 - share) / (1 - floor)) : 0);
        return -trials * divergence;
    }
}
