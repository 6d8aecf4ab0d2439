using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>
/// What the mean cell-group voltage of a resting LiFePO4 battery can be at a state of charge. A guess: the usual
/// open-circuit curve (about 3.19 V at 10 %, 3.24 at 20, 3.27 at 30, 3.29 to 3.31 at 40 to 60, 3.33 at 80, 3.34 at 95)
/// with 80 mV or more to both sides, for what is left of the last load and for a current below C/20. The curve is flat: it
/// cannot tell 50 % from 70 %, but it can tell that 17 % at 3.34 V, which a battery of the log says, is not so.
/// </summary>
internal static class SocVoltage
{
    private const int StepPermille = 100;

    // Lowest and highest by tenths of the state of charge, the last for 100 %, mV. A full battery may still stand at its
    // charger's voltage.
    private static readonly ushort[] RangeMv =
    {
        0, 3300, 0, 3320, 3100, 3350, 3150, 3370, 3190, 3390, 3200, 3390,
        3210, 3400, 3220, 3420, 3240, 3450, 3250, 4000, 3250, 4000,
    };

    /// <summary>By how many mV a mean cell-group voltage is outside; negative while it is inside.</summary>
    public static int OutsideMv(int socPermille, int meanMv)
    {
        int lowest = socPermille / StepPermille * 2;
        int aboveMv = meanMv - RangeMv[lowest + 1];
        int belowMv = RangeMv[lowest] - meanMv;
        return aboveMv > belowMv ? aboveMv : belowMv;
    }
}
