using ValenceNano.Simulation;

namespace System;

internal readonly struct SpanByte
{
    private readonly byte[] _array;
    private readonly int _start;

    public SpanByte(byte[] array)
        : this(array, 0, array.Length)
    {
    }

    public SpanByte(byte[] array, int start, int length)
    {
        if (start < 0 || length < 0 || start + length > array.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(start));
        }

        using LibraryCall call = VirtualDevice.Current.Processor.Enter(LibraryCost.Span);
        _array = array;
        _start = start;
        Length = length;
    }

    public int Length { get; }

    public byte this[int index]
    {
        get => _array[Checked(index)];
        set => _array[Checked(index)] = value;
    }

    public static implicit operator SpanByte(byte[] array) => new(array);

    private int Checked(int index)
    {
        if (index < 0 || index >= Length)
        {
            throw new ArgumentOutOfRangeException(nameof(index));
        }

        return _start + index;
    }
}
