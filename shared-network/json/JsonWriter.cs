using System;
using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>
/// Writes JSON, or any text, into a buffer. It is for whoever writes to see that there is room: see <see cref="Room"/>. Commas come by
/// themselves.
/// </summary>
public sealed partial class JsonWriter
{
    // Strings of their own, for they are written often: one of a list takes some 40 instructions more.
    private static readonly string _true = "true";
    private static readonly string _false = "false";
    private static readonly string _null = "null";

    // Fields, not properties: each byte and each value passes here, and a property costs an interpreter twice as much.
    private readonly byte[] _buffer;
    private int _count;

    // A value was written behind which another one wants a comma.
    private bool _wantsComma;

    /// <summary>Makes a writer with a buffer of its own.</summary>
    /// <param name="capacity">Its length, bytes.</param>
    public JsonWriter(int capacity)
        : this(new byte[capacity])
    {
    }

    /// <summary>Makes a writer.</summary>
    /// <param name="buffer">Where to it writes.</param>
    public JsonWriter(byte[] buffer)
    {
        _buffer = buffer;
    }

    /// <summary>Where it is written to.</summary>
    public byte[] Buffer => _buffer;

    /// <summary>How many bytes are written.</summary>
    public int Count => _count;

    /// <summary>How many bytes more there is room for.</summary>
    public int Room => _buffer.Length - _count;

    /// <summary>Begins at a place of the buffer anew.</summary>
    public void Begin(int at) => _count = at;

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
        Array.Copy(bytes, start, _buffer, _count, count);
        _count += count;
    }

    /// <summary>Writes a line end as HTTP and CSV have it.</summary>
    public void EndLine()
    {
        _buffer[_count] = (byte)'\r';
        _buffer[_count + 1] = (byte)'\n';
        _count += 2;
    }

    /// <summary>Writes one byte as it is.</summary>
    public void Raw(byte value) => _buffer[_count++] = value;

    /// <summary>So many bytes have been put behind the others in <see cref="Buffer"/>.</summary>
    public void Extend(int count) => _count += count;

    /// <summary>Begins an object, as a value.</summary>
    public void OpenObject() => Open((byte)'{');

    /// <summary>Ends it.</summary>
    public void CloseObject() => Close((byte)'}');

    /// <summary>Begins an array, as a value.</summary>
    public void OpenArray() => Open((byte)'[');

    /// <summary>Ends it.</summary>
    public void CloseArray() => Close((byte)']');

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
        int end = start + count;
        while (start < end)
        {
            int plain = PlainEnd(text, start, end);
            Raw(text, start, plain - start);
            start = plain;
            if (start < end)
            {
                Escaped(text[start++]);
            }
        }

        Raw((byte)'"');
    }

    private void Escaped(int code)
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
        TwoHexDigits(code);
    }

    private static int PlainEnd(byte[] text, int start, int end)
    {
        int at = start;
        while (at < end)
        {
            // Most characters stand above the quote: two comparisons are enough for them.
            int code = text[at];
            if (code == '\\' || (code <= '"' && (code < ' ' || code == '"')))
            {
                break;
            }

            at++;
        }

        return at;
    }

    /// <summary>Writes part of a text that has nothing to be escaped, as a value.</summary>
    public void PlainText(byte[] text, int start, int count)
    {
        BeginValue();
        byte[] buffer = _buffer;
        int at = _count;
        buffer[at++] = (byte)'"';
        Array.Copy(text, start, buffer, at, count);
        at += count;
        buffer[at++] = (byte)'"';
        _count = at;
    }

    /// <summary>Begins a text, as a value, that is written piece by piece up to <see cref="EndText"/>.</summary>
    public void OpenText()
    {
        BeginValue();
        Raw((byte)'"');
    }

    /// <summary>Writes the last three hex digits of a number, lower case.</summary>
    public void ThreeHexDigits(int value)
    {
        Raw(HexText.Digit((value >> 8) & 15));
        TwoHexDigits(value);
    }

    /// <summary>Writes part of some bytes as hex digits, lower case.</summary>
    public void Hex(byte[] bytes, int start, int count) => _count += HexText.Copy(bytes, start, count, _buffer, _count);

    /// <summary>Ends an open text.</summary>
    public void EndText() => Raw((byte)'"');

    private void TwoHexDigits(int value)
    {
        HexText.PutLow(value, 1, _buffer, _count);
        _count += 2;
    }

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
            _buffer[_count++] = (byte)',';
        }

        _wantsComma = true;
    }
}
