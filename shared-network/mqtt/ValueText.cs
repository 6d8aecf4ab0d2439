namespace ValenceNano.Network;

/// <summary>Integers with decimals, and times, as JSON values behind a key.</summary>
internal static class ValueText
{
    private const int MinuteMs = 60000;
    private const int DayMinutes = 1440;

    /// <summary>Writes a number: 13352 with 3 decimals is 13.352.</summary>
    public static void WriteNumber(JsonWriter json, long value, int decimals)
    {
        if (decimals == 0)
        {
            json.Number(value);
            return;
        }

        if (value < 0)
        {
            json.Raw((byte)'-');
            value = -value;
        }

        int unit = decimals == 3 ? 1000 : decimals == 1 ? 10 : 1000000;
        long whole = value <= int.MaxValue ? (int)value / unit : value / unit;
        int rest = (int)(value - (whole * unit));
        json.Digits(whole);
        json.Fraction(rest, unit);
    }

    /// <summary>Writes a time as ISO 8601, UTC, to the second: "2026-07-24T12:34:56Z".</summary>
    /// <param name="json">Where to.</param>
    /// <param name="utcMs">Since 1 January 1970, ms; before the year 2100.</param>
    public static void WriteTime(JsonWriter json, long utcMs)
    {
        int minutes = (int)(utcMs / MinuteMs);
        int days = minutes / DayMinutes;

        // From 1 March 1968 on a leap day is the last one of four years.
        int since = days + 671;
        int years = ((since * 4) + 3) / 1461;
        int day = since - (years * 1461 / 4);
        int month = ((day * 5) + 2) / 153;
        day -= ((month * 153) + 2) / 5;
        month += 3;
        int isNext = month > 12 ? 1 : 0;
        json.OpenText();
        WritePair(json, 19 + ((68 + years + isNext) / 100));
        WritePair(json, (68 + years + isNext) % 100);
        json.Raw((byte)'-');
        WritePair(json, month - (12 * isNext));
        json.Raw((byte)'-');
        WritePair(json, day + 1);
        json.Raw((byte)'T');
        minutes -= days * DayMinutes;
        WritePair(json, minutes / 60);
        json.Raw((byte)':');
        WritePair(json, minutes % 60);
        json.Raw((byte)':');
        WritePair(json, (int)(utcMs % MinuteMs) / 1000);
        json.Raw((byte)'Z');
        json.EndText();
    }

    private static void WritePair(JsonWriter json, int value)
    {
        json.Raw((byte)('0' + (value / 10)));
        json.Raw((byte)('0' + (value % 10)));
    }
}
