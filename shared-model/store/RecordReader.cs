using System;

namespace ValenceNano.Model;

/// <summary>Takes numbers out of a buffer as <see cref="RecordWriter"/> has put them there.</summary>
internal sealed class RecordReader
{
    private byte[] _buffer;

    /// <summary>Where the next one is.</summary>
    public int Place { get; private set; }

    /// <summary>Begins at a place of a buffer.</summary>
    public void Begin(byte[] buffer, int place)
    {
        _buffer = buffer;
        Place = place;
    }

    public int Byte() => _buffer[Place++];

    /// <summary>A number of 16 bits, 0..65535.</summary>
    public int UShort() => Byte() | (Byte() << 8);

    public int Int() => UShort() | (UShort() << 16);

    public long Long() => (uint)Int() | ((long)Int() << 32);

    public void Bytes(byte[] target, int offset, int count)
    {
        Array.Copy(_buffer, Place, target, offset, count);
        Place += count;
    }
}
