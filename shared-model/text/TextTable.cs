using System;

namespace ValenceNano.Model;

/// <summary>
/// Fixed texts, many of them in one string with a bar behind each: on the device the characters of a string stay in flash, and each string
/// takes RAM. A text is known by its place; the one behind it in the same string has the next place.
/// </summary>
/// <remarks>It reads no static while it is filled, so that static initialisers may do that. Filling allocates.</remarks>
public sealed class TextTable
{
    private const char Bar = '|';

    // A place is the number of the string, and in its low byte that of the text in it.
    private const int StringShift = 8;
    private const int TextMask = 0xFF;

    // The longest string: where a text begins in it is one byte, and so is where one behind it would.
    private const int MaxLength = 255;

    private string[] _strings = new string[48];

    // Of each string where its texts' beginnings are, and of all texts where they begin, in the string; behind the last text of a string
    // stands where another one would begin.
    private ushort[] _firsts = new ushort[48];
    private byte[] _starts = new byte[400];
    private int _stringCount;
    private int _startCount;

    /// <summary>Adds a string of texts.</summary>
    /// <param name="texts">Characters below U+0800; a bar ends each text. It is a mistake in the program, and throws, if it has more than 255.</param>
    /// <returns>The place of its first text.</returns>
    public int Add(string texts)
    {
        char[] characters = texts.ToCharArray();
        if (characters.Length > MaxLength)
        {
            throw new ArgumentException(texts);
        }

        _firsts[_stringCount] = (ushort)_startCount;
        _strings[_stringCount] = texts;
        _starts[_startCount++] = 0;
        for (int i = 0; i < characters.Length; i++)
        {
            if (characters[i] == Bar)
            {
                _starts[_startCount++] = (byte)(i + 1);
            }
        }

        return _stringCount++ << StringShift;
    }

    /// <summary>The place that one text more of the string last added would have.</summary>
    public int Next => ((_stringCount - 1) << StringShift) + _startCount - 1 - _firsts[_stringCount - 1];

    /// <summary>Gives back what is left over: the table is complete.</summary>
    public void Complete()
    {
        var strings = new string[_stringCount];
        var firsts = new ushort[_stringCount];
        var starts = new byte[_startCount];
        Array.Copy(_strings, strings, _stringCount);
        Array.Copy(_firsts, firsts, _stringCount);
        Array.Copy(_starts, starts, _startCount);
        _strings = strings;
        _firsts = firsts;
        _starts = starts;
    }

    /// <summary>How many characters the text at a place has.</summary>
    public int Length(int place)
    {
        int text = _firsts[place >> StringShift] + (place & TextMask);
        return _starts[text + 1] - _starts[text] - 1;
    }

    /// <summary>Copies the text at a place into a buffer, as UTF-8.</summary>
    /// <returns>How many bytes were written.</returns>
    public int Copy(int place, byte[] buffer, int offset)
    {
        byte[] starts = _starts;
        int text = _firsts[place >> StringShift] + (place & TextMask);
        int start = starts[text];
        return FlashText.CopyPart(_strings[place >> StringShift], start, starts[text + 1] - start - 1, buffer, offset);
    }

    /// <summary>The text at a place as a string. Allocates.</summary>
    public string Get(int place)
    {
        int text = _firsts[place >> StringShift] + (place & TextMask);
        return _strings[place >> StringShift].Substring(_starts[text], Length(place));
    }

    /// <summary>Tells whether the text at a place, of ASCII, is these bytes.</summary>
    public bool IsText(int place, byte[] bytes, int offset, int count)
    {
        if (Length(place) != count)
        {
            return false;
        }

        byte[] own = FlashText.Scratch;
        Copy(place, own, 0);
        int same = 0;
        while (same < count && own[same] == bytes[offset + same])
        {
            same++;
        }

        return same == count;
    }

    /// <summary>How many texts there are from a place on, up to an empty one.</summary>
    public int CountWords(int place)
    {
        int words = 0;
        while (Length(place + words) > 0)
        {
            words++;
        }

        return words;
    }

    /// <summary>Which of some texts from a place on these bytes are, 0..; -1: none.</summary>
    public int FindWord(int place, int words, byte[] bytes, int offset, int count)
    {
        int word = 0;
        while (word < words && !IsText(place + word, bytes, offset, count))
        {
            word++;
        }

        return word < words ? word : -1;
    }
}
