namespace ValenceNano.Bench.Plain;

/// <summary>
/// A yardstick: finds a data reply in what has come in, checks it and reads it, as one writes it where instructions and
/// objects cost nothing. Every member it uses is in the device's class library too.
/// </summary>
public static class PlainReplyReader
{
    private const int Length = 59;

    /// <summary>The first whole reply; null if there is none.</summary>
    public static PlainReply? Read(byte[] received, int count)
    {
        for (int start = 0; start + Length <= count; start++)
        {
            if (received[start + 1] == 0x03 && received[start + 2] == 0x36)
            {
                byte[] message = Slice(received, start, Length);
                if (PlainCrc.Compute(message, Length - 2) == UInt16(message, Length - 2))
                {
                    return Decode(message);
                }
            }
        }

        return null;
    }

    private static PlainReply Decode(byte[] message)
    {
        var reply = new PlainReply
        {
            Soc = message[43] * 100.0 / 255.0,
            Voltage = UInt32(message, 35) / 1000.0,
            Current = Int32(message, 23) / 1000.0,
            Current2 = Int32(message, 27) / 1000.0,
            CellMax = UInt16(message, 31) / 1000.0,
            CellMin = UInt16(message, 33) / 1000.0,
        };
        for (int i = 0; i < 4; i++)
        {
            reply.Cells[i] = UInt16(message, 49 + (2 * i)) / 1000.0;
            reply.CellTemperatures[i] = (sbyte)message[3 + i];
        }

        for (int i = 0; i < 2; i++)
        {
            reply.BoardTemperatures[i] = (sbyte)message[17 + i];
        }

        return reply;
    }

    private static ushort UInt16(byte[] message, int offset) => BitConverter.ToUInt16(Slice(message, offset, 2), 0);

    private static uint UInt32(byte[] message, int offset) => BitConverter.ToUInt32(Slice(message, offset, 4), 0);

    private static int Int32(byte[] message, int offset) => BitConverter.ToInt32(Slice(message, offset, 4), 0);

    private static byte[] Slice(byte[] source, int offset, int length)
    {
        byte[] slice = new byte[length];
        Array.Copy(source, offset, slice, 0, length);
        return slice;
    }
}
