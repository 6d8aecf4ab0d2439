using ValenceNano.Model;

namespace ValenceNano.Desktop;

/// <summary>
/// Does a byte, or a pair, only go up, and begin again at 0? What wanders goes down as often. What swings slowly goes up for hours too:
/// so it must have begun again at 0, or the log must be so long that the known readings have swung up and down in it.
/// </summary>
public static class CounterStudy
{
    private const int MinTurns = 2;
    private const int MinTurning = 2;

    /// <summary>Readings and how far they must go for a swing: less is flicker.</summary>
    private static readonly (int Reading, int Least)[] Swings =
    [
        (StudyReadings.IndexOf(ReadingId.Soc), 30),
        (StudyReadings.IndexOf(ReadingId.Voltage), 100),
        (StudyReadings.IndexOf(ReadingId.Current), 500),
        (StudyReadings.CellMaxC, 4),
    ];

    /// <summary>How many hypotheses one call tries: up and down.</summary>
    public const int Tried = 1;

    /// <summary>Tells whether so many readings have swung up and down that what only goes up is no swing.</summary>
    public static bool IsLongEnough(StudyBattery battery) => Swings.Count(swing => Turns(battery.Reading(swing.Reading), swing.Least) >= MinTurns) >= MinTurning;

    /// <summary>How likely its changes go up by chance: natural logarithm; 0 if it is no counter at all.</summary>
    /// <param name="item">Its values.</param>
    /// <param name="follows">As <see cref="StudyBattery.Follows"/> has it.</param>
    /// <param name="width">8 or 16 bits.</param>
    /// <param name="isLongEnough">It need not have begun again at 0.</param>
    public static double LogChance(int[] item, bool[] follows, int width, bool isLongEnough)
    {
        int mask = (1 << width) - 1;
        int changes = 0;
        int up = 0;
        int small = 0;
        int wraps = 0;
        for (int i = 1; i < item.Length; i++)
        {
            int step = (item[i] - item[i - 1]) & mask;
            if (follows[i] && step != 0)
            {
                changes++;
                up += step <= mask / 2 ? 1 : 0;
                small += step <= mask / 16 ? 1 : 0;
                wraps += item[i] < item[i - 1] ? 1 : 0;
            }
        }

        // What goes round in large steps is noise of few values, and not a count.
        return up < changes || small < changes || (wraps == 0 && !isLongEnough) ? 0 : Evidence.Binomial(up, changes, 0.5);
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

    // Turning points of swings of at least half of all its range.
    private static int Turns(int[] reading, int least)
    {
        int range = reading.Max() - reading.Min();
        int turns = 0;
        int direction = 0;
        int extreme = reading[0];
        foreach (int value in range < least ? [] : reading)
        {
            bool goesOn = direction == 0 ? Math.Abs(value - extreme) * 2 < range : (value - extreme) * direction >= 0;
            if (goesOn)
            {
                extreme = direction == 0 ? extreme : value;
            }
            else if (Math.Abs(value - extreme) * 2 >= range)
            {
                turns += direction == 0 ? 0 : 1;
                direction = Math.Sign(value - extreme);
                extreme = value;
            }
        }

        return turns;
    }
}
