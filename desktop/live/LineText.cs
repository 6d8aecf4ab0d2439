using ValenceNano.Model;
using ValenceNano.Display;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>What the product draws, as strings.</summary>
public static class LineText
{
    /// <summary>The string that a drawn text is: what <see cref="Label.Of"/> would be given for it.</summary>
    public static string Of(TextLine line) =>
        string.Create(line.Length, line, static (text, line) =>
        {
            for (int i = 0; i < text.Length; i++)
            {
                byte code = line.Text[i];
                text[i] = code < Glyph.Degree ? (char)code : Glyph.BehindAscii[code - Glyph.Degree];
            }
        });

    /// <summary>All that is wrong: "B2 cell 3 2.48 V &lt; 2.50 V". At most 40 characters.</summary>
    public static string Of(Alarm alarm)
    {
        TextLine line = AlarmText.AddWhere(new TextLine(), alarm).Add((byte)' ');
        string text = Of(AlarmText.AddLimit(AlarmText.AddReading(line, alarm), alarm));
        return alarm.Kind == AlarmKind.CellColdCharging ? text + ", charging" : text;
    }
}
