using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>Writes an integer as characters into its own small table: no string, nothing allocated.</summary>
internal sealed class Digits
{
    // A sign, ten digits and the point.
    internal const int Size = 12;

    /// <summary>The characters, at the end of the table.</summary>
    internal readonly byte[] Text = new byte[Size];

    /// <summary>Writes <paramref name="value"/> and answers where in <see cref="Text"/> it begins.</summary>
    internal int Write(int value, NumberFormat format)
    {
        if (value == Reading.Unknown)
        {
            Text[Size - 1] = (byte)'-';
            Text[Size - 2] = (byte)'-';
            return Size - 2;
        }

        int magnitude = value < 0 ? -value : value;
        int divisor = format.Divisor;
        if (divisor != 1)
        {
            // Half away from zero. Twice the remainder fits: a divisor is 1,000,000,000 at most.
            int quotient = magnitude / divisor;
            int rest = magnitude - quotient * divisor;
            magnitude = rest * 2 >= divisor ? quotient + 1 : quotient;
        }

        int at = WriteMagnitude(magnitude, format.Shown);
        if (magnitude != 0 && (value < 0 || format.Plus))
        {
            Text[--at] = value < 0 ? (byte)'-' : (byte)'+';
        }

        return at;
    }

    private int WriteMagnitude(int magnitude, int decimals)
    {
        byte[] text = Text;
        int at = Size;
        if (decimals > 0)
        {
            do
            {
                text[--at] = (byte)('0' + magnitude % 10);
                magnitude /= 10;
            }
            while (--decimals != 0);
            text[--at] = (byte)'.';
        }

        do
        {
            text[--at] = (byte)('0' + magnitude % 10);
            magnitude /= 10;
        }
        while (magnitude != 0);
        return at;
    }
}
