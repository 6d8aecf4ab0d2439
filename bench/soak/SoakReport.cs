using System.Globalization;

namespace ValenceNano.Bench;

/// <summary>A soak's table, one column for each seed.</summary>
internal static class SoakReport
{
    private const int MaxFailures = 20;

    public static void Write(TextWriter output, SoakResult[] results)
    {
        Row(output, results, "seed", result => result.Seed);
        Row(output, results, "virtual hours", result => (long)Math.Round(result.VirtualHours));
        Row(output, results, "polls", result => result.Polls);
        Row(output, results, "replies", result => result.Replies);
        Row(output, results, "messages corrupted by noise", result => result.CorruptedByNoise);
        Row(output, results, "messages corrupted by other faults", result => result.CorruptedByFaults);
        Row(output, results, "messages that collided", result => result.Collisions);
        Row(output, results, "messages babbled", result => result.BabbledMessages);
        Row(output, results, "answers with a wrong CRC or cut off", result => result.CrcErrors);
        Row(output, results, "answers missing", result => result.Timeouts);
        Row(output, results, "answers of another battery", result => result.WrongReplies);
        Row(output, results, "answers that contradict themselves", result => result.Inconsistent);
        Row(output, results, "junk bytes", result => result.JunkBytes);
        Row(output, results, "times all were asked who they are", result => result.Renumbered);
        Row(output, results, "answers refused", result => result.Refused);
        Row(output, results, "answers of another length", result => result.OtherReplies);
        Row(output, results, "times another master was given way", result => result.Yielded);
        Row(output, results, "values checked", result => result.ValuesChecked);
        Row(output, results, "pictures checked", result => result.PictureChecks);
        Row(output, results, "answers of the page checked", result => result.PagesChecked);
        Row(output, results, "sums of charge checked", result => result.EnergyChecks);
        Row(output, results, "capacities checked", result => result.CapacitiesChecked);
        Row(output, results, "power cut in the midst of a write", result => result.PowerCuts);
        Row(output, results, "things that happened to the Wi-Fi", result => result.RadioEvents);
        output.WriteLine();
        output.WriteLine("must be 0:");
        Row(output, results, "values that the battery did not have", result => result.NeverHad);
        Row(output, results, "values under another's name", result => result.UnderAnothersName);
        Row(output, results, "values over 10 s old shown as live", result => result.StaleAsLive);
        Row(output, results, "pictures that show something else", result => result.WrongPictures);
        Row(output, results, "charge off by more than 1 % of what was seen", result => result.WrongEnergy);
        Row(output, results, "capacities off by more than 5 %", result => result.WrongCapacities);
        Row(output, results, "groups named weak that are not", result => result.WrongWeakGroups);
        Row(output, results, "cuts that lost more than an hour of charge", result => result.LostCharges);
        Row(output, results, "cuts that lost a setting", result => result.LostSettings);
        Row(output, results, "turns with a setting changed by the page", result => result.PassedLocks);
        Row(output, results, "polls late while Wi-Fi came and went", result => result.LatePolls);
        Row(output, results, "networks there and not found again", result => result.LostNetworks);
        Row(output, results, "exceptions", result => result.Exceptions);
        Row(output, results, "bytes allocated in steady state", result => result.AllocatedBytes);
        output.WriteLine();
        output.WriteLine("ms, median and worst:");
        Times(output, results, "to notice an unplugged battery", result => result.Losing);
        foreach (FaultKind kind in Enum.GetValues<FaultKind>())
        {
            Times(output, results, $"to be well again after {kind}", result => result.Recovery[kind]);
        }

        foreach (string failure in results.SelectMany(result => result.Failures).Take(MaxFailures))
        {
            output.WriteLine(failure);
        }
    }

    private static void Row(TextWriter output, SoakResult[] results, string name, Func<SoakResult, long> value) =>
        Line(output, name, results.Select(result => value(result).ToString(CultureInfo.InvariantCulture)));

    private static void Times(TextWriter output, SoakResult[] results, string name, Func<SoakResult, Durations> value) =>
        Line(output, name, results.Select(result => $"{value(result).MedianMs} / {value(result).WorstMs}"));

    private static void Line(TextWriter output, string name, IEnumerable<string> cells) =>
        output.WriteLine($"{name,-44}{string.Concat(cells.Select(cell => $"{cell,16}"))}");
}
