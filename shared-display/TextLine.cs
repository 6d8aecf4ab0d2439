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
        return Add(text, 0, text.Length);
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
        int from = _digits.Write(value, format);
        return Add(_digits.Text, from, Digits.Size - from);
    }

    private TextLine Add(byte[] text, int from, int count)
    {
        Array.Copy(text, from, Text, Length, count);
        Length += count;
        return this;
    }
}
