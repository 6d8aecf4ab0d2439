using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>Words that several pages have: units, times, who a battery is and how it is.</summary>
internal static class Words
{
    internal static readonly byte[] Volts = Label.Of(" V");
    internal static readonly byte[] Amps = Label.Of(" A");
    internal static readonly byte[] Watts = Label.Of(" W");
    internal static readonly byte[] Percent = Label.Of(" %");
    internal static readonly byte[] Degrees = Label.Of(" °C");
    internal static readonly byte[] Millivolts = Label.Of(" mV");
    internal static readonly byte[] Live = Label.Of("live");

    private static readonly byte[] _seconds = Label.Of(" s");
    private static readonly byte[] _minutes = Label.Of(" min");
    private static readonly byte[] _hours = Label.Of(" h");
    private static readonly byte[] _days = Label.Of(" d");
    private static readonly byte[] _asleep = Label.Of("asleep ");
    private static readonly byte[] _lost = Label.Of("lost ");
    private static readonly byte[] _and = Label.Of("and ");
    private static readonly byte[] _more = Label.Of(" more");
    private static readonly byte[] _neverSeen = Label.Of("no values yet");

    /// <summary>Adds a length of time in its largest whole unit: "12 s", "5 min", "3 h", "2 d".</summary>
    internal static TextLine AddAge(TextLine line, long ms)
    {
        long seconds = ms / 1000;
        if (seconds < 60)
        {
            return line.Add((int)seconds, Formats.Whole).Add(_seconds);
        }

        if (seconds < 3600)
        {
            return line.Add((int)(seconds / 60), Formats.Whole).Add(_minutes);
        }

        return seconds < 86400
            ? line.Add((int)(seconds / 3600), Formats.Whole).Add(_hours)
            : line.Add((int)(seconds / 86400), Formats.Whole).Add(_days);
    }

    /// <summary>Adds minutes as a time to wait: "45 min", "3 h 05", "12 h".</summary>
    internal static TextLine AddMinutes(TextLine line, int minutes)
    {
        if (minutes == Reading.Unknown)
        {
            return line.Add(minutes, Formats.Whole);
        }

        int hours = minutes / 60;
        if (hours == 0)
        {
            return line.Add(minutes, Formats.Whole).Add(_minutes);
        }

        line.Add(hours, Formats.Whole).Add(_hours);
        if (hours < 10)
        {
            minutes -= hours * 60;
            line.Add((byte)' ').Add((byte)('0' + minutes / 10)).Add((byte)('0' + minutes % 10));
        }

        return line;
    }

    /// <summary>Adds a battery's name: "B2".</summary>
    internal static TextLine AddBattery(TextLine line, int number)
    {
        return line.Add((byte)'B').Add(number, Formats.Whole);
    }

    /// <summary>Adds how many there is no room for: "and 3 more".</summary>
    internal static TextLine AddMore(TextLine line, int count)
    {
        return line.Add(_and).Add(count, Formats.Whole).Add(_more);
    }

    /// <summary>Adds how a battery is that is not live, and since when: "asleep 12 min".</summary>
    internal static TextLine AddState(TextLine line, Battery battery, long nowMs)
    {
        if (!battery.HasValues)
        {
            return line.Add(_neverSeen);
        }

        line.Add(battery.State == BatteryState.Asleep ? _asleep : _lost);
        return AddAge(line, battery.AgeMs(nowMs));
    }
}
