namespace ValenceNano.Desktop;

/// <summary>Holds the unknown bytes of all replies against the known ones.</summary>
public sealed class Study
{
    /// <summary>What chance does more often than this, is not told.</summary>
    private const double MaxChance = 1e-4;

    private const int MaxRelated = 3;

    // Each sort of rule has the same share of the chance to be wrong, however many of it are tried.
    private readonly long[] _tried = new long[Enum.GetValues<StudyOp>().Length];
    private readonly List<Finding> _found = [];
    private readonly List<StudyByte> _bytes = [];

    /// <summary>Studies all replies that a collector has.</summary>
    public Study(StudyCollector collector)
    {
        Batteries = collector.Batteries;
        foreach (StudyBattery battery in Batteries)
        {
            StudyOne(battery);
        }
    }

    /// <summary>The batteries there are.</summary>
    public IReadOnlyList<StudyBattery> Batteries { get; }

    /// <summary>How many hypotheses were tried.</summary>
    public long Tried => _tried.Sum();

    /// <summary>The unknown bytes of each battery.</summary>
    public IReadOnlyList<StudyByte> Bytes => _bytes;

    /// <summary>What is not by chance, the surest first.</summary>
    public IReadOnlyList<Finding> Findings => [.. _found.Where(finding => Chance(finding) < MaxChance).OrderBy(finding => finding.LogChance)];

    /// <summary>How likely it is that among all that was tried one looks like this by chance, 0..1.</summary>
    public double Chance(Finding finding) =>
        Math.Min(1, Math.Exp(finding.LogChance + Math.Log((double)_tried.Length * Math.Max(1, _tried[(int)Class(finding.Op)]))));

    private static StudyOp Class(StudyOp op) => op == StudyOp.SetWhenBelow ? StudyOp.SetWhenAbove : op;

    private static int Changes(int[] values, bool[] follows) =>
        Enumerable.Range(0, values.Length).Count(i => follows[i] && values[i] != values[i - 1]);

    private void StudyOne(StudyBattery battery)
    {
        bool[] follows = battery.Follows();
        foreach (int offset in StudyItem.Offsets)
        {
            int[] values = battery.Bytes(offset);
            _bytes.Add(new StudyByte(battery, offset, values.Distinct().Count(), Changes(values, follows)));
        }

        var explained = new HashSet<int>();
        FindEqual(battery, follows, explained);
        FindCounters(battery, follows, explained);
        List<Finding> flags = FindFlags(battery, follows, explained);
        foreach (Finding follower in FindFollowers(battery, follows, explained))
        {
            // A number that goes with a reading has bits that are set above some value of it, and that is no finding.
            bool isOfFlags = follower.Item.Width == 8 && ChangingBits(battery, follower.Item.Offset) == FlaggedBits(flags, follower.Item.Offset);
            flags.RemoveAll(flag => !isOfFlags && follower.Item.Covers(flag.Item));
            _found.AddRange(isOfFlags ? [] : [follower]);
        }

        _found.AddRange(flags);
    }

    private int FlaggedBits(List<Finding> flags, int offset) =>
        flags.Where(flag => flag.Item.Offset == offset && Chance(flag) < MaxChance).Aggregate(0, (mask, flag) => mask | flag.Item.Mask);

    private static int ChangingBits(StudyBattery battery, int offset)
    {
        int[] values = battery.Bytes(offset);
        return values.Aggregate(0, (mask, value) => mask | (value ^ values[0]));
    }

    private void FindEqual(StudyBattery battery, bool[] follows, HashSet<int> explained)
    {
        var study = new EqualStudy(battery);
        foreach (StudyItem item in StudyItem.Numbers.OrderByDescending(item => item.Width))
        {
            int[] values = item.Values(battery);
            List<Related> related = IsExplained(item, explained) ? [] : study.Find(values, item.Width);
            if (related.Count > 0)
            {
                Add(battery, item, StudyOp.Equal, Changes(values, follows), related, explained);
            }
        }

        _tried[(int)StudyOp.Equal] += study.Tried;
    }

    private void FindCounters(StudyBattery battery, bool[] follows, HashSet<int> explained)
    {
        bool isLongEnough = CounterStudy.IsLongEnough(battery);
        foreach (StudyItem item in StudyItem.Numbers.OrderByDescending(item => item.Width))
        {
            _tried[(int)StudyOp.Counts] += CounterStudy.Tried;
            if (IsExplained(item, explained) || (item.Width == 16 && !CounterStudy.Carries(battery.Bytes(item.Offset), battery.Bytes(item.Offset + 1), follows)))
            {
                continue;
            }

            int[] values = item.Values(battery);
            double chance = CounterStudy.LogChance(values, follows, item.Width, isLongEnough || item.Width == 16);
            if (chance < 0)
            {
                Add(battery, item, StudyOp.Counts, Changes(values, follows), chance, [], explained);
            }
        }
    }

    private List<Finding> FindFlags(StudyBattery battery, bool[] follows, HashSet<int> explained)
    {
        var found = new List<Finding>();
        var study = new ThresholdStudy(battery);
        foreach (StudyItem item in StudyItem.Bits.Where(item => !IsExplained(item, explained)))
        {
            int[] values = item.Values(battery);
            int changes = Changes(values, follows);
            List<Related> related = study.Find(values, changes, out bool isAbove);
            if (related.Count > 0)
            {
                StudyOp op = isAbove ? StudyOp.SetWhenAbove : StudyOp.SetWhenBelow;
                found.Add(new Finding(battery, item, op, changes, related[0].LogChance, [.. related.Take(MaxRelated)]));
            }
        }

        _tried[(int)StudyOp.SetWhenAbove] += study.Tried;
        return found;
    }

    // Of a byte and the pairs that it is in, the one that goes with the reading best.
    private List<Finding> FindFollowers(StudyBattery battery, bool[] follows, HashSet<int> explained)
    {
        var found = new List<Finding>();
        var study = new FollowStudy(battery);
        foreach (StudyItem item in StudyItem.Numbers.Where(item => !IsExplained(item, explained)))
        {
            bool isOneByte = item.Width == 16 && (ChangingBits(battery, item.Offset) == 0 || ChangingBits(battery, item.Offset + 1) == 0);
            int[] values = item.Values(battery);
            List<Related> related = isOneByte ? [] : study.Find(values);
            if (related.Count > 0)
            {
                found.Add(new Finding(battery, item, StudyOp.Follows, Changes(values, follows), related[0].LogChance, [.. related.Take(MaxRelated)]));
            }
        }

        _tried[(int)StudyOp.Follows] += study.Tried;
        var best = new List<Finding>();
        foreach (Finding finding in found.OrderBy(finding => finding.LogChance))
        {
            best.AddRange(best.Exists(other => other.Item.Covers(finding.Item)) ? [] : [finding]);
        }

        return best;
    }

    private static bool IsExplained(StudyItem item, HashSet<int> explained) =>
        explained.Contains(item.Offset) || (item.Width == 16 && explained.Contains(item.Offset + 1));

    private void Add(StudyBattery battery, StudyItem item, StudyOp op, int changes, List<Related> related, HashSet<int> explained) =>
        Add(battery, item, op, changes, related[0].LogChance, related, explained);

    // What is no chance explains its bytes: nothing else is looked for in them.
    private void Add(
        StudyBattery battery, StudyItem item, StudyOp op, int changes, double logChance, IReadOnlyList<Related> related, HashSet<int> explained)
    {
        _found.Add(new Finding(battery, item, op, changes, logChance, related));
        if (logChance < Math.Log(MaxChance / 1e6))
        {
            explained.Add(item.Offset);
            explained.Add(item.Width == 16 ? item.Offset + 1 : item.Offset);
        }
    }
}
