using System;

namespace ValenceNano.Network;

/// <summary>
/// Takes packets from a stream, MQTT 3.1.1 section 2. Of a packet's body only the first bytes are kept: none that matters to us is longer.
/// </summary>
internal sealed class MqttReader
{
    /// <summary>So much of a body is kept, bytes.</summary>
    public const int MaxKept = 48;

    private const int ChunkLength = 64;

    /// <summary>So many chunks are read before the caller gets its turn again.</summary>
    private const int MaxChunks = 4;

    private readonly byte[] _chunk = new byte[ChunkLength];
    private readonly byte[] _body = new byte[MaxKept];
    private int _at;
    private int _count;
    private int _left;

    // How far the length of the packet is shifted that comes next; -1: its first byte is due; -2: it is whole.
    private int _shift;

    /// <summary>The packet's type, 0..15.</summary>
    public int Type { get; private set; }

    /// <summary>The four bits behind it.</summary>
    public int Flags { get; private set; }

    /// <summary>How long its body is, bytes.</summary>
    public int Length { get; private set; }

    /// <summary>The body's first bytes, at most <see cref="MaxKept"/>.</summary>
    public byte[] Body => _body;

    /// <summary>Whether bytes came in the last call.</summary>
    public bool HasHeard { get; private set; }

    /// <summary>A new stream begins.</summary>
    public void Reset()
    {
        _at = _count = 0;
        _shift = -1;
    }

    /// <summary>Reads on.</summary>
    public MqttInput Read(IConnection connection)
    {
        HasHeard = false;
        for (int chunk = 0; chunk < MaxChunks; chunk++)
        {
            if (_at == _count)
            {
                _at = 0;
                _count = connection.Read(_chunk, 0, ChunkLength);
                HasHeard |= _count > 0;
            }

            while (_at < _count)
            {
                MqttInput input = Take();
                if (input != MqttInput.Nothing)
                {
                    return input;
                }
            }

            if (_count == 0)
            {
                break;
            }
        }

        return MqttInput.Nothing;
    }

    private MqttInput Take()
    {
        if (_shift == -2)
        {
            TakeBody();
        }
        else
        {
            int value = _chunk[_at++];
            if (_shift == -1)
            {
                Type = value >> 4;
                Flags = value & 15;
                Length = 0;
                _shift = 0;
                return MqttInput.Nothing;
            }

            Length |= (value & 127) << _shift;
            _shift += 7;
            if (value >= 128)
            {
                return _shift > 21 ? MqttInput.Broken : MqttInput.Nothing;
            }

            _shift = -2;
            _left = Length;
        }

        if (_left > 0)
        {
            return MqttInput.Nothing;
        }

        _shift = -1;
        return MqttInput.Packet;
    }

    private void TakeBody()
    {
        int count = _count - _at < _left ? _count - _at : _left;
        int place = Length - _left;
        int kept = MaxKept - place < count ? MaxKept - place : count;
        if (kept > 0)
        {
            Array.Copy(_chunk, _at, _body, place, kept);
        }

        _at += count;
        _left -= count;
    }
}
