using System.Text.Json;

namespace ValenceNano.Desktop;

/// <summary>A study as JSON, one object a line.</summary>
public static class StudyJson
{
    /// <summary>Writes the summary, the unknown bytes, and what was found.</summary>
    public static void Write(Study study, JsonLines lines)
    {
        Utf8JsonWriter json = lines.Begin("summary", null);
        json.WriteNumber("replies"u8, study.Batteries.Sum(battery => battery.Count));
        json.WriteNumber("batteries"u8, study.Batteries.Count);
        json.WriteNumber("tried"u8, study.Tried);
        lines.End();
        foreach (StudyByte unknown in study.Bytes)
        {
            json = lines.Begin("byte", null);
            json.WriteString("battery"u8, unknown.Battery.Name);
            json.WriteNumber("byte"u8, unknown.Offset);
            json.WriteNumber("values"u8, unknown.Values);
            json.WriteNumber("changes"u8, unknown.Changes);
            lines.End();
        }

        foreach (Finding finding in study.Findings)
        {
            WriteFinding(lines.Begin("finding", null), finding, study);
            lines.End();
        }
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding, Study study)
    {
        json.WriteString("battery"u8, finding.Battery.Name);
        json.WriteNumber("byte"u8, finding.Item.Offset);
        if (finding.Item.Mask != 0)
        {
            json.WriteNumber("mask"u8, finding.Item.Mask);
        }

        if (finding.Item.Width == 16)
        {
            json.WriteNumber("width"u8, finding.Item.Width);
        }

        json.WriteString("op"u8, Name(finding.Op));
        json.WriteStartArray("related"u8);
        foreach (Related related in finding.Related)
        {
            WriteRelated(json, related);
        }

        json.WriteEndArray();
        json.WriteNumber("changes"u8, finding.Changes);
        json.WriteNumber("chance"u8, study.Chance(finding));
    }

    private static void WriteRelated(Utf8JsonWriter json, Related related)
    {
        json.WriteStartObject();
        json.WriteString("reading"u8, related.Reading);
        if (related.Value is int value)
        {
            json.WriteNumber("value"u8, value);
        }

        if (related.Form.Length > 0)
        {
            json.WriteString("form"u8, related.Form);
        }

        json.WriteNumber("hits"u8, related.Hits);
        json.WriteNumber("misses"u8, related.Misses);
        json.WriteNumber("lag_replies"u8, related.LagReplies);
        json.WriteEndObject();
    }

    private static string Name(StudyOp op) => op switch
    {
        StudyOp.Equal => "equal",
        StudyOp.SetWhenAbove => "set_when_above",
        StudyOp.SetWhenBelow => "set_when_below",
        StudyOp.Counts => "counts",
        _ => "follows",
    };
}
