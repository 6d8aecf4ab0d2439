using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Desktop;

/// <summary>Whole messages of every kind, as bytes.</summary>
internal static class Frames
{
    /// <summary>The worked example of the public notes: bus id 2, 93.3 %, 13.352 V, 0.132 A.</summary>
    public const string DataHex =
        "020336171515150f000004a8005004151715181815800084000000840000000b0d090d2834000028340000eeee001004000a0d090d0a0d0b0deae4";

    public static byte[] Reset() => Written(RequestWriter.Reset);

    public static byte[] Round() => Written(RequestWriter.Round);

    public static byte[] SlotPoll(int slot) => Written(message => RequestWriter.SlotPoll(message, slot));

    public static byte[] Assign(byte[] serial, int busId) => Written(message => RequestWriter.Assign(message, serial, busId));

    public static byte[] Read(int busId) => Written(message => RequestWriter.Read(message, busId));

    public static byte[] Serial(byte[] serial) => Written(message => AnswerWriter.Serial(message, serial));

    public static byte[] Assigned(int busId) => Written(message => AnswerWriter.Assigned(message, busId));

    public static byte[] Acknowledge(int busId, int register) => Written(message => AnswerWriter.Written(message, busId, register));

    /// <summary>A write of one register, which the product itself has no writer for.</summary>
    public static byte[] Write(int busId, int register, int value) => Sealed(
        (byte)busId, 0x10, (byte)(register >> 8), (byte)register, 0, 1, 2, (byte)(value >> 8), (byte)value, 0, 0);

    /// <summary>The worked example with some bytes changed and a CRC that fits.</summary>
    public static byte[] Data(params (int Offset, int Value)[] changes)
    {
        byte[] reply = Convert.FromHexString(DataHex);
        foreach ((int offset, int value) in changes)
        {
            reply[offset] = (byte)value;
        }

        return Sealed(reply);
    }

    private static byte[] Sealed(params byte[] message)
    {
        Crc16.Seal(message, message.Length);
        return message;
    }

    private static byte[] Written(Func<byte[], int> write)
    {
        byte[] message = new byte[MessageFormat.DataLength];
        return message[..write(message)];
    }
}
