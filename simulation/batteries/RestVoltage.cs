namespace ValenceNano.Simulation;

/// <summary>
/// The rest voltage of a LiFePO4 cell group over its charge: flat between two knees. The usual published shape, good enough to look at
/// and to measure a capacity on, not to design with.
/// </summary>
public static class RestVoltage
{
    /// <summary>A group takes so much more than it is said to hold before its balancer burns what comes, permille.</summary>
    public const double FullestPermille = 1010;

    // Charge, permille, and voltage, mV.
    private static readonly (double Permille, double Mv)[] Points =
    [
        (0, 2610), (5, 2740), (10, 2840), (20, 2960), (30, 3030), (50, 3100), (100, 3190), (150, 3215), (200, 3235), (250, 3252),
        (300, 3267), (350, 3279), (400, 3288), (450, 3294), (500, 3298), (550, 3301), (600, 3305), (650, 3312), (700, 3320),
        (750, 3328), (800, 3332), (850, 3334), (900, 3336), (950, 3342), (980, 3354), (990, 3375), (1000, 3420),
        (FullestPermille, 3600),
    ];

    /// <summary>The voltage at a charge, mV; below 0 that of an empty group, above <see cref="FullestPermille"/> that of the fullest.</summary>
    public static double Mv(double permille)
    {
        permille = Math.Clamp(permille, 0, FullestPermille);
        int next = 1;
        while (Points[next].Permille < permille)
        {
            next++;
        }

        (double fromPermille, double fromMv) = Points[next - 1];
        (double toPermille, double toMv) = Points[next];
        return fromMv + ((permille - fromPermille) * (toMv - fromMv) / (toPermille - fromPermille));
    }
}
