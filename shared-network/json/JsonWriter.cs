using System;

namespace ValenceNano.Network;

/// <summary>
/// Writes JSON, or any text, into a buffer. It is for whoever writes to see that there is room: see <see cref="Room"/>. Commas come by
/// themselves.
/// </summary>
public sealed class JsonWriter
{
    private const int MaxNumberLength = 20;

    private static readonly byte[] _true = Ascii.Of("true");
    private static readonly byte[] _false = Ascii.Of("false");
    private static readonly byte[] _null = Ascii.Of("null");

    private readonly int _capacity;

    // A value was written behind which another one wants a comma.
    private bool _wantsComma;

    /// <summary>Makes a writer with a buffer of its own.</summary>
    /// <param name="capacity">Its length, bytes.</param>
    public JsonWriter(int capacity)
    {
        _capacity = capacity;
        // A number is written from behind, and what a writer has no room for is a mistake that is to be seen.
        Buffer = new byte[capacity];
    }

    /// <summary>Where it is written to.</summary>
    public byte[] Buffer { get; }

    /// <summary>How many bytes are written.</summary>
    public int Count { get; private set; }

    /// <summary>How many bytes more there is room for.</summary>
    public int Room => _capacity - Count;

    /// <summary>Begins at a place of the buffer anew.</summary>
    public void Begin(int at) => Count = at;

    /// <summary>The next value is the first of a text: no comma is due.</summary>
    public void BeginText() => _wantsComma = false;

    /// <summary>The next member stands behind others: a comma is due.</summary>
    public void ContinueText() => _wantsComma = true;

    /// <summary>Writes the comma between two values that are written as they are, and none in front of the first.</summary>
    public void Separate(bool isBehindAnother)
    {
        if (isBehindAnother)
        {
            Raw((byte)',');
        }

        _wantsComma = false;
    }

    /// <summary>Writes bytes as they are.</summary>
    public void Raw(byte[] bytes) => Raw(bytes, 0, bytes.Length);

    /// <summary>Writes part of some bytes as they are.</summary>
    public void Raw(byte[] bytes, int start, int count)
    {
        Array.Copy(bytes, start, Buffer, Count, count);
        Count += count;
    }

    /// <summary>Writes one byte as it is.</summary>
    public void Raw(byte value) => Buffer[Count++] = value;

    /// <summary>Begins an object, as a value.</summary>
    public void OpenObject() => Open((byte)'{');

    /// <summary>Ends it.</summary>
    public void CloseObject() => Close((byte)'}');

    /// <summary>Begins an array, as a value.</summary>
    public void OpenArray() => Open((byte)'[');

    /// <summary>Ends it.</summary>
    public void CloseArray() => Close((byte)']');

    /// <summary>Writes the key of a member.</summary>
    /// <param name="key">Its letters, digits and underscores.</param>
    public void Key(byte[] key) => Key(key, 0, key.Length);

    /// <summary>Writes the key of a member that is part of a text.</summary>
    public void Key(byte[] text, int start, int count)
    {
        byte[] buffer = Buffer;
        int at = Count;
        if (_wantsComma)
        {
            buffer[at++] = (byte)',';
        }

        buffer[at++] = (byte)'"';
        Array.Copy(text, start, buffer, at, count);
        at += count;
        buffer[at++] = (byte)'"';
        buffer[at++] = (byte)':';
        Count = at;
        _wantsComma = false;
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

        Buffer[Count++] = (byte)'-';
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

    /// <summary>Writes true or false, as a value.</summary>
    public void Boolean(bool value)
    {
        BeginValue();
        Raw(value ? _true : _false);
    }

    /// <summary>Writes null, as a value.</summary>
    public void Null()
    {
        BeginValue();
        Raw(_null);
    }

    /// <summary>Writes a text, as a value.</summary>
    public void Text(byte[] text) => Text(text, 0, text.Length);

    /// <summary>Writes part of a text, as a value: UTF-8, of which quotes, backslashes and control characters are escaped.</summary>
    public void Text(byte[] text, int start, int count)
    {
        BeginValue();
        Raw((byte)'"');
        for (int i = start; i < start + count; i++)
        {
            Escaped(text[i]);
        }

        Raw((byte)'"');
    }

    /// <summary>Writes part of a text that has nothing to be escaped, as a value.</summary>
    public void PlainText(byte[] text, int start, int count)
    {
        BeginValue();
        Raw((byte)'"');
        Raw(text, start, count);
        Raw((byte)'"');
    }

    /// <summary>Writes bytes as a text of hex digits, lower case, as a value.</summary>
    public void Hex(byte[] bytes, int start, int count)
    {
        BeginValue();
        Raw((byte)'"');
        for (int i = start; i < start + count; i++)
        {
            HexByte(bytes[i]);
        }

        Raw((byte)'"');
    }

    /// <summary>Begins a text, as a value, that is written piece by piece up to <see cref="EndText"/>.</summary>
    public void OpenText()
    {
        BeginValue();
        Raw((byte)'"');
    }

    /// <summary>Writes one character of an open text.</summary>
    public void Escaped(int code)
    {
        if (code >= ' ')
        {
            if (code == '"' || code == '\\')
            {
                Raw((byte)'\\');
            }

            Raw((byte)code);
            return;
        }

        Raw((byte)'\\');
        Raw((byte)'u');
        Raw((byte)'0');
        Raw((byte)'0');
        HexByte(code);
    }

    /// <summary>Writes the last hex digits of a number, lower case.</summary>
    public void HexDigits(int value, int count)
    {
        for (int shift = 4 * (count - 1); shift >= 0; shift -= 4)
        {
            Raw((byte)HexDigit((value >> shift) & 15));
        }
    }

    /// <summary>Writes two hex digits, lower case.</summary>
    public void HexByte(int value)
    {
        Raw((byte)HexDigit(value >> 4));
        Raw((byte)HexDigit(value & 15));
    }

    /// <summary>Ends an open text.</summary>
    public void EndText() => Raw((byte)'"');

    /// <summary>Writes the digits of a number, 0 or more; of the smallest <c>int</c> with its sign.</summary>
    public void Digits(int value)
    {
        if (value < 0)
        {
            LongDigits(value);
            return;
        }

        byte[] buffer = Buffer;
        int end = Count + LengthOf(value);
        int at = end;
        do
        {
            int rest = value / 10;
            buffer[--at] = (byte)('0' + value - (rest * 10));
            value = rest;
        }
        while (at > Count);
        Count = end;
    }

    private void LongDigits(long value)
    {
        if (value < 0)
        {
            Raw((byte)'-');
        }

        int end = Count + MaxNumberLength;
        int at = end;
        do
        {
            int digit = (int)(value % 10);
            Buffer[--at] = (byte)('0' + (digit < 0 ? -digit : digit));
            value /= 10;
        }
        while (value != 0);
        Array.Copy(Buffer, at, Buffer, Count, end - at);
        Count += end - at;
    }

    private static int LengthOf(int value)
    {
        if (value < 100000)
        {
            return value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : value < 10000 ? 4 : 5;
        }

        return value < 1000000 ? 6 : value < 10000000 ? 7 : value < 100000000 ? 8 : value < 1000000000 ? 9 : 10;
    }

    private static int HexDigit(int value) => value < 10 ? '0' + value : 'a' - 10 + value;

    private void Open(byte bracket)
    {
        BeginValue();
        Raw(bracket);
        _wantsComma = false;
    }

    private void Close(byte bracket)
    {
        Raw(bracket);
        _wantsComma = true;
    }

    private void BeginValue()
    {
        if (_wantsComma)
        {
            Buffer[Count++] = (byte)',';
        }

        _wantsComma = true;
    }
}
