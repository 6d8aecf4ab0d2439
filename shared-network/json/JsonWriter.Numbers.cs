using System;
using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>How numbers are written.</summary>
public sealed partial class JsonWriter
{
    // "00" to "99": two digits at once, since a division costs as much as the rest of a digit.
    private static readonly byte[] _pairs = MakePairs();

    /// <summary>Numbers below this one can be <see cref="Put"/>.</summary>
    public const int PutLimit = 1000000;

    /// <summary>
    /// Writes an array of <paramref name="count"/> numbers, 1 or more, from a place of <paramref name="values"/> on, as a value. Each is below
    /// <see cref="PutLimit"/>, either sign.
    /// </summary>
    public void Numbers(int[] values, int first, int count)
    {
        byte[] buffer = _buffer;
        int at = _count;
        int end = first + count;
        if (_wantsComma)
        {
            buffer[at++] = (byte)',';
        }

        buffer[at++] = (byte)'[';
        for (int i = first; i < end; i++)
        {
            int value = values[i];
            if (value < 0)
            {
                buffer[at++] = (byte)'-';
                value = -value;
            }

            if (value < 10)
            {
                buffer[at++] = (byte)('0' + value);
            }
            else
            {
                at = Put(value, buffer, at);
            }

            buffer[at++] = (byte)',';
        }

        // In place of the last comma.
        buffer[at - 1] = (byte)']';
        _count = at;
        _wantsComma = true;
    }

    /// <summary>Writes a number, as a value.</summary>
    public void Number(long value)
    {
        BeginValue();
        SignedDigits(value);
    }

    /// <summary>Writes the digits of a number, 0 or more.</summary>
    public void Digits(int value)
    {
        if (value >= PutLimit)
        {
            int high = value / 10000;
            Digits(high);
            FourDigits(value - (high * 10000));
        }
        else if (value < 10)
        {
            _buffer[_count++] = (byte)('0' + value);
        }
        else
        {
            _count = Put(value, _buffer, _count);
        }
    }

    /// <summary>Puts the digits of a number into a buffer.</summary>
    /// <param name="number">10..<see cref="PutLimit"/> - 1.</param>
    /// <param name="buffer">Where to.</param>
    /// <param name="at">From where on.</param>
    /// <returns>Where they end.</returns>
    public static int Put(int number, byte[] buffer, int at)
    {
        byte[] pairs = _pairs;
        if (number >= 100)
        {
            int hundreds = number / 100;
            number -= hundreds * 100;
            if (hundreds >= 100)
            {
                int high = hundreds / 100;
                hundreds -= high * 100;
                if (high < 10)
                {
                    buffer[at] = (byte)('0' + high);
                    at++;
                }
                else
                {
                    Array.Copy(pairs, high + high, buffer, at, 2);
                    at += 2;
                }

                Array.Copy(pairs, hundreds + hundreds, buffer, at, 2);
                at += 2;
            }
            else if (hundreds < 10)
            {
                buffer[at] = (byte)('0' + hundreds);
                at++;
            }
            else
            {
                Array.Copy(pairs, hundreds + hundreds, buffer, at, 2);
                at += 2;
            }
        }

        Array.Copy(pairs, number + number, buffer, at, 2);
        return at + 2;
    }

    /// <summary>Writes the decimals of a number, whose digits in front of the point are written, and so ends it as a value.</summary>
    /// <param name="value">The decimals, 0..<paramref name="unit"/> - 1.</param>
    /// <param name="unit">A power of ten: 1000 for three decimals.</param>
    public void Fraction(int value, int unit)
    {
        byte[] buffer = _buffer;
        int at = _count;
        buffer[at++] = (byte)'.';
        for (int least = unit / 10; least > 0; least /= 10)
        {
            int digit = value / least;
            buffer[at++] = (byte)('0' + digit);
            value -= digit * least;
        }

        _count = at;
        _wantsComma = true;
    }

    /// <summary>Writes the digits of a number, 0 or more.</summary>
    public void Digits(long value)
    {
        if ((ulong)value <= int.MaxValue)
        {
            Digits((int)value);
        }
        else
        {
            LongDigits((ulong)value);
        }
    }

    private void SignedDigits(long value)
    {
        if (value < 0)
        {
            _buffer[_count++] = (byte)'-';
            value = -value;
        }

        // The smallest of all has no positive one, but it has without a sign.
        Digits(value);
    }

    private void LongDigits(ulong value)
    {
        ulong high = value / 100000000;
        int low = (int)(value - (high * 100000000));
        int upper = low / 10000;
        SignedDigits((long)high);
        FourDigits(upper);
        FourDigits(low - (upper * 10000));
    }

    private void FourDigits(int value)
    {
        byte[] buffer = _buffer;
        byte[] pairs = _pairs;
        int at = _count;
        int hundreds = value / 100;
        int rest = value - (hundreds * 100);
        Array.Copy(pairs, hundreds + hundreds, buffer, at, 2);
        Array.Copy(pairs, rest + rest, buffer, at + 2, 2);
        _count = at + 4;
    }

    private static byte[] MakePairs()
    {
        var pairs = new byte[200];
        for (int i = 0; i < 100; i++)
        {
            pairs[2 * i] = (byte)('0' + (i / 10));
            pairs[(2 * i) + 1] = (byte)('0' + (i % 10));
        }

        return pairs;
    }
}
