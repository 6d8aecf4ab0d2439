using ValenceNano.Protocol;

namespace ValenceNano.Simulation;

/// <summary>
/// The registers of a virtual battery around those of the data, so that a probe can be tried: 0x0000-0x005F, by function 3 alone.
/// Which ones a real battery has, and what is in them, nobody knows.
/// </summary>
internal static class OtherRegisters
{
    private const int Count = 0x60;
    private const int CellRegister = 0x50;
    private const int IllegalFunction = 1;
    private const int IllegalRegister = 2;

    /// <summary>Writes the answer to a request for registers over the data reply that stands in <paramref name="message"/>.</summary>
    /// <returns>Its length.</returns>
    public static int Answer(byte[] message, ReadOnlySpan<byte> request, ReadOnlySpan<byte> serial)
    {
        byte[] registers = new byte[2 * Count];
        serial.CopyTo(registers);
        message.AsSpan(3, MessageFormat.DataByteCount).CopyTo(registers.AsSpan(2 * MessageFormat.DataRegister));
        for (int i = 0; i < Telemetry.CellCount; i++)
        {
            registers[2 * (CellRegister + i)] = message[DataReplyLayout.CellMv + (2 * i) + 1];
            registers[(2 * (CellRegister + i)) + 1] = message[DataReplyLayout.CellMv + (2 * i)];
        }

        int first = (request[MessageFormat.ReadRegister] << 8) | request[MessageFormat.ReadRegister + 1];
        int count = request[MessageFormat.ReadCount + 1];
        message[1] = request[1];
        if (request[1] != MessageFormat.ReadFunction)
        {
            return Refuse(message, IllegalFunction);
        }

        if (first + count > Count)
        {
            return Refuse(message, IllegalRegister);
        }

        message[2] = (byte)(2 * count);
        registers.AsSpan(2 * first, 2 * count).CopyTo(message.AsSpan(3));
        return Crc16.Seal(message, (2 * count) + MessageFormat.ReplyOverhead);
    }

    private static int Refuse(byte[] message, int code)
    {
        message[1] |= MessageFormat.RefusedBit;
        message[MessageFormat.RefusalCode] = (byte)code;
        return Crc16.Seal(message, MessageFormat.RefusedLength);
    }
}
