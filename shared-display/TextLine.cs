using System;

namespace ValenceNano.Display;

/// <summary>
/// A text put together from words and numbers: what a canvas draws, and a head can tell in other ways. The object is reused, and
/// nothing is allocated after construction.
/// </summary>
public sealed class TextLine
{
    /// <summary>How many characters there is room for. A longer text is a mistake in the program, and throws.</summary>
    public const int Capacity = 48;

    /// <summary>Its characters, in the first <see cref="Length"/> bytes: ASCII 32 to 126 and what <see cref="Glyph"/> names.</summary>
    public readonly byte[] Text = new byte[Capacity];

    /// <summary>How many characters there are.</summary>
    public int Length;

    private static readonly byte[] _spaces = Label.Of("                ");

    private readonly Digits _digits = new Digits();

    /// <summary>Makes it empty, and answers itself.</summary>
    public TextLine Clear()
    {
        Length = 0;
        return this;
    }

    /// <summary>Adds a text, and answers itself.</summary>
    public TextLine Add(byte[] text)
    {
        int count = text.Length;
        Array.Copy(text, 0, Text, Length, count);
        Length += count;
        return this;
    }

    /// <summary>Adds one character, and answers itself.</summary>
    public TextLine Add(byte character)
    {
        Text[Length++] = character;
        return this;
    }

    /// <summary>Adds a number, <c>--</c> if it is not known, and answers itself.</summary>
    public TextLine Add(int value, NumberFormat format)
    {
        Digits digits = _digits;
        int from = digits.Write(value, format);
        int count = Digits.Size - from;
        Array.Copy(digits.Text, from, Text, Length, count);
        Length += count;
        return this;
    }

    /// <summary>Adds a number and in front of it the spaces, 16 at most, with which the line is that long; answers itself.</summary>
    public TextLine AddRight(int value, NumberFormat format, int length)
    {
        int from = Length;
        Add(value, format);
        int gap = length - Length;
        if (gap > 0)
        {
            Array.Copy(Text, from, Text, from + gap, Length - from);
            Array.Copy(_spaces, 0, Text, from, gap);
            Length = length;
        }

        return this;
    }
}
