using System;

namespace ValenceNano.Network;

/// <summary>
/// Takes packets from a stream, MQTT 3.1.1 section 2. Of a packet's body only the first bytes are kept: none that matters to us is longer.
/// </summary>
internal sealed class MqttReader
{
    /// <summary>So much of a body is kept, bytes.</summary>
    public const int MaxKept = 48;

    // A head of five bytes and what is kept must fit.
    private const int BufferLength = 64;

    /// <summary>So often the stream is read before the caller gets its turn again.</summary>
    private const int MaxReads = 4;

    private readonly byte[] _buffer = new byte[BufferLength];

    // What has come and is not taken yet; how many bytes of the last body are to be dropped first; where that body begins.
    private int _start;
    private int _end;
    private int _left;
    private int _body;

    /// <summary>The packet's type, 0..15.</summary>
    public int Type { get; private set; }

    /// <summary>The four bits behind it.</summary>
    public int Flags { get; private set; }

    /// <summary>How long its body is, bytes.</summary>
    public int Length { get; private set; }

    /// <summary>Whether bytes came in the last call.</summary>
    public bool HasHeard { get; private set; }

    /// <summary>A byte of the body; of what is kept of it, and until the next call of <see cref="Read"/>.</summary>
    public int Body(int place) => _buffer[_body + place];

    /// <summary>A new stream begins.</summary>
    public void Reset() => _start = _end = _left = 0;

    /// <summary>Reads on.</summary>
    public MqttInput Read(IConnection connection)
    {
        HasHeard = false;
        MqttInput input = Take();
        for (int i = 0; i < MaxReads && input == MqttInput.Nothing && ReadMore(connection); i++)
        {
            HasHeard = true;
            input = Take();
        }

        return input;
    }

    private bool ReadMore(IConnection connection)
    {
        if (_start > 0)
        {
            _end -= _start;
            Array.Copy(_buffer, _start, _buffer, 0, _end);
            _start = 0;
        }

        int count = connection.Read(_buffer, _end, BufferLength - _end);
        _end += count;
        return count > 0;
    }

    private MqttInput Take()
    {
        if (_left > 0)
        {
            int dropped = _end - _start < _left ? _end - _start : _left;
            _start += dropped;
            _left -= dropped;
        }

        int at = _start + 1;
        int length = 0;
        int value = 128;
        for (int shift = 0; value >= 128; shift += 7)
        {
            if (shift > 21)
            {
                return MqttInput.Broken;
            }

            if (at >= _end)
            {
                return MqttInput.Nothing;
            }

            value = _buffer[at++];
            length |= (value & 127) << shift;
        }

        int kept = length < MaxKept ? length : MaxKept;
        if (_end - at < kept)
        {
            return MqttInput.Nothing;
        }

        Type = _buffer[_start] >> 4;
        Flags = _buffer[_start] & 15;
        Length = length;
        _body = at;
        _start = at + kept;
        _left = length - kept;
        return MqttInput.Packet;
    }
}
