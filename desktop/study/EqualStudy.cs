namespace ValenceNano.Desktop;

/// <summary>
/// Is a byte, or a pair, a reading, a part of it, or the sum of two? The evidence is in its changes: each brings one of the
/// values that it has, and the right one.
/// </summary>
public sealed class EqualStudy(StudyBattery battery)
{
    private const int MinValues = 4;

    private static readonly (string Form, Func<int, int> Make)[] Forms =
    [
        ("", x => x),
        ("/ 10", x => x / 10),
        ("/ 100", x => x / 100),
        ("/ 256", x => x >> 8),
        ("negative", x => -x),
    ];

    private readonly bool[] _follows = battery.Follows();
    private readonly int[][] _readings = [.. Enumerable.Range(0, StudyReadings.All.Count).Select(battery.Reading)];

    /// <summary>How many hypotheses were tried.</summary>
    public long Tried { get; private set; }

    /// <summary>Finds what it is equal to: one reading, or two whose sum it is; empty: nothing.</summary>
    public List<Related> Find(int[] item, int width)
    {
        int values = item.Distinct().Count();
        if (values < MinValues)
        {
            return [];
        }

        int mask = (1 << width) - 1;
        for (int i = 0; i < _readings.Length; i++)
        {
            foreach ((string form, Func<int, int> make) in Forms)
            {
                int[] reading = _readings[i];
                if (Try(item, values, at => make(reading[at]) & mask, out int hits, out double chance))
                {
                    return [new Related(StudyReadings.All[i].Name, null, hits, item.Length - hits, 0, chance, form)];
                }
            }
        }

        return FindSum(item, values, mask);
    }

    private List<Related> FindSum(int[] item, int values, int mask)
    {
        for (int i = 0; i < _readings.Length; i++)
        {
            for (int j = i + 1; j < _readings.Length; j++)
            {
                int[] a = _readings[i];
                int[] b = _readings[j];
                if (Try(item, values, at => (a[at] + b[at]) & mask, out int hits, out double chance))
                {
                    return
                    [
                        new Related(StudyReadings.All[i].Name, null, hits, item.Length - hits, 0, chance, "sum"),
                        new Related(StudyReadings.All[j].Name, null, hits, item.Length - hits, 0, chance, "sum"),
                    ];
                }
            }
        }

        return [];
    }

    // A rule has few exceptions; the first of them come soon where it is none.
    private bool Try(int[] item, int values, Func<int, int> expected, out int hits, out double chance)
    {
        Tried++;
        hits = 0;
        chance = 0;
        int rightChanges = 0;
        int changes = 0;
        int maxMisses = item.Length / 50;
        for (int i = 0; i < item.Length; i++)
        {
            bool isHit = item[i] == expected(i);
            hits += isHit ? 1 : 0;
            if (i + 1 - hits > maxMisses)
            {
                return false;
            }

            if (i > 0 && _follows[i] && item[i] != item[i - 1])
            {
                changes++;
                rightChanges += isHit ? 1 : 0;
            }
        }

        chance = Evidence.Binomial(rightChanges, changes, 1.0 / (values - 1));
        return rightChanges > 0;
    }
}
