using System;

namespace ValenceNano.Display;

/// <summary>How an integer with its decimals in the unit is shown: 13352 mV in volts with two decimals is 13.35.</summary>
public sealed class NumberFormat
{
    internal readonly int Shown;
    internal readonly int Divisor;
    internal readonly bool Plus;

    /// <param name="decimals">Decimals that the integer has in the unit shown, 0 to 9: 3 for millivolts shown in volts.</param>
    /// <param name="shown">Decimals to show, 0 to <paramref name="decimals"/>; the rest is rounded, half away from zero.</param>
    /// <param name="plus">Whether a number above zero has its plus sign. What rounds to zero has no sign either way.</param>
    public NumberFormat(int decimals, int shown, bool plus = false)
    {
        if (shown < 0 || shown > decimals || decimals > 9)
        {
            throw new ArgumentOutOfRangeException(nameof(shown));
        }

        Shown = shown;
        Plus = plus;
        Divisor = 1;
        for (int i = shown; i < decimals; i++)
        {
            Divisor *= 10;
        }
    }
}
