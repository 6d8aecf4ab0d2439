using ValenceNano.Protocol;

namespace ValenceNano.Simulation;

/// <summary>A port on which bytes wait that did not come over a wire: those of a capture, or of a message made up.</summary>
public sealed class BytesPort : IBusPort
{
    private byte[] _bytes = [];
    private int _at;
    private int _end;

    /// <summary>How many bytes wait.</summary>
    public int Left => _end - _at;

    /// <summary>Lets these bytes wait, which are not copied, instead of those before.</summary>
    public void Put(byte[] bytes, int offset, int count)
    {
        _bytes = bytes;
        _at = offset;
        _end = offset + count;
    }

    /// <inheritdoc cref="Put(byte[], int, int)"/>
    public void Put(byte[] bytes) => Put(bytes, 0, bytes.Length);

    /// <summary>Nobody is there to be sent anything.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        int taken = Math.Min(count, Left);
        Array.Copy(_bytes, _at, buffer, offset, taken);
        _at += taken;
        return taken;
    }
}
