using System;

namespace ValenceNano.Model;

/// <summary>Puts numbers one after the other into a buffer, little endian.</summary>
internal sealed class RecordWriter
{
    private byte[] _buffer;

    /// <summary>Where the next one goes.</summary>
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

    public void Bytes(byte[] source, int offset, int count)
    {
        Array.Copy(source, offset, _buffer, Place, count);
        Place += count;
    }
}
