using System;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>Words that several pages have: values with their units, times, currents.</summary>
internal static class Words
{
    // Units of time.
    private const int Hours = 2;
    private const int Days = 3;

    /// <summary>Adds a reading's value in its unit, as its row in <see cref="ReadingTable"/> has it: "13.35 V".</summary>
    internal static TextLine AddValue(TextLine line, ReadingId id, long value)
    {
        return AddUnit(AddNumber(line, id, value).Add((byte)' '), ReadingTable.Unit(id));
    }

    /// <summary>Adds the same without its unit.</summary>
    internal static TextLine AddNumber(TextLine line, ReadingId id, long value)
    {
        ReadingUnit unit = ReadingTable.Unit(id);
        return line.Add(value, (NumberFormat)(ReadingTable.Decimals(unit) << 4 | ReadingTable.ShownDecimals(unit)));
    }

    /// <summary>Adds the text of a unit. The degree sign, two bytes in the table, is one in the fonts.</summary>
    internal static TextLine AddUnit(TextLine line, ReadingUnit unit)
    {
        int place = ReadingTable.UnitText(unit);
        if (unit != ReadingUnit.Celsius)
        {
            return line.Add(ReadingTable.Texts, place);
        }

        // Over the last byte of the degree sign, which has two here, goes the one that it has in the fonts.
        byte[] text = line.Text;
        int at = line.Length;
        int length = ReadingTable.Texts.Copy(place, text, at) - 1;
        Array.Copy(text, at + 1, text, at, length);
        text[at] = TextLine.Degree;
        return line.Extend(length);
    }

    /// <summary>Adds a length of time in its largest whole unit: "12 s", "5 min", "3 h", "2 d".</summary>
    internal static TextLine AddAge(TextLine line, long ms)
    {
        long length = ms / 1000;
        int unit = 0;
        while (unit < Days && length >= (unit < Hours ? 60 : 24))
        {
            length /= unit < Hours ? 60 : 24;
            unit++;
        }

        return line.Add(length, NumberFormat.Whole).Add(PageText.Seconds + unit);
    }

    /// <summary>Adds a current in amperes, charging with a plus sign: three digits, so that it is never wider than "-32.8 A".</summary>
    internal static TextLine AddAmps(TextLine line, int currentMa)
    {
        int magnitude = currentMa < 0 ? -currentMa : currentMa;
        NumberFormat format = NumberFormat.AmpsHundredths;
        if (magnitude >= 9995)
        {
            format = magnitude < 99950 ? NumberFormat.AmpsTenths : NumberFormat.Amps;
        }

        return AddUnit(line.Add(currentMa, format).Add((byte)' '), ReadingUnit.Amperes);
    }

    /// <summary>Adds minutes as a time to wait: "45 min", "3 h 05", "12 h".</summary>
    internal static TextLine AddMinutes(TextLine line, int minutes)
    {
        if (minutes == Reading.Unknown)
        {
            return line.Add(minutes, NumberFormat.Whole);
        }

        int hours = minutes / 60;
        if (hours == 0)
        {
            return line.Add(minutes, NumberFormat.Whole).Add(PageText.Minutes);
        }

        line.Add(hours, NumberFormat.Whole).Add(PageText.Hours);
        if (hours < 10)
        {
            minutes -= hours * 60;
            line.Add((byte)' ').Add((byte)('0' + minutes / 10)).Add((byte)('0' + minutes % 10));
        }

        return line;
    }

    /// <summary>Adds how many there is no room for: "and 3 more".</summary>
    internal static TextLine AddMore(TextLine line, int count)
    {
        return line.Add(PageText.And).Add(count, NumberFormat.Whole).Add(PageText.More);
    }
}
