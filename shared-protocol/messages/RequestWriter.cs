namespace ValenceNano.Protocol;

/// <summary>
/// Writes the master's messages, whole and with their CRC, to the start of a buffer of at least
/// <see cref="MessageFormat.MaxRequestLength"/> bytes. Each returns the message's length; bytes behind it are left alone.
/// There is no writer for <see cref="MessageKind.Write"/>: the product only reads.
/// </summary>
public static class RequestWriter
{
    /// <summary>The power-up message: batteries that hear it seem to forget their bus id (guess).</summary>
    public static int Reset(byte[] message) =>
        Registers(message, MessageFormat.Everyone, MessageFormat.ResetRegister, 0);

    /// <summary>Opens a discovery round of six slots.</summary>
    public static int Round(byte[] message) =>
        Short(message, MessageFormat.RoundCommand, MessageFormat.SlotCount);

    /// <summary>Polls a slot, 0..5.</summary>
    public static int SlotPoll(byte[] message, int slot) =>
        Short(message, MessageFormat.SlotPollCommand, slot);

    /// <summary>Gives the battery with this serial (12 bytes) a bus id, 2..247.</summary>
    public static int Assign(byte[] message, byte[] serial, int busId)
    {
        message[0] = MessageFormat.Management;
        message[1] = MessageFormat.AssignCommand;
        message[2] = MessageFormat.AssignLength;
        System.Array.Copy(serial, 0, message, MessageFormat.ManagementBody, MessageFormat.SerialLength);
        message[MessageFormat.AssignBusId] = (byte)busId;
        return Crc16.Seal(message, MessageFormat.AssignLength);
    }

    /// <summary>Asks the battery with this bus id for its data registers.</summary>
    public static int Read(byte[] message, int busId) =>
        Registers(message, busId, MessageFormat.DataRegister, MessageFormat.DataRegisterCount);

    private static int Short(byte[] message, int command, int body)
    {
        message[0] = MessageFormat.Management;
        message[1] = (byte)command;
        message[2] = MessageFormat.ShortLength;
        message[MessageFormat.ManagementBody] = (byte)body;
        return Crc16.Seal(message, MessageFormat.ShortLength);
    }

    private static int Registers(byte[] message, int busId, int first, int count)
    {
        message[0] = (byte)busId;
        message[1] = MessageFormat.ReadFunction;
        message[2] = (byte)(first >> 8);
        message[3] = (byte)first;
        message[4] = (byte)(count >> 8);
        message[5] = (byte)count;
        return Crc16.Seal(message, MessageFormat.RequestLength);
    }
}
