using System;

namespace ValenceNano.Model;

/// <summary>
/// Fixed texts one behind the other in one array, as UTF-8, each with its length in the byte in front of it: on the device one array
/// costs far less than one for each text. A text is known by the place of its first byte. A text may be a list of words with a bar
/// between each and the next.
/// </summary>
/// <remarks>It reads no static, so that static initialisers may fill one. Filling allocates, everything else does not.</remarks>
public sealed class TextTable
{
    private const byte Bar = (byte)'|';

    private byte[] _bytes = new byte[1024];
    private int _used;

    /// <summary>All bytes: those of the text at a place are the <see cref="Length"/> bytes from there on.</summary>
    public byte[] Bytes => _bytes;

    /// <summary>Adds a text.</summary>
    /// <param name="text">Characters below U+0800, at most 255 bytes.</param>
    /// <returns>Its place, for <see cref="Length"/> and <see cref="Bytes"/>.</returns>
    public ushort Add(string text)
    {
        if (_used + 1 + (2 * text.Length) > _bytes.Length)
        {
            Resize(2 * _bytes.Length);
        }

        int place = ++_used;
        char[] characters = text.ToCharArray();
        for (int i = 0; i < characters.Length; i++)
        {
            AddUtf8(characters[i]);
        }

        _bytes[place - 1] = (byte)(_used - place);
        return (ushort)place;
    }

    /// <summary>Adds the key of a JSON member: behind the text, and no part of it, stand the quote and the colon that end it there.</summary>
    /// <returns>As <see cref="Add"/>.</returns>
    public ushort AddKey(string text)
    {
        ushort place = Add(text);
        if (_used + 2 > _bytes.Length)
        {
            Resize(2 * _bytes.Length);
        }

        _bytes[_used++] = (byte)'"';
        _bytes[_used++] = (byte)':';
        return place;
    }

    /// <summary>Gives back what is left over: the table is complete.</summary>
    public void Complete() => Resize(_used);

    /// <summary>How many bytes the text at a place has.</summary>
    public int Length(int place) => _bytes[place - 1];

    /// <summary>Tells whether the text at a place is these bytes.</summary>
    public bool IsText(int place, byte[] bytes, int offset, int count) =>
        Length(place) == count && AreEqual(place, bytes, offset, count);

    /// <summary>How many words the text at a place has; 0 if it is empty.</summary>
    public int WordCount(int place)
    {
        int words = Length(place) > 0 ? 1 : 0;
        for (int i = place; i < place + Length(place); i++)
        {
            words += _bytes[i] == Bar ? 1 : 0;
        }

        return words;
    }

    /// <summary>Where a word of the text at a place begins; it must have so many.</summary>
    public int WordStart(int place, int word)
    {
        int start = place;
        while (word > 0)
        {
            word -= _bytes[start++] == Bar ? 1 : 0;
        }

        return start;
    }

    /// <summary>How many bytes the word has that begins at <paramref name="start"/>, in the text at a place.</summary>
    public int WordLength(int place, int start)
    {
        int end = place + Length(place);
        int at = start;
        while (at < end && _bytes[at] != Bar)
        {
            at++;
        }

        return at - start;
    }

    /// <summary>Which word of the text at a place these bytes are, 0..; -1: none.</summary>
    public int FindWord(int place, byte[] bytes, int offset, int count)
    {
        int words = WordCount(place);
        for (int word = 0; word < words; word++)
        {
            int start = WordStart(place, word);
            if (WordLength(place, start) == count && AreEqual(start, bytes, offset, count))
            {
                return word;
            }
        }

        return -1;
    }

    private bool AreEqual(int place, byte[] bytes, int offset, int count)
    {
        int same = 0;
        while (same < count && _bytes[place + same] == bytes[offset + same])
        {
            same++;
        }

        return same == count;
    }

    private void AddUtf8(char character)
    {
        if (character < 0x80)
        {
            _bytes[_used++] = (byte)character;
            return;
        }

        _bytes[_used++] = (byte)(0xC0 | character >> 6);
        _bytes[_used++] = (byte)(0x80 | character & 0x3F);
    }

    private void Resize(int length)
    {
        var bytes = new byte[length];
        Array.Copy(_bytes, 0, bytes, 0, _used);
        _bytes = bytes;
    }
}
