using System.Buffers;

namespace ValenceNano.Desktop;

/// <summary>Collects output, so that it goes to its stream in blocks of up to 64 kB.</summary>
public sealed class OutputBuffer(Stream stream) : IBufferWriter<byte>
{
    private const int Capacity = 1 << 16;
    private const int BrokenPipe = 32;
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsPipeIsClosing = unchecked((int)0x800700E8);

    private readonly byte[] _buffer = new byte[Capacity];
    private int _length;

    /// <inheritdoc/>
    public void Advance(int count) => _length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _buffer.AsMemory(_length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _buffer.AsSpan(_length);
    }

    /// <summary>Hands what was collected to the stream.</summary>
    /// <exception cref="OutputClosedException">The reader of a pipe has gone.</exception>
    /// <exception cref="CommandException">It cannot be written: the disk is full, for example.</exception>
    public void Flush()
    {
        int length = _length;
        _length = 0;
        try
        {
            stream.Write(_buffer, 0, length);
            stream.Flush();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw e.HResult is BrokenPipe or WindowsBrokenPipe or WindowsPipeIsClosing
                ? new OutputClosedException()
                : new CommandException($"standard output: {e.Message}");
        }
    }

    private void MakeRoom(int sizeHint)
    {
        int size = Math.Max(sizeHint, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Capacity, nameof(sizeHint));
        if (Capacity - _length < size)
        {
            Flush();
        }
    }
}
