using System;
using ValenceNano.Protocol;

namespace ValenceNano.Model;

/// <summary>The names that the owner gave batteries, by their serials: UTF-8 of at most <see cref="MaxLength"/> bytes.</summary>
public sealed class BatteryNames
{
    /// <summary>How many batteries can have a name.</summary>
    public const int Capacity = 16;

    /// <summary>The longest name, bytes.</summary>
    public const int MaxLength = 20;

    private const int SerialLength = MessageFormat.SerialLength;

    // A row a battery: its serial, the length of its name, the name.
    private const int LengthAt = SerialLength;
    private const int NameAt = LengthAt + 1;
    private const int RowLength = NameAt + MaxLength;

    private readonly byte[] _rows = new byte[Capacity * RowLength];

    /// <summary>How many batteries have a name.</summary>
    public int Count { get; private set; }

    /// <summary>Tells whether a battery has a name.</summary>
    /// <param name="serial">Where its serial is, 12 bytes from its first place on.</param>
    public bool IsNamed(byte[] serial) => Find(serial, 0) >= 0;

    /// <summary>Copies the serial of a named battery, 0..<see cref="Count"/> - 1: 12 bytes.</summary>
    public void CopySerial(int index, byte[] buffer, int offset) =>
        Array.Copy(_rows, index * RowLength, buffer, offset, SerialLength);

    /// <summary>Copies the name of a named battery, 0..<see cref="Count"/> - 1, and answers its length, bytes.</summary>
    public int Copy(int index, byte[] buffer, int offset)
    {
        int row = index * RowLength;
        int length = _rows[row + LengthAt];
        Array.Copy(_rows, row + NameAt, buffer, offset, length);
        return length;
    }

    /// <summary>Copies a battery's name, and answers its length, bytes; 0: it has none.</summary>
    /// <param name="serial">Where the serial is, 12 bytes from its first place on.</param>
    /// <param name="buffer">Where to; <see cref="MaxLength"/> bytes must fit.</param>
    /// <param name="offset">From where on.</param>
    public int Copy(byte[] serial, byte[] buffer, int offset)
    {
        int index = Find(serial, 0);
        return index < 0 ? 0 : Copy(index, buffer, offset);
    }

    /// <summary>Gives a battery a name, or with an empty one takes it away.</summary>
    /// <returns>
    /// False: the name is too long or has control characters, or so many batteries have one already. Nothing was changed.
    /// </returns>
    internal bool Set(byte[] serial, int serialOffset, byte[] name, int offset, int count)
    {
        int index = Find(serial, serialOffset);
        if (count == 0)
        {
            Remove(index);
            return true;
        }

        if (count > MaxLength || !TextRules.IsPlain(name, offset, count) || (index < 0 && Count == Capacity))
        {
            return false;
        }

        if (index < 0)
        {
            index = Count++;
            Array.Copy(serial, serialOffset, _rows, index * RowLength, SerialLength);
        }

        int row = index * RowLength;
        _rows[row + LengthAt] = (byte)count;
        Array.Copy(name, offset, _rows, row + NameAt, count);
        return true;
    }

    /// <summary>Takes the first name away whose battery is not among these, if there is one.</summary>
    internal void RemoveGone(BatteryList batteries)
    {
        int index = 0;
        while (index < Count && batteries.FindSerial(_rows, index * RowLength) != null)
        {
            index++;
        }

        Remove(index < Count ? index : -1);
    }

    /// <summary>Takes all names away.</summary>
    internal void Clear() => Count = 0;

    // The last one takes its place.
    private void Remove(int index)
    {
        if (index < 0)
        {
            return;
        }

        Count--;
        Array.Copy(_rows, Count * RowLength, _rows, index * RowLength, RowLength);
    }

    private int Find(byte[] serial, int offset)
    {
        int index = Count - 1;
        while (index >= 0 && !IsAt(index * RowLength, serial, offset))
        {
            index--;
        }

        return index;
    }

    private bool IsAt(int place, byte[] serial, int offset)
    {
        int same = 0;
        while (same < SerialLength && _rows[place + same] == serial[offset + same])
        {
            same++;
        }

        return same == SerialLength;
    }
}
