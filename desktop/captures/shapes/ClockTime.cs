using System.Buffers.Text;

namespace ValenceNano.Desktop;

/// <summary>A clock's time in a line: <c>12:34:56.789</c>, with a date before it or without, as ISO 8601 or as people write it.</summary>
/// <param name="MsOfDay">Since midnight, ms.</param>
/// <param name="Day">The day, where the date begins with the year; else nobody knows which number is the month.</param>
/// <param name="StepMs">The smallest step of this clock, ms: 1000 if it shows whole seconds.</param>
/// <param name="Start">Where it begins in the line, its date included.</param>
/// <param name="End">Where it ends.</param>
public readonly record struct ClockTime(long MsOfDay, int? Day, int StepMs, int Start, int End)
{
    private const int MsPerSecond = 1000;
    private const int MaxDateLength = 10;

    /// <summary>Finds the first one of a line.</summary>
    public static bool TryFind(ReadOnlySpan<byte> text, out ClockTime time)
    {
        int at = 0;
        for (int colon = text.IndexOf((byte)':'); colon >= 0; colon = text[at..].IndexOf((byte)':'))
        {
            at += colon;
            if (TryRead(text, at, out time))
            {
                return true;
            }

            at++;
        }

        time = default;
        return false;
    }

    // The colon is the one behind the hours.
    private static bool TryRead(ReadOnlySpan<byte> text, int colon, out ClockTime time)
    {
        time = default;
        int start = colon;
        while (start > 0 && colon - start < 2 && IsDigit(text, start - 1))
        {
            start--;
        }

        int end = colon + 6;
        if (start == colon || end > text.Length || text[colon + 3] != ':' || (start > 0 && IsInWord(text[start - 1]))
            || !IsNumber(text[start..colon], 24, out int hours)
            || !IsNumber(text.Slice(colon + 1, 2), 60, out int minutes)
            || !IsNumber(text.Slice(colon + 4, 2), 60, out int seconds)
            || !TryReadFraction(text, ref end, out int ms, out int stepMs))
        {
            return false;
        }

        end = BehindZone(text, end, ref hours);
        int? day = FindDate(text, ref start);
        time = new ClockTime((((((hours * 60L) + minutes) * 60) + seconds) * MsPerSecond) + ms, day, stepMs, start, end);
        return true;
    }

    // Behind a point; or behind a comma or a colon, if it has three digits or six: else that separates something else.
    private static bool TryReadFraction(ReadOnlySpan<byte> text, ref int end, out int ms, out int stepMs)
    {
        ms = 0;
        stepMs = MsPerSecond;
        int digits = end + 1;
        while (IsDigit(text, digits))
        {
            digits++;
        }

        byte mark = end < text.Length ? text[end] : (byte)' ';
        int count = digits - end - 1;
        if (mark == '.' ? count > 0 : mark is (byte)',' or (byte)':' && count is 3 or 6 && !IsWord(text, digits))
        {
            for (int at = end + 1; at < digits && stepMs > 1; at++)
            {
                stepMs /= 10;
                ms += (text[at] - '0') * stepMs;
            }

            end = digits;
            return true;
        }

        return mark != ':' && (!IsWord(text, end) || mark == 'Z');
    }

    private static int BehindZone(ReadOnlySpan<byte> text, int end, ref int hours)
    {
        ReadOnlySpan<byte> rest = text[end..];
        if (rest.StartsWith("Z"u8))
        {
            return end + 1;
        }

        if (rest.Length >= 6 && rest[0] is (byte)'+' or (byte)'-' && rest[3] == ':' && IsDigit(rest, 1) && IsDigit(rest, 5))
        {
            return end + 6;
        }

        if (rest.StartsWith(" PM"u8) || rest.StartsWith(" AM"u8))
        {
            hours = (hours % 12) + (rest[1] == 'P' ? 12 : 0);
            return end + 3;
        }

        return end;
    }

    private static int? FindDate(ReadOnlySpan<byte> text, ref int start)
    {
        int end = start;
        while (end > 0 && start - end < 2 && text[end - 1] is (byte)' ' or (byte)'T' or (byte)',')
        {
            end--;
        }

        int from = end;
        while (from > 0 && end - from < MaxDateLength && (IsDigit(text, from - 1) || text[from - 1] is (byte)'-' or (byte)'/' or (byte)'.'))
        {
            from--;
        }

        ReadOnlySpan<byte> date = text[from..end];
        if (date.Length < 6 || date.IndexOfAny("-/."u8) < 0 || end == start)
        {
            return null;
        }

        start = from;
        return date.Length == MaxDateLength && IsNumber(date[..4], 10_000, out int year) && year > 0
            && IsNumber(date.Slice(5, 2), 13, out int month) && month > 0 && IsNumber(date.Slice(8, 2), 32, out int day)
            && day > 0 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day).DayNumber
            : null;
    }

    private static bool IsNumber(ReadOnlySpan<byte> digits, int below, out int value) =>
        Utf8Parser.TryParse(digits, out value, out int used) && used == digits.Length && IsDigit(digits, 0) && value < below;

    private static bool IsDigit(ReadOnlySpan<byte> text, int at) =>
        at >= 0 && at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9';

    private static bool IsWord(ReadOnlySpan<byte> text, int at) => at < text.Length && char.IsAsciiLetterOrDigit((char)text[at]);

    // A T stands between an ISO 8601 date and its time.
    private static bool IsInWord(byte c) => (char.IsAsciiLetterOrDigit((char)c) && c != 'T') || c == ':';
}
