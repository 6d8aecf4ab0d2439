using FsCheck;
using FsCheck.Fluent;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Protocol.Messages;

/// <summary>Generators of messages, of junk, and of streams of both.</summary>
internal static class Cases
{
    public static readonly Gen<byte> AnyByte = Gen.Choose(0, 255).Select(value => (byte)value);

    public static readonly Gen<byte[]> Serials = AnyByte.ArrayOf(MessageFormat.SerialLength);

    public static readonly Gen<int> BusIds = Gen.Choose(1, MessageFormat.MaxBusId);

    public static readonly Gen<byte[]> DataReplies =
        from busId in BusIds
        from registers in AnyByte.ArrayOf(MessageFormat.DataByteCount)
        select Sealed([(byte)busId, 0x03, 0x36, .. registers]);

    /// <summary>Whole Modbus messages that the batteries of the public logs do not use.</summary>
    public static readonly Gen<byte[]> ForeignMessages =
        from busId in BusIds
        from function in Gen.Elements<byte>(0x03, 0x04)
        from count in Gen.Choose(1, 123)
        from register in AnyByte.ArrayOf(2)
        from values in AnyByte.ArrayOf(2 * count)
        from message in Gen.Elements<byte[]>(
            [(byte)busId, function, .. register, 0, (byte)count],
            [(byte)busId, function, (byte)(2 * count), .. values],
            [(byte)busId, 0x10, .. register, 0, (byte)count],
            [(byte)busId, 0x10, .. register, 0, (byte)count, (byte)(2 * count), .. values],
            [(byte)busId, (byte)(function | 0x80), (byte)((count % 11) + 1)])
        select Sealed(message);

    /// <summary>Whole messages of every kind.</summary>
    public static readonly Gen<byte[]> Messages = Gen.OneOf(
        Gen.Constant(Hex.Bytes(Frames.Reset)),
        Gen.Constant(Hex.Bytes(Frames.Round)),
        Gen.Choose(0, 5).Select(slot => Written(m => RequestWriter.SlotPoll(m, slot))),
        Serials.Select(serial => Written(m => AnswerWriter.Serial(m, serial))),
        Serials.Zip(BusIds, (serial, busId) => Written(m => RequestWriter.Assign(m, serial, busId))),
        BusIds.Select(busId => Written(m => AnswerWriter.Assigned(m, busId))),
        BusIds.Select(busId => Written(m => RequestWriter.Read(m, busId))),
        DataReplies,
        BusIds.Zip(AnyByte.ArrayOf(4), (busId, b) => Sealed([(byte)busId, 0x10, b[0], b[1], 0, 1, 2, b[2], b[3]])),
        BusIds.Zip(Gen.Choose(0, 0xFFFF), (busId, register) => Written(m => AnswerWriter.Written(m, busId, register))),
        ForeignMessages);

    /// <summary>Junk: noise, runs of one byte, and what begins or ends as a message does.</summary>
    public static readonly Gen<byte[]> Junk = Gen.OneOf(
        AnyByte.ArrayOf(),
        Gen.Elements<byte>(0xFF, 0x00, 0x02, 0x03, 0x0A, 0xF8).Zip(Gen.Choose(1, 150), (b, n) => Enumerable.Repeat(b, n).ToArray()),
        Gen.Elements("FF43", "FF7011", "FF4112", "FF4206", "FF5006", "020336", "02030029", "0010", "0310004B0001", "000300FC00")
            .Select(Hex.Bytes),
        Messages.Zip(Gen.Choose(1, 58), (message, length) => message[..Math.Min(length, message.Length - 1)]),
        Messages.Zip(Gen.Choose(1, 58), (message, length) => message[^Math.Min(length, message.Length - 1)..]),
        Messages.Zip(Gen.Choose(0, 8 * 59), TurnBit));

    /// <summary>Messages with junk before, between and behind them.</summary>
    public static readonly Gen<byte[][]> Parts =
        Gen.Frequency((3, Messages), (2, Junk)).ArrayOf().Resize(12);

    /// <summary>Sizes of reads, used over and over.</summary>
    public static readonly Gen<int[]> ReadSizes =
        from count in Gen.Choose(1, 6)
        from sizes in Gen.Frequency((4, Gen.Choose(1, 12)), (1, Gen.Choose(13, 300))).ArrayOf(count)
        select sizes;

    /// <summary>Body and CRC.</summary>
    public static byte[] Sealed(byte[] body)
    {
        byte[] message = [.. body, 0, 0];
        Crc16.Seal(message, message.Length);
        return message;
    }

    private static byte[] Written(Func<byte[], int> write)
    {
        byte[] buffer = new byte[MessageFormat.DataLength];
        return buffer[..write(buffer)];
    }

    private static byte[] TurnBit(byte[] message, int bit)
    {
        byte[] turned = (byte[])message.Clone();
        turned[bit / 8 % turned.Length] ^= (byte)(1 << (bit % 8));
        return turned;
    }
}
