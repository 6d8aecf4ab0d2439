using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol;

/// <summary>
/// A data reply by its values, written down apart from the product's own table of offsets. Unless told otherwise it
/// agrees with itself.
/// </summary>
internal sealed record Reply
{
    public int BusId { get; init; } = 2;

    public sbyte[] CellC { get; init; } = [23, 21, 21, 21];

    public sbyte[] BoardC { get; init; } = [21, 24];

    public int CurrentMa { get; init; } = 132;

    public int Current2Ma { get; init; } = 132;

    public ushort[] CellMv { get; init; } = [3338, 3337, 3338, 3339];

    public byte Soc { get; init; } = 238;

    /// <summary>The whole message with its CRC.</summary>
    public byte[] Bytes()
    {
        byte[] b = new byte[59];
        b[0] = (byte)BusId;
        b[1] = 0x03;
        b[2] = 0x36;
        PutTemperatures(b);
        BitConverter.TryWriteBytes(b.AsSpan(23), CurrentMa);
        BitConverter.TryWriteBytes(b.AsSpan(27), Current2Ma);
        BitConverter.TryWriteBytes(b.AsSpan(31), CellMv.Max());
        BitConverter.TryWriteBytes(b.AsSpan(33), CellMv.Min());
        BitConverter.TryWriteBytes(b.AsSpan(35), CellMv.Sum(mv => mv));
        BitConverter.TryWriteBytes(b.AsSpan(39), CellMv.Sum(mv => mv));
        b[43] = b[44] = Soc;
        Buffer.BlockCopy(CellMv, 0, b, 49, 8);
        Crc16.Seal(b, b.Length);
        return b;
    }

    /// <summary>The message with some bytes changed (offset, value), and a good CRC all the same.</summary>
    public byte[] With(params (int Offset, byte Value)[] changes)
    {
        byte[] b = Bytes();
        foreach ((int offset, byte value) in changes)
        {
            b[offset] = value;
        }

        Crc16.Seal(b, b.Length);
        return b;
    }

    private void PutTemperatures(byte[] b)
    {
        for (int i = 0; i < CellC.Length; i++)
        {
            b[3 + i] = (byte)CellC[i];
        }

        b[15] = (byte)CellC.Min();
        b[16] = (byte)CellC.Max();
        b[17] = (byte)BoardC[0];
        b[18] = (byte)BoardC[1];
        b[19] = (byte)BoardC.Max();
        b[20] = (byte)BoardC.Min();
    }
}
