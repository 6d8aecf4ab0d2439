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

    /// <summary>By how many mV a mean cell-group voltage is outside; negative while it is inside.</summary>
    public static int OutsideMv(int socPermille, int meanMv)
    {
        int tenths = socPermille / StepPermille;
        int aboveMv = meanMv - HighestMv(tenths);
        int belowMv = LowestMv(tenths) - meanMv;
        return aboveMv > belowMv ? aboveMv : belowMv;
    }

    // Both by tenths of the state of charge: code stays in flash, where a table would take memory.
    private static int LowestMv(int tenths) => tenths switch
    {
        0 => 0,
        1 => 0,
        2 => 3100,
        3 => 3150,
        4 => 3190,
        5 => 3200,
        6 => 3210,
        7 => 3220,
        8 => 3240,
        _ => 3250,
    };

    // A full battery may still stand at its charger's voltage.
    private static int HighestMv(int tenths) => tenths switch
    {
        0 => 3300,
        1 => 3320,
        2 => 3350,
        3 => 3370,
        4 => 3390,
        5 => 3390,
        6 => 3400,
        7 => 3420,
        8 => 3450,
        _ => 4000,
    };
}
