using System.Globalization;

namespace ValenceNano.Desktop;

/// <summary>
/// A serial read as a date: all public ones are CBB, two digits that may be the year, two that may be the week of make, and a
/// number. It is a guess, and is to be shown as one.
/// </summary>
public static class SerialDate
{
    private const int DigitsAt = 3;

    /// <summary>Tells the guess: <c>2011, week 28 (?)</c>; null if the serial is not of that form.</summary>
    public static string? Guess(ReadOnlySpan<byte> serial)
    {
        if (serial.Length < DigitsAt + 4 || serial[..DigitsAt].IndexOfAnyExceptInRange((byte)'A', (byte)'Z') >= 0
            || serial[DigitsAt..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return null;
        }

        int year = 2000 + Number(serial[DigitsAt..]);
        int week = Number(serial[(DigitsAt + 2)..]);
        return week is >= 1 and <= 53 ? string.Create(CultureInfo.InvariantCulture, $"{year}, week {week} (?)") : null;
    }

    private static int Number(ReadOnlySpan<byte> digits) => ((digits[0] - '0') * 10) + digits[1] - '0';
}
