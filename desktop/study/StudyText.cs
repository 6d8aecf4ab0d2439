using System.Globalization;

namespace ValenceNano.Desktop;

/// <summary>A study as a page of text that a person can read and post.</summary>
public static class StudyText
{
    private const int MaxFindings = 25;

    /// <summary>Writes the page.</summary>
    public static void Write(Study study, TextWriter output)
    {
        int replies = study.Batteries.Sum(battery => battery.Count);
        Line(output, $"{replies} replies of {study.Batteries.Count} {(study.Batteries.Count == 1 ? "battery" : "batteries")}; {study.Tried} hypotheses tried.");
        output.WriteLine();
        output.WriteLine("What the unknown bytes go with (chance: that among all that was tried one looks like this for nothing)");
        foreach (Finding finding in study.Findings.Take(MaxFindings))
        {
            Line(output, $"- {Name(finding.Battery)}, {ItemName(finding.Item)}: {Words(finding)}. Changes: {finding.Changes}. Chance: {Small(study.Chance(finding))}.");
        }

        if (study.Findings.Count == 0)
        {
            output.WriteLine("- nothing that chance would not do as well");
        }

        WriteChanging(study, output);
        WriteConstant(study, output);
    }

    private static void WriteChanging(Study study, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("Bytes that changed (values, changes)");
        foreach (StudyBattery battery in study.Batteries)
        {
            IEnumerable<string> bytes = study.Bytes.Where(b => b.Battery == battery && b.Values > 1)
                .Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Offset}: {b.Values}, {b.Changes}"));
            Line(output, $"- {Name(battery)}: {string.Join("; ", bytes.DefaultIfEmpty("none"))}");
        }
    }

    private static void WriteConstant(Study study, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("Bytes that never changed, beside serial and make (-- where a byte did change)");
        Line(output, $"- {string.Join(' ', StudyItem.Offsets.Select(offset => offset.ToString("00", CultureInfo.InvariantCulture)))}");
        foreach (StudyBattery battery in study.Batteries)
        {
            IEnumerable<string> values = study.Bytes.Where(b => b.Battery == battery)
                .Select(b => b.Values == 1 ? battery.Bytes(b.Offset)[0].ToString("x2", CultureInfo.InvariantCulture) : "--");
            string? made = battery.Serial == null ? null : SerialDate.Guess(battery.Serial);
            Line(output, $"- {string.Join(' ', values)}  {Name(battery)}{(made == null ? "" : $", made {made}")}");
        }
    }

    private static string Name(StudyBattery battery)
    {
        if (battery.Serial == null)
        {
            return battery.Name;
        }

        byte[] text = new byte[SerialText.MaxLength];
        return System.Text.Encoding.ASCII.GetString(text, 0, SerialText.Format(battery.Serial, text));
    }

    private static string ItemName(StudyItem item) => item switch
    {
        { Mask: > 0 } => string.Create(CultureInfo.InvariantCulture, $"byte {item.Offset} bit 0x{item.Mask:x2}"),
        { Width: 16 } => string.Create(CultureInfo.InvariantCulture, $"bytes {item.Offset}-{item.Offset + 1}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"byte {item.Offset}"),
    };

    private static string Words(Finding finding) => finding.Op switch
    {
        StudyOp.Equal when finding.Related.Count == 2 => $"is {finding.Related[0].Reading} + {finding.Related[1].Reading} {Counts(finding.Related[0])}",
        StudyOp.Equal => $"is {finding.Related[0].Reading} {finding.Related[0].Form} {Counts(finding.Related[0])}",
        StudyOp.SetWhenAbove => "is set when " + string.Join(", or ", finding.Related.Select(r => $"{r.Reading} is above {r.Value} {Counts(r)}")),
        StudyOp.SetWhenBelow => "is set when " + string.Join(", or ", finding.Related.Select(r => $"{r.Reading} is below {r.Value} {Counts(r)}")),
        StudyOp.Counts => "counts: it only goes up",
        _ => "goes up and down " + string.Join(", or ", finding.Related.Select(r => $"{(r.Form.Length == 0 ? "with" : "against")} {r.Reading} {Counts(r)}")),
    };

    private static string Small(double chance) =>
        chance < 1e-300 ? "below 1e-300" : chance.ToString("0.0e0", CultureInfo.InvariantCulture);

    private static string Counts(Related related)
    {
        string lag = related.LagReplies == 0 ? "" : $", {related.LagReplies} replies later";
        return $"({related.Hits} times so, {related.Misses} not{lag})";
    }

    private static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
