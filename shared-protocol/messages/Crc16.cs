namespace ValenceNano.Protocol;

/// <summary>
/// The Modbus CRC-16 that ends every message on the bus: polynomial 0xA001 (reflected), start value 0xFFFF, low byte
/// first (seed, and every message of the log). The CRC taken over a message and its own CRC is 0.
/// </summary>
public static class Crc16
{
    /// <summary>Length of the CRC at the end of a message, bytes.</summary>
    public const int Length = 2;

    /// <summary>The CRC of no bytes.</summary>
    public const int Start = 0xFFFF;

    private const int Polynomial = 0xA001;

    /// <summary>Tells whether the last two of <paramref name="length"/> bytes are the CRC of those before them.</summary>
    public static bool IsGood(byte[] buffer, int start, int length) => Compute(buffer, start, length) == 0;

    /// <summary>Writes the CRC of the first <paramref name="length"/> - 2 bytes into the last two.</summary>
    /// <returns><paramref name="length"/>, so that a writer of messages can end with this call.</returns>
    public static int Seal(byte[] message, int length)
    {
        int crc = Compute(message, 0, length - Length);
        message[length - 2] = (byte)crc;
        message[length - 1] = (byte)(crc >> 8);
        return length;
    }

    /// <summary>The CRC of <paramref name="length"/> bytes from <paramref name="start"/>, 0..0xFFFF.</summary>
    public static int Compute(byte[] buffer, int start, int length)
    {
        // Every reply is read through this loop, interpreted: the locals and the int are a third of its cost.
        ushort[] table = Table;
        int end = start + length;
        int crc = Start;
        for (int i = start; i < end; i++)
        {
            crc = (crc >> 8) ^ table[(byte)(crc ^ buffer[i])];
        }

        return crc;
    }

    /// <summary>The CRC of the bytes of <paramref name="crc"/> and one more, where they stand in no buffer.</summary>
    public static int Add(int crc, byte value) => (crc >> 8) ^ Table[(byte)(crc ^ value)];

    private static readonly ushort[] Table = MakeTable();

    // What eight steps of the division make of each byte: made here, for the table itself would take 600 bytes of flash.
    private static ushort[] MakeTable()
    {
        var table = new ushort[256];
        for (int i = 0; i < table.Length; i++)
        {
            int crc = i;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
            }

            table[i] = (ushort)crc;
        }

        return table;
    }
}
