using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>An alarm in words: "B2 cell 3 2.48 V &lt; 2.50 V".</summary>
public static class AlarmText
{
    private const int Step = 10;

    private static readonly byte[] _cell = Label.Of(" cell ");
    private static readonly byte[] _board = Label.Of(" board");
    private static readonly byte[] _soc = Label.Of(" SOC");
    private static readonly byte[] _spread = Label.Of(" spread");
    private static readonly byte[] _replies = Label.Of(" replies");
    private static readonly byte[] _lost = Label.Of("lost");
    private static readonly byte[] _doubtful = Label.Of("doubtful");
    private static readonly byte[] _odd = Label.Of("odd");
    private static readonly byte[] _above = Label.Of(" > ");
    private static readonly byte[] _below = Label.Of(" < ");
    private static readonly byte[] _charging = Label.Of(", charging");
    private static readonly byte[] _tooHigh = Label.Of("voltage high");
    private static readonly byte[] _tooLow = Label.Of("voltage low");
    private static readonly byte[] _hot = Label.Of("hot");
    private static readonly byte[] _cold = Label.Of("charging while cold");
    private static readonly byte[] _silent = Label.Of("it does not answer");
    private static readonly byte[] _nearlyEmpty = Label.Of("nearly empty");
    private static readonly byte[] _apart = Label.Of("cells far apart");
    private static readonly byte[] _otherwise = Label.Of("cells say otherwise");
    private static readonly byte[] _contradict = Label.Of("they do not add up");

    /// <summary>Adds all of it: what a program is told. At most 40 characters.</summary>
    public static TextLine AddAll(TextLine line, Alarm alarm)
    {
        AddReading(AddWhere(line, alarm).Add((byte)' '), alarm);
        AddLimit(line, alarm);
        return alarm.Kind == AlarmKind.CellColdCharging ? line.Add(_charging) : line;
    }

    /// <summary>Adds where something is wrong: "B2 cell 3". At most 11 characters.</summary>
    public static TextLine AddWhere(TextLine line, Alarm alarm)
    {
        Words.AddBattery(line, alarm.BatteryNumber);
        switch (alarm.Kind)
        {
            case AlarmKind.BatteryLost:
                return line;
            case AlarmKind.BoardHot:
                return line.Add(_board);
            case AlarmKind.SocLow:
            case AlarmKind.SocDisagrees:
                return line.Add(_soc);
            case AlarmKind.CellSpread:
                return line.Add(_spread);
            case AlarmKind.RepliesInconsistent:
                return line.Add(_replies);
            default:
                return line.Add(_cell).Add(alarm.Cell, Formats.Whole);
        }
    }

    /// <summary>Adds the value, rounded so that it is still beyond its limit, or a word where there is none: "2.48 V".</summary>
    public static TextLine AddReading(TextLine line, Alarm alarm)
    {
        return alarm.Kind switch
        {
            AlarmKind.BatteryLost => line.Add(_lost),
            AlarmKind.SocDisagrees => line.Add(_doubtful),
            AlarmKind.RepliesInconsistent => line.Add(_odd),
            _ => AddNumber(line, alarm.Kind, alarm.Value, !IsBelow(alarm.Kind)),
        };
    }

    /// <summary>Adds the limit, if there is one that tells something: " &lt; 2.50 V".</summary>
    public static TextLine AddLimit(TextLine line, Alarm alarm)
    {
        switch (alarm.Kind)
        {
            case AlarmKind.BatteryLost:
            case AlarmKind.SocDisagrees:
            case AlarmKind.RepliesInconsistent:
                return line;
            default:
                bool isBelow = IsBelow(alarm.Kind);
                return AddNumber(line.Add(isBelow ? _below : _above), alarm.Kind, alarm.Limit, isBelow);
        }
    }

    /// <summary>What that means, in at most 20 characters.</summary>
    public static byte[] Meaning(AlarmKind kind) => kind switch
    {
        AlarmKind.CellHigh => _tooHigh,
        AlarmKind.CellLow => _tooLow,
        AlarmKind.CellColdCharging => _cold,
        AlarmKind.BatteryLost => _silent,
        AlarmKind.SocLow => _nearlyEmpty,
        AlarmKind.CellSpread => _apart,
        AlarmKind.SocDisagrees => _otherwise,
        AlarmKind.RepliesInconsistent => _contradict,
        _ => _hot,
    };

    private static bool IsBelow(AlarmKind kind)
    {
        return kind == AlarmKind.CellLow || kind == AlarmKind.CellColdCharging || kind == AlarmKind.SocLow;
    }

    private static TextLine AddNumber(TextLine line, AlarmKind kind, int value, bool up)
    {
        switch (kind)
        {
            case AlarmKind.CellHot:
            case AlarmKind.CellColdCharging:
            case AlarmKind.BoardHot:
                return line.Add(value, Formats.Whole).Add(Words.Degrees);
            case AlarmKind.SocLow:
                return line.Add(Rounded(value, up), Formats.Percent).Add(Words.Percent);
            default:
                return line.Add(Rounded(value, up), Formats.Volts).Add(Words.Volts);
        }
    }

    // To whole steps of what is shown, away from the other one: "2.50 V < 2.50 V" would be no reason for an alarm.
    private static int Rounded(int value, bool up)
    {
        int rest = value % Step;
        return rest == 0 ? value : value - rest + (up ? Step : 0);
    }
}
