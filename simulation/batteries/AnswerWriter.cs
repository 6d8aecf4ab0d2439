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

    /// <summary>The battery refuses what it was asked.</summary>
    /// <param name="message">Where to.</param>
    /// <param name="busId">Its bus id.</param>
    /// <param name="function">The function of Modbus that it was asked for.</param>
    /// <param name="code">Why, a code of Modbus, 1..11.</param>
    public static int Refused(byte[] message, int busId, int function, int code)
    {
        message[0] = (byte)busId;
        message[1] = (byte)(function | MessageFormat.RefusedBit);
        message[MessageFormat.RefusalCode] = (byte)code;
        return Crc16.Seal(message, MessageFormat.RefusedLength);
    }

    /// <summary>A reply of so many registers, 1..125, all of them 0, in a buffer of <see cref="MessageFormat.MaxLength"/>.</summary>
    public static int Registers(byte[] message, int busId, int count)
    {
        int length = (2 * count) + MessageFormat.ReplyOverhead;
        Array.Clear(message, 0, length);
        message[0] = (byte)busId;
        message[1] = MessageFormat.ReadFunction;
        message[2] = (byte)(2 * count);
        return Crc16.Seal(message, length);
    }

    /// <summary>The data reply of a battery in this state; <paramref name="unknown"/>: its bytes 7..14.</summary>
    public static int Data(byte[] message, int busId, BatteryModel battery, ReadOnlySpan<byte> unknown)
    {
        message[0] = (byte)busId;
        message[1] = MessageFormat.ReadFunction;
        message[2] = MessageFormat.DataByteCount;
        for (int r = 0; r < ReplyRow.All.Count; r++)
        {
            ReplyRow row = ReplyRow.All[r];
            for (int i = 0; i < row.Count; i++)
            {
                row.Write(message, i, row.Field == ReplyField.Unknown ? Unknown(row.Offset + i, unknown) : Value(row.Field, i, battery));
            }
        }

        return Crc16.Seal(message, MessageFormat.DataLength);
    }

    private static int Value(ReplyField field, int index, BatteryModel battery) => field switch
    {
        ReplyField.CellC => battery.CellC[index],
        ReplyField.CellMinC => battery.CellC.Min(),
        ReplyField.CellMaxC => battery.CellC.Max(),
        ReplyField.BoardC => battery.BoardC[index],
        ReplyField.BoardMaxC => battery.BoardC.Max(),
        ReplyField.BoardMinC => battery.BoardC.Min(),
        ReplyField.CurrentMa => battery.CurrentMa,
        ReplyField.Current2Ma => battery.Current2Ma,
        ReplyField.CellMaxMv => battery.CellMv.Max(),
        ReplyField.CellMinMv => battery.CellMv.Min(),
        ReplyField.VoltageMv => battery.CellMv.Sum(),
        ReplyField.Soc => battery.SocByte,
        _ => battery.CellMv[index],
    };

    // 7..14 are the battery's own; the others as in the public replies.
    private static int Unknown(int offset, ReadOnlySpan<byte> own) => offset switch
    {
        < DataReplyLayout.CellMinC => own[offset - DataReplyLayout.Unknown7],
        DataReplyLayout.Unknown21 => 0x80,
        DataReplyLayout.Unknown45 + 1 => 0x10,
        DataReplyLayout.Unknown45 + 2 => 0x04,
        _ => 0,
    };
}
