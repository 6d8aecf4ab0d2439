using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>What both ways of writing the history have in common: the keys of a day, and which day it is.</summary>
internal static class HistoryDays
{
    private const int DaysOf400Years = 146097;
    private const int DaysTo1970 = 719468;

    // In the order of DayId, those that no reading has. The others are readings, and stand in the same order.
    private const DayId FirstOwn = DayId.SocMin;

    /// <summary>Writes a key of JSON, behind another member.</summary>
    public static void WriteKey(DayId id, JsonWriter json)
    {
        if (id < FirstOwn)
        {
            json.Member(ReadingTable.Texts, ReadingTable.Member(ReadingOf(id)));
        }
        else
        {
            json.Key(WebText.SocMin + (id - FirstOwn));
        }
    }

    /// <summary>Writes the name of a column.</summary>
    public static void WriteName(DayId id, JsonWriter json)
    {
        if (id < FirstOwn)
        {
            json.Extend(ReadingTable.CopyKey(ReadingOf(id), json.Buffer, json.Count));
        }
        else
        {
            json.Raw(WebText.SocMin + (id - FirstOwn));
        }
    }

    /// <summary>Writes a value, null if it is not known.</summary>
    public static void Number(int value, JsonWriter json)
    {
        if (value == Reading.Unknown)
        {
            json.Null();
        }
        else
        {
            json.Number(value);
        }
    }

    /// <summary>Writes which day it is: its date as a text where that is known, else a number, 1 for the first day of running.</summary>
    public static void WriteDay(Days days, int ago, JsonWriter json)
    {
        int day = days.Day(ago);
        json.BeginText();
        if (days.IsDated(ago))
        {
            WriteDate(day, json);
        }
        else
        {
            json.Number(day);
        }
    }

    // Of days since 1970, in a calendar whose years begin in March, so that the day more of a leap year is its last one.
    private static void WriteDate(int day, JsonWriter json)
    {
        int since = day + DaysTo1970;
        int inEra = since % DaysOf400Years;
        int yearOfEra = (inEra - (inEra / 1460) + (inEra / 36524) - (inEra / 146096)) / 365;
        int dayOfYear = inEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        int month = ((5 * dayOfYear) + 2) / 153;
        int year = yearOfEra + (since / DaysOf400Years * 400) + (month < 10 ? 0 : 1);
        json.OpenText();
        json.Digits(year);
        TwoDigits(month < 10 ? month + 3 : month - 9, json);
        TwoDigits(dayOfYear - (((153 * month) + 2) / 5) + 1, json);
        json.EndText();
    }

    private static void TwoDigits(int value, JsonWriter json)
    {
        json.Raw((byte)'-');
        json.Raw((byte)('0' + (value / 10)));
        json.Raw((byte)('0' + (value % 10)));
    }

    private static ReadingId ReadingOf(DayId id) => ReadingId.ChargeIn + (int)id;
}
