using System;

namespace ValenceNano.Network;

/// <summary>How numbers are written.</summary>
public sealed partial class JsonWriter
{
    /// <summary>Writes a member whose value is a number: <see cref="Key(byte[], int, int)"/> and <see cref="Number(long)"/> in one.</summary>
    public void Member(byte[] text, int start, int count, long value)
    {
        byte[] buffer = _buffer;
        int at = _count;
        if (_wantsComma)
        {
            buffer[at++] = (byte)',';
        }

        buffer[at++] = (byte)'"';
        Array.Copy(text, start, buffer, at, count);
        at += count;
        buffer[at++] = (byte)'"';
        buffer[at++] = (byte)':';
        if (value < 0)
        {
            _wantsComma = false;
            _count = at;
            Number(value);
            return;
        }

        _wantsComma = true;
        _count = at;
        if (value > int.MaxValue)
        {
            LongDigits(value);
        }
        else
        {
            Digits((int)value);
        }
    }

    /// <summary>Writes an array of numbers, as a value.</summary>
    public void Numbers(int[] values)
    {
        Open((byte)'[');
        for (int i = 0; i < values.Length; i++)
        {
            if (i > 0)
            {
                _buffer[_count++] = (byte)',';
            }

            int value = values[i];
            if (value < 0)
            {
                _wantsComma = false;
                Number(value);
            }
            else
            {
                Digits(value);
            }
        }

        Close((byte)']');
    }

    /// <summary>Writes a number, as a value.</summary>
    public void Number(int value)
    {
        BeginValue();
        // All but one of the negative ones have a positive one.
        if (value >= 0 || value == int.MinValue)
        {
            Digits(value);
            return;
        }

        _buffer[_count++] = (byte)'-';
        Digits(-value);
    }

    /// <summary>Writes a number that may be larger than an <c>int</c> is, as a value.</summary>
    public void Number(long value)
    {
        if (value <= int.MaxValue && value >= int.MinValue)
        {
            Number((int)value);
            return;
        }

        BeginValue();
        LongDigits(value);
    }

    /// <summary>Writes the digits of a number, 0 or more; of the smallest <c>int</c> with its sign.</summary>
    public void Digits(int value)
    {
        if (value < 0)
        {
            LongDigits(value);
            return;
        }

        byte[] buffer = _buffer;
        int start = _count;
        if (value < 10)
        {
            buffer[start] = (byte)('0' + value);
            _count = start + 1;
            return;
        }

        int at = start + LengthOf(value);
        _count = at;
        // Two at a time: a division costs as much as the rest of a digit.
        while (value >= 10)
        {
            int rest = value / 100;
            int pair = value - (rest * 100);
            int tens = pair * 103 >> 10;
            buffer[at - 1] = (byte)('0' + pair - (tens * 10));
            at -= 2;
            buffer[at] = (byte)('0' + tens);
            value = rest;
        }

        if (at > start)
        {
            buffer[start] = (byte)('0' + value);
        }
    }

    private void LongDigits(long value)
    {
        if (value < 0)
        {
            Raw((byte)'-');
        }

        int end = _count + MaxNumberLength;
        int at = end;
        do
        {
            int digit = (int)(value % 10);
            _buffer[--at] = (byte)('0' + (digit < 0 ? -digit : digit));
            value /= 10;
        }
        while (value != 0);
        Array.Copy(_buffer, at, _buffer, _count, end - at);
        _count += end - at;
    }

    // Of 10 or more.
    private static int LengthOf(int value)
    {
        if (value < 100000)
        {
            return value < 100 ? 2 : value < 10000 ? value < 1000 ? 3 : 4 : 5;
        }

        return value < 1000000 ? 6 : value < 10000000 ? 7 : value < 100000000 ? 8 : value < 1000000000 ? 9 : 10;
    }
}
