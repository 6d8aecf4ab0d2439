using System;

namespace ValenceNano.Model;

/// <summary>
/// A text put together from words and numbers: what a canvas draws, or a head writes elsewhere. The object is reused, and nothing is
/// allocated after construction.
/// </summary>
public sealed class TextLine
{
    /// <summary>How many characters there is room for: a line of a trace. A longer text is a mistake in the program, and throws.</summary>
    public const int Capacity = 160;

    /// <summary>The degree sign, which the fonts have behind ASCII.</summary>
    public const byte Degree = 127;

    /// <summary>Its characters, in the first <see cref="Length"/> bytes: ASCII 32 to 126 and what the fonts have behind it.</summary>
    public readonly byte[] Text = new byte[Capacity];

    /// <summary>How many characters there are.</summary>
    public int Length => _length;

    // Every character goes by it: a property would cost a call each time.
    private int _length;

    // A sign, 19 digits and the point.
    private const int MaxDigits = 21;

    // The characters of a number, at its end.
    private readonly byte[] _digits = new byte[MaxDigits];

    /// <summary>Makes it empty, and answers itself.</summary>
    public TextLine Clear()
    {
        _length = 0;
        return this;
    }

    /// <summary>So many characters have been put behind the others in <see cref="Text"/>; answers itself.</summary>
    public TextLine Extend(int count)
    {
        _length += count;
        return this;
    }

    /// <summary>Adds a text, and answers itself.</summary>
    public TextLine Add(byte[] text)
    {
        return Add(text, 0, text.Length);
    }

    /// <summary>Adds a text as <see cref="FlashText"/> has it, and answers itself.</summary>
    public TextLine Add(string text)
    {
        _length += FlashText.Copy(text, Text, _length);
        return this;
    }

    /// <summary>Adds a text of a list, and answers itself.</summary>
    public TextLine Add(FlashTexts list, int place)
    {
        _length += list.Copy(place, Text, _length);
        return this;
    }

    /// <summary>Adds a byte, 0 to 255, as two hexadecimal digits, capital letters, and answers itself.</summary>
    public TextLine AddHex(int value)
    {
        return Add(HexDigit(value >> 4)).Add(HexDigit(value & 0xF));
    }

    /// <summary>Adds one character, and answers itself.</summary>
    public TextLine Add(byte character)
    {
        Text[_length++] = character;
        return this;
    }

    /// <summary>Adds a number, <c>--</c> if it is <see cref="Reading.Unknown"/>, and answers itself.</summary>
    public TextLine Add(long value, NumberFormat format)
    {
        return AddRight(value, format, 0);
    }

    /// <summary>Adds a number and in front of it the spaces with which the line is that long; answers itself.</summary>
    public TextLine AddRight(long value, NumberFormat format, int length)
    {
        int from = WriteDigits(value, format);
        int count = MaxDigits - from;
        while (_length + count < length)
        {
            Add((byte)' ');
        }

        return Add(_digits, from, count);
    }

    /// <summary>Adds a part of a text, and answers itself.</summary>
    public TextLine Add(byte[] text, int from, int count)
    {
        Array.Copy(text, from, Text, _length, count);
        _length += count;
        return this;
    }

    private static byte HexDigit(int value)
    {
        return (byte)(value < 10 ? '0' + value : 'A' - 10 + value);
    }

    // Answers where it begins.
    private int WriteDigits(long value, NumberFormat format)
    {
        byte[] digits = _digits;
        int at = MaxDigits;
        if (value == Reading.Unknown)
        {
            digits[--at] = (byte)'-';
            digits[--at] = (byte)'-';
            return at;
        }

        int shown = (int)format & 0xF;
        long magnitude = Rounded(value < 0 ? -value : value, ((int)format >> 4 & 0xF) - shown);
        bool hasSign = magnitude != 0 && (value < 0 || (format & NumberFormat.Plus) != 0);
        do
        {
            digits[--at] = (byte)('0' + magnitude % 10);
            magnitude /= 10;
            if (--shown == 0)
            {
                digits[--at] = (byte)'.';
            }
        }
        while (magnitude != 0 || shown >= 0);

        if (hasSign)
        {
            digits[--at] = value < 0 ? (byte)'-' : (byte)'+';
        }

        return at;
    }

    // Without its last decimals, half away from zero.
    private static long Rounded(long magnitude, int decimals)
    {
        for (; decimals > 1; decimals--)
        {
            magnitude /= 10;
        }

        return decimals == 0 ? magnitude : (magnitude / 5 + 1) / 2;
    }
}
