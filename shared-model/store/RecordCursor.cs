using System;

namespace ValenceNano.Model;

/// <summary>Puts numbers one after the other into a buffer, little endian, or takes them out again.</summary>
internal sealed class RecordCursor
{
    private byte[] _buffer;

    /// <summary>Where the next one is, or goes.</summary>
    public int Place { get; private set; }

    /// <summary>Begins at a place of a buffer.</summary>
    public void Begin(byte[] buffer, int place)
    {
        _buffer = buffer;
        Place = place;
    }

    public void Byte(int value) => _buffer[Place++] = (byte)value;

    public void Short(int value)
    {
        Byte(value);
        Byte(value >> 8);
    }

    public void Int(int value)
    {
        Short(value);
        Short(value >> 16);
    }

    public void Long(long value)
    {
        Int((int)value);
        Int((int)(value >> 32));
    }

    public void PutBytes(byte[] source, int offset, int count)
    {
        Array.Copy(source, offset, _buffer, Place, count);
        Place += count;
    }

    public int Byte() => _buffer[Place++];

    /// <summary>A number of 16 bits, 0..65535.</summary>
    public int UShort() => Byte() | (Byte() << 8);

    public int Int() => UShort() | (UShort() << 16);

    public long Long() => (uint)Int() | ((long)Int() << 32);

    public void TakeBytes(byte[] target, int offset, int count)
    {
        Array.Copy(_buffer, Place, target, offset, count);
        Place += count;
    }
}
