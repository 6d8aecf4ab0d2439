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

        int magnitude = Rounded(value < 0 ? -value : value, format.Divisor);
        int at = WriteMagnitude(magnitude, format.Shown);
        if (magnitude != 0 && (value < 0 || format.Plus))
        {
            Text[--at] = value < 0 ? (byte)'-' : (byte)'+';
        }

        return at;
    }

    private static int Rounded(int magnitude, int divisor)
    {
        if (divisor == 1)
        {
            return magnitude;
        }

        // Twice the remainder fits: a divisor is 1,000,000,000 at most.
        int quotient = magnitude / divisor;
        return (magnitude - quotient * divisor) * 2 >= divisor ? quotient + 1 : quotient;
    }

    private int WriteMagnitude(int magnitude, int decimals)
    {
        byte[] text = Text;
        int at = Size;
        do
        {
            int tenth = magnitude / 10;
            text[--at] = (byte)('0' + magnitude - tenth * 10);
            magnitude = tenth;
            if (--decimals == 0)
            {
                text[--at] = (byte)'.';
            }
        }
        while (magnitude != 0 || decimals >= 0);

        return at;
    }
}
