using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>An alarm in words: "B2 cell 3 2.48 V &lt; 2.50 V".</summary>
public static class AlarmText
{
    private const int Step = 10;

    /// <summary>By kind what it means, in at most 20 characters.</summary>
    internal static readonly byte[][] Meanings = Label.All(
        "voltage high|voltage low|hot|charging while cold|hot|it does not answer|nearly empty|cells far apart|cells say otherwise"
        + "|they do not add up");

    // By kind where it is, and what is said of it; empty: it has a number and a limit.
    private static readonly byte[][] _places = Label.All(" cell | cell | cell | cell | board|| SOC| spread| SOC| replies");
    private static readonly byte[][] _states = Label.All("|||||lost|||doubtful|odd");

    /// <summary>Adds where something is wrong: "B2 cell 3". At most 11 characters.</summary>
    public static TextLine AddWhere(TextLine line, Alarm alarm)
    {
        Words.AddBattery(line, alarm.Battery.Number).Add(_places[(int)alarm.Kind]);
        return alarm.Cell > 0 ? line.Add(alarm.Cell, NumberFormat.Whole) : line;
    }

    /// <summary>Adds the value, rounded so that it is still beyond its limit, or a word where there is none: "2.48 V".</summary>
    public static TextLine AddReading(TextLine line, Alarm alarm)
    {
        return HasLimit(alarm.Kind)
            ? AddNumber(line, alarm.Kind, alarm.Value, !IsBelow(alarm.Kind))
            : line.Add(_states[(int)alarm.Kind]);
    }

    /// <summary>Adds the limit, if there is one that tells something: " &lt; 2.50 V".</summary>
    public static TextLine AddLimit(TextLine line, Alarm alarm)
    {
        if (!HasLimit(alarm.Kind))
        {
            return line;
        }

        bool isBelow = IsBelow(alarm.Kind);
        line.Add((byte)' ').Add(isBelow ? (byte)'<' : (byte)'>').Add((byte)' ');
        return AddNumber(line, alarm.Kind, alarm.Limit, isBelow);
    }

    private static bool HasLimit(AlarmKind kind)
    {
        return _states[(int)kind].Length == 0;
    }

    private static bool IsBelow(AlarmKind kind)
    {
        return kind == AlarmKind.CellLow || kind == AlarmKind.CellColdCharging || kind == AlarmKind.SocLow;
    }

    private static TextLine AddNumber(TextLine line, AlarmKind kind, int value, bool up)
    {
        if (kind == AlarmKind.CellHot || kind == AlarmKind.CellColdCharging || kind == AlarmKind.BoardHot)
        {
            return line.Add(value, NumberFormat.Whole).Add(Words.Degrees);
        }

        value = Rounded(value, up);
        return kind == AlarmKind.SocLow
            ? line.Add(value, NumberFormat.Percent).Add(Words.Percent)
            : line.Add(value, NumberFormat.Volts).Add(Words.Volts);
    }

    // To whole steps of what is shown, away from the other one: "2.50 V < 2.50 V" would be no reason for an alarm.
    private static int Rounded(int value, bool up)
    {
        int rest = value % Step;
        return rest == 0 ? value : value - rest + (up ? Step : 0);
    }
}
