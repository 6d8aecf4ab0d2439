namespace ValenceNano.Bench.Plain;

/// <summary>A yardstick: the CRC-16 bit by bit, as most code for Modbus has it.</summary>
public static class PlainCrc
{
    /// <summary>The CRC of the first <paramref name="length"/> bytes.</summary>
    public static ushort Compute(byte[] message, int length)
    {
        ushort crc = 0xFFFF;
        for (int i = 0; i < length; i++)
        {
            crc ^= message[i];
            for (int bit = 0; bit < 8; bit++)
            {
                if ((crc & 1) != 0)
                {
                    crc = (ushort)((crc >> 1) ^ 0xA001);
                }
                else
                {
                    crc >>= 1;
                }
            }
        }

        return crc;
    }
}
