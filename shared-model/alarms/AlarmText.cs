using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>An alarm in words: "B2 cell 3 2.48 V &lt; 2.50 V".</summary>
public static class AlarmText
{
    private const int Step = 10;

    /// <summary>Adds all of it in one line, at most 50 characters.</summary>
    public static TextLine Add(TextLine line, Alarm alarm)
    {
        AddLimit(AddReading(AddWhere(line, alarm).Add((byte)' '), alarm), alarm);
        if (alarm.Kind == AlarmKind.CellColdCharging)
        {
            AddWords(line, AlarmTable.Charging);
        }

        return alarm.IsOver ? AddWords(line, AlarmTable.Over) : line;
    }

    /// <summary>
    /// Adds where something is wrong: "B2 cell 3", at most 11 characters; of a battery that was forgotten since its serial, for B2 may be
    /// another one by now.
    /// </summary>
    public static TextLine AddWhere(TextLine line, Alarm alarm)
    {
        if (alarm.Battery == null)
        {
            return AddForgotten(line, alarm);
        }

        return AddPart(BatteryText.AddNumber(line, alarm.Battery.Number), alarm);
    }

    /// <summary>Adds where in the battery: " cell 3", " SOC", or nothing if it is the battery itself.</summary>
    public static TextLine AddPart(TextLine line, Alarm alarm) =>
        PartLength(alarm) > 0 ? AddPlace(line.Add((byte)' '), alarm) : line;

    /// <summary>How many characters <see cref="AddPart"/> adds.</summary>
    public static int PartLength(Alarm alarm)
    {
        int length = AlarmTable.Words.Length(AlarmTable.Where(alarm.Kind));
        return (length > 0 ? length + 1 : 0) + (alarm.Cell > 0 ? 2 : 0);
    }

    /// <summary>Adds where in the battery, if it is not the battery itself: "cell 3", "SOC".</summary>
    public static TextLine AddPlace(TextLine line, Alarm alarm)
    {
        AddWords(line, AlarmTable.Where(alarm.Kind));
        return alarm.Cell > 0 ? line.Add((byte)' ').Add(alarm.Cell, NumberFormat.Whole) : line;
    }

    /// <summary>
    /// Adds the value, rounded as everywhere but where that would be its limit, or a word where there is none: "2.48 V".
    /// </summary>
    public static TextLine AddReading(TextLine line, Alarm alarm)
    {
        return AlarmTable.HasLimit(alarm.Kind)
            ? AddNumber(line, alarm, alarm.Value, !AlarmTable.IsBelow(alarm.Kind))
            : AddWords(line, AlarmTable.State(alarm.Kind));
    }

    /// <summary>Adds the limit, if there is one that tells something: " &lt; 2.50 V".</summary>
    public static TextLine AddLimit(TextLine line, Alarm alarm)
    {
        if (!AlarmTable.HasLimit(alarm.Kind))
        {
            return line;
        }

        bool isBelow = AlarmTable.IsBelow(alarm.Kind);
        line.Add((byte)' ').Add(isBelow ? (byte)'<' : (byte)'>').Add((byte)' ');
        return AddNumber(line, alarm, alarm.Limit, isBelow);
    }

    /// <summary>Adds what it means, in at most 15 characters.</summary>
    public static TextLine AddMeaning(TextLine line, Alarm alarm) => AddWords(line, AlarmTable.Meaning(alarm.Kind));

    private static TextLine AddWords(TextLine line, int place) => line.Add(AlarmTable.Words, place);

    private static TextLine AddForgotten(TextLine line, Alarm alarm)
    {
        int known = 0;
        for (int i = 0; i < MessageFormat.SerialLength; i++)
        {
            known |= alarm.Serials[alarm.SerialStart + i];
        }

        return known == 0 ? line.Add((byte)'B').Add((byte)'?') : BatteryText.AddSerial(line, alarm.Serials, alarm.SerialStart);
    }

    private static TextLine AddNumber(TextLine line, Alarm alarm, int value, bool up)
    {
        switch (AlarmTable.Unit(alarm.Kind))
        {
            case AlarmUnit.Celsius:
                return line.Add(value, NumberFormat.Whole).Add((byte)' ').Add(TextLine.Degree).Add((byte)'C');
            case AlarmUnit.Permille:
                return line.Add(Rounded(alarm, value, up), NumberFormat.Percent).Add((byte)' ').Add((byte)'%');
            default:
                return line.Add(Rounded(alarm, value, up), NumberFormat.Volts).Add((byte)' ').Add((byte)'V');
        }
    }

    // Where both round to the same they are taken to whole steps of what is shown, away from one another: "2.50 V < 2.50 V" would be no
    // reason for an alarm.
    private static int Rounded(Alarm alarm, int value, bool up)
    {
        int rest = value % Step;
        if (rest == 0 || Nearest(alarm.Value) != Nearest(alarm.Limit))
        {
            return value;
        }

        return value - rest + (up ? Step : 0);
    }

    private static int Nearest(int value) => (value + Step / 2) / Step;
}
