namespace ValenceNano.Protocol;

/// <summary>
/// The messages of the bus, byte by byte. Lengths include the CRC. Source: the seed, and the log of a genuine display.
/// <code>
/// Reset     00 03 00 FC 00 00 crc                          master
/// Round     FF 43 06 06 crc                                master
/// SlotPoll  FF 50 06 slot crc                              master
/// Serial    FF 70 11 serial[12] crc                        battery
/// Assign    FF 41 12 serial[12] busId crc                  master
/// Assigned  FF 42 06 busId crc                             battery
/// Read      busId 03 00 29 00 1B crc                       master
/// Data      busId 03 36 registers[54] crc                  battery
/// Write     busId 10 register[2] 00 01 02 value[2] crc     master
/// Written   busId 10 register[2] 00 01 crc                 battery
/// </code>
/// These are in no public log, but in the Modbus specification, and a battery of another make may send them:
/// <code>
/// Refused    busId 83|84|90 code crc                                battery
/// OtherRead  busId 03|04 register[2] 00 count crc                   master
/// OtherWrite busId 10 register[2] 00 count 2*count values[..] crc   master
/// OtherReply busId 03|04 2*count registers[..] crc                  battery
/// OtherReply busId 10 register[2] 00 count crc                      battery
/// </code>
/// </summary>
public static class MessageFormat
{
    /// <summary>First byte of the management messages; their third byte is the whole message's length.</summary>
    public const int Management = 0xFF;

    /// <summary>First byte of the power-up message: Modbus' address for everyone.</summary>
    public const int Everyone = 0x00;

    /// <summary>The highest bus id that Modbus allows; the lowest is 1.</summary>
    public const int MaxBusId = 247;

    /// <summary>Management command: a discovery round begins.</summary>
    public const int RoundCommand = 0x43;

    /// <summary>Management command: poll of a slot.</summary>
    public const int SlotPollCommand = 0x50;

    /// <summary>Management command: a battery's serial.</summary>
    public const int SerialCommand = 0x70;

    /// <summary>Management command: a bus id for a serial.</summary>
    public const int AssignCommand = 0x41;

    /// <summary>Management command: the bus id is taken.</summary>
    public const int AssignedCommand = 0x42;

    /// <summary>Modbus function 3, read holding registers.</summary>
    public const int ReadFunction = 0x03;

    /// <summary>Modbus function 4, read input registers.</summary>
    public const int ReadInputFunction = 0x04;

    /// <summary>Modbus function 16, write registers.</summary>
    public const int WriteFunction = 0x10;

    /// <summary>Added to the function in a refusal.</summary>
    public const int RefusedBit = 0x80;

    /// <summary>The highest reason of a refusal that Modbus knows; the lowest is 1.</summary>
    public const int MaxRefusalCode = 0x0B;

    /// <summary>How many registers Modbus lets a master read at once.</summary>
    public const int MaxReadCount = 125;

    /// <summary>How many registers Modbus lets a master write at once.</summary>
    public const int MaxWriteCount = 123;

    /// <summary>First of the data registers.</summary>
    public const int DataRegister = 0x0029;

    /// <summary>How many data registers there are, of two bytes each.</summary>
    public const int DataRegisterCount = 0x001B;

    /// <summary>The data reply's byte count.</summary>
    public const int DataByteCount = 2 * DataRegisterCount;

    /// <summary>The register of the power-up message.</summary>
    public const int ResetRegister = 0x00FC;

    /// <summary>How many slots a discovery round has.</summary>
    public const int SlotCount = 6;

    /// <summary>Length of a serial, bytes. They are raw: 0x0A, 0x0D and 0x00 can be among them.</summary>
    public const int SerialLength = 12;

    /// <summary>Offset of the slot, the serial or the bus id in a management message.</summary>
    public const int ManagementBody = 3;

    /// <summary>Offset of the bus id in an <see cref="MessageKind.Assign"/> message.</summary>
    public const int AssignBusId = ManagementBody + SerialLength;

    /// <summary>Offset of the register, high byte first, in <see cref="MessageKind.Write"/>, <see cref="MessageKind.Written"/>.</summary>
    public const int WriteRegister = 2;

    /// <summary>Offset of the register, high byte first, in a request to read.</summary>
    public const int ReadRegister = 2;

    /// <summary>Offset of the number of registers, high byte first, in a request to read.</summary>
    public const int ReadCount = 4;

    /// <summary>Offset of the reason in a <see cref="MessageKind.Refused"/>.</summary>
    public const int RefusalCode = 2;

    /// <summary>Offset of the value, high byte first, in a <see cref="MessageKind.Write"/>.</summary>
    public const int WriteValue = 7;

    /// <summary>
    /// Length of <see cref="MessageKind.Round"/>, <see cref="MessageKind.SlotPoll"/> and <see cref="MessageKind.Assigned"/>.
    /// </summary>
    public const int ShortLength = 6;

    /// <summary>Length of <see cref="MessageKind.Serial"/>.</summary>
    public const int SerialMessageLength = 17;

    /// <summary>Length of <see cref="MessageKind.Assign"/>.</summary>
    public const int AssignLength = 18;

    /// <summary>Length of <see cref="MessageKind.Refused"/>.</summary>
    public const int RefusedLength = 5;

    /// <summary>
    /// Length of <see cref="MessageKind.Reset"/>, <see cref="MessageKind.Read"/>, <see cref="MessageKind.OtherRead"/> and
    /// <see cref="MessageKind.Written"/>.
    /// </summary>
    public const int RequestLength = 8;

    /// <summary>Length of <see cref="MessageKind.Data"/>.</summary>
    public const int DataLength = 59;

    /// <summary>Length of <see cref="MessageKind.Write"/>.</summary>
    public const int WriteLength = 11;

    /// <summary>Length of a reply without its registers.</summary>
    public const int ReplyOverhead = 5;

    /// <summary>Length of a write without its values.</summary>
    public const int WriteOverhead = 9;

    /// <summary>Length of the longest message of all, a reply or a write of as many registers as Modbus allows.</summary>
    public const int MaxLength = 255;

    /// <summary>Length of the longest message this master sends.</summary>
    public const int MaxRequestLength = AssignLength;

    // Bit n: the master sends messages of kind n.
    private const int KindsFromMaster = 1 << (int)MessageKind.Reset | 1 << (int)MessageKind.Round | 1 << (int)MessageKind.SlotPoll
        | 1 << (int)MessageKind.Assign | 1 << (int)MessageKind.Read | 1 << (int)MessageKind.Write
        | 1 << (int)MessageKind.OtherRead | 1 << (int)MessageKind.OtherWrite;

    /// <summary>Tells whether the master sends messages of this kind; <see cref="MessageKind.Junk"/> has no sender.</summary>
    public static bool IsFromMaster(MessageKind kind) => (KindsFromMaster >> (int)kind & 1) != 0;
}
