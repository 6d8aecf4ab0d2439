using ValenceNano.Protocol;

namespace ValenceNano.Simulation;

/// <summary>
/// Writes a battery's messages, whole and with their CRC, to the start of a buffer of at least
/// <see cref="MessageFormat.DataLength"/> bytes. Each returns the message's length.
/// </summary>
public static class AnswerWriter
{
    /// <summary>The answer to a slot poll: the battery's serial, 12 bytes.</summary>
    public static int Serial(byte[] message, ReadOnlySpan<byte> serial)
    {
        message[0] = MessageFormat.Management;
        message[1] = MessageFormat.SerialCommand;
        message[2] = MessageFormat.SerialMessageLength;
        serial.CopyTo(message.AsSpan(MessageFormat.ManagementBody, MessageFormat.SerialLength));
        return Crc16.Seal(message, MessageFormat.SerialMessageLength);
    }

    /// <summary>The bus id is taken.</summary>
    public static int Assigned(byte[] message, int busId)
    {
        message[0] = MessageFormat.Management;
        message[1] = MessageFormat.AssignedCommand;
        message[2] = MessageFormat.ShortLength;
        message[MessageFormat.ManagementBody] = (byte)busId;
        return Crc16.Seal(message, MessageFormat.ShortLength);
    }

    /// <summary>The acknowledgement of a written register.</summary>
    public static int Written(byte[] message, int busId, int register)
    {
        message[0] = (byte)busId;
        message[1] = MessageFormat.WriteFunction;
        message[2] = (byte)(register >> 8);
        message[3] = (byte)register;
        message[4] = 0;
        message[5] = 1;
        return Crc16.Seal(message, MessageFormat.RequestLength);
    }

    /// <summary>The data reply of a battery in this state; <paramref name="unknown"/>: its bytes 7..14.</summary>
    public static int Data(byte[] message, int busId, BatteryModel battery, ReadOnlySpan<byte> unknown)
    {
        Array.Clear(message, 0, MessageFormat.DataLength);
        message[0] = (byte)busId;
        message[1] = MessageFormat.ReadFunction;
        message[2] = MessageFormat.DataByteCount;
        unknown.CopyTo(message.AsSpan(DataReplyLayout.Unknown7, 8));
        Temperatures(message, battery.CellC, battery.BoardC);
        message[DataReplyLayout.Unknown21] = 0x80;
        Number(message, DataReplyLayout.CurrentMa, 4, battery.CurrentMa);
        Number(message, DataReplyLayout.Current2Ma, 4, battery.Current2Ma);
        Voltages(message, battery.CellMv);
        message[DataReplyLayout.Soc] = (byte)battery.SocByte;
        message[DataReplyLayout.SocAgain] = (byte)battery.SocByte;
        Number(message, DataReplyLayout.Unknown45, 4, 0x00041000);
        return Crc16.Seal(message, MessageFormat.DataLength);
    }

    private static void Temperatures(byte[] message, int[] cells, int[] boards)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            message[DataReplyLayout.CellC + i] = (byte)cells[i];
        }

        message[DataReplyLayout.CellMinC] = (byte)cells.Min();
        message[DataReplyLayout.CellMaxC] = (byte)cells.Max();
        message[DataReplyLayout.BoardC] = (byte)boards[0];
        message[DataReplyLayout.BoardC + 1] = (byte)boards[1];
        message[DataReplyLayout.BoardMaxC] = (byte)boards.Max();
        message[DataReplyLayout.BoardMinC] = (byte)boards.Min();
    }

    private static void Voltages(byte[] message, int[] cells)
    {
        Number(message, DataReplyLayout.CellMaxMv, 2, cells.Max());
        Number(message, DataReplyLayout.CellMinMv, 2, cells.Min());
        Number(message, DataReplyLayout.VoltageMv, 4, cells.Sum());
        Number(message, DataReplyLayout.VoltageAgainMv, 4, cells.Sum());
        for (int i = 0; i < cells.Length; i++)
        {
            Number(message, DataReplyLayout.CellMv + (2 * i), 2, cells[i]);
        }
    }

    private static void Number(byte[] message, int offset, int size, int value)
    {
        for (int i = 0; i < size; i++)
        {
            message[offset + i] = (byte)(value >> (8 * i));
        }
    }
}
