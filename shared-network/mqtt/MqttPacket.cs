namespace ValenceNano.Network;

/// <summary>The packet that is being written or sent, in a kept buffer. It is sent as the connection takes it.</summary>
internal sealed class MqttPacket
{
    /// <summary>The longest that is sent in one piece, bytes, with its head.</summary>
    public const int BufferLength = 700;

    // The head stands in front of a body whose length is known last: a type, and at most four bytes of length.
    private const int HeadRoom = 5;

    private int _start;
    private int _end;

    /// <summary>Where it is written.</summary>
    public JsonWriter Text { get; } = new(BufferLength);

    /// <summary>All of it is sent.</summary>
    public bool IsEmpty => _start == _end;

    /// <summary>How many bytes of the body are written.</summary>
    public int BodyLength => Text.Count - HeadRoom;

    /// <summary>Nothing is to be sent.</summary>
    public void Clear() => _start = _end = 0;

    /// <summary>Begins a packet.</summary>
    public void Begin()
    {
        Text.Begin(HeadRoom);
        Text.BeginText();
    }

    /// <summary>Begins a text, whose length stands in front of it.</summary>
    /// <returns>What <see cref="EndText"/> wants.</returns>
    public int BeginText()
    {
        Text.Extend(2);
        return Text.Count;
    }

    /// <summary>Ends it.</summary>
    public void EndText(int start)
    {
        int length = Text.Count - start;
        Text.Buffer[start - 2] = (byte)(length >> 8);
        Text.Buffer[start - 1] = (byte)length;
    }

    /// <summary>Adds a number of 16 bits.</summary>
    public void Add(int value)
    {
        Text.Raw((byte)(value >> 8));
        Text.Raw((byte)value);
    }

    /// <summary>Ends the packet, or its first piece: it is to be sent.</summary>
    /// <param name="head">Its first byte.</param>
    /// <param name="more">How many bytes of the body come in other pieces.</param>
    public void End(int head, int more)
    {
        byte[] buffer = Text.Buffer;
        int length = BodyLength + more;
        int at = HeadRoom - (length < 128 ? 1 : length < 16384 ? 2 : 3);
        _start = at - 1;
        buffer[_start] = (byte)head;
        while (length >= 128)
        {
            buffer[at++] = (byte)(length | 128);
            length >>= 7;
        }

        buffer[at] = (byte)length;
        _end = Text.Count;
    }

    /// <summary>Begins another piece of a body.</summary>
    public void BeginPiece() => Text.Begin(0);

    /// <summary>Ends it: it is to be sent.</summary>
    public void EndPiece()
    {
        _start = 0;
        _end = Text.Count;
    }

    /// <summary>Sends what the connection takes now.</summary>
    /// <returns>True: it took something.</returns>
    public bool Send(IConnection connection)
    {
        int sent = connection.Write(Text.Buffer, _start, _end - _start);
        _start += sent;
        return sent > 0;
    }
}
