using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Messages;

/// <summary>Real single frames of each kind, and frames one defect away from them with a good CRC.</summary>
public sealed class FrameTableTests
{
    [Theory]
    [InlineData(Frames.Reset, MessageKind.Reset)]
    [InlineData(Frames.Round, MessageKind.Round)]
    [InlineData(Frames.SlotPoll0, MessageKind.SlotPoll)]
    [InlineData(Frames.SlotPoll5, MessageKind.SlotPoll)]
    [InlineData(Frames.SerialA, MessageKind.Serial)]
    [InlineData(Frames.SerialB, MessageKind.Serial)]
    [InlineData(Frames.AssignA, MessageKind.Assign)]
    [InlineData(Frames.AssignB, MessageKind.Assign)]
    [InlineData(Frames.Assigned2, MessageKind.Assigned)]
    [InlineData(Frames.Assigned3, MessageKind.Assigned)]
    [InlineData(Frames.Read2, MessageKind.Read)]
    [InlineData(Frames.Read3, MessageKind.Read)]
    [InlineData(Frames.Data2, MessageKind.Data)]
    [InlineData(Frames.Data3, MessageKind.Data)]
    [InlineData(Frames.Example2, MessageKind.Data)]
    [InlineData(Frames.Write2, MessageKind.Write)]
    [InlineData(Frames.Write3, MessageKind.Write)]
    [InlineData(Frames.Written3, MessageKind.Written)]
    public void Real_frame_is_what_it_is(string frame, MessageKind kind) =>
        Assert.Equal([Splitting.Result(kind, Hex.Bytes(frame))], Splitting.All(frame));

    [Theory]
    [InlineData("reset to one battery", "01 03 00 FC 00 00")]
    [InlineData("reset, other function", "00 04 00 FC 00 00")]
    [InlineData("reset, other register", "00 03 00 FD 00 00")]
    [InlineData("reset, other page of registers", "00 03 01 FC 00 00")]
    [InlineData("reset with a count", "00 03 00 FC 00 01")]
    [InlineData("reset with a large count", "00 03 00 FC 01 00")]
    [InlineData("reset, a byte short", "00 03 00 FC 00")]
    [InlineData("reset, a byte long", "00 03 00 FC 00 00 00")]
    [InlineData("round, first byte", "FE 43 06 06")]
    [InlineData("round, other command", "FF 44 06 06")]
    [InlineData("round, length too small", "FF 43 05 06")]
    [InlineData("round, length too large", "FF 43 07 06")]
    [InlineData("round, a byte short", "FF 43 06")]
    [InlineData("round, a byte long", "FF 43 06 06 00")]
    [InlineData("slot poll, length", "FF 50 07 00")]
    [InlineData("slot poll, a byte long", "FF 50 06 00 00")]
    [InlineData("serial, length too small", "FF 70 10 43 42 42 31 31 32 38 31 30 33 31 38")]
    [InlineData("serial, length too large", "FF 70 12 43 42 42 31 31 32 38 31 30 33 31 38")]
    [InlineData("serial of 11 bytes", "FF 70 11 43 42 42 31 31 32 38 31 30 33 31")]
    [InlineData("serial of 11 bytes that says so", "FF 70 10 43 42 42 31 31 32 38 31 30 33 31")]
    [InlineData("serial of 13 bytes", "FF 70 11 43 42 42 31 31 32 38 31 30 33 31 38 38")]
    [InlineData("serial of 13 bytes that says so", "FF 70 12 43 42 42 31 31 32 38 31 30 33 31 38 38")]
    [InlineData("assign, length", "FF 41 11 43 42 42 31 31 32 38 31 30 33 31 38 02")]
    [InlineData("assign without a bus id", "FF 41 12 43 42 42 31 31 32 38 31 30 33 31 38")]
    [InlineData("assign of 13 bytes", "FF 41 13 43 42 42 31 31 32 38 31 30 33 31 38 38 02")]
    [InlineData("assigned, length", "FF 42 05 02")]
    [InlineData("assigned, no bus id", "FF 42 06")]
    [InlineData("read of everyone", "00 03 00 29 00 1B")]
    [InlineData("read, bus id beyond Modbus", "F8 03 00 29 00 1B")]
    [InlineData("read, the highest id that is none", "FE 03 00 29 00 1B")]
    [InlineData("read of 256 registers more", "02 03 00 29 01 1B")]
    [InlineData("read, a byte short", "02 03 00 29 00")]
    [InlineData("read, a byte long", "02 03 00 29 00 1B 00")]
    [InlineData("write to everyone", "00 10 00 4B 00 01 02 00 55")]
    [InlineData("write, bus id beyond Modbus", "F8 10 00 4B 00 01 02 00 55")]
    [InlineData("write, function 6", "02 06 00 4B 00 01 02 00 55")]
    [InlineData("write of two registers", "02 10 00 4B 00 02 02 00 55")]
    [InlineData("read, function 2", "02 02 00 29 00 1B")]
    [InlineData("read of no register", "02 03 00 29 00 00")]
    [InlineData("read of more registers than Modbus allows", "02 03 00 29 00 7E")]
    [InlineData("input registers, none", "02 04 00")]
    [InlineData("input registers, an odd number of bytes", "02 04 03 00 01 02")]
    [InlineData("written, no registers", "03 10 00 4B 00 00")]
    [InlineData("written, more registers than Modbus allows", "03 10 00 4B 00 7C")]
    [InlineData("a refusal without a reason", "02 83 00")]
    [InlineData("a refusal for a reason that Modbus does not know", "02 83 0C")]
    [InlineData("a refusal of function 6", "02 86 02")]
    [InlineData("a refusal by everyone", "00 83 02")]
    [InlineData("write of 257 registers", "02 10 00 4B 01 01 02 00 55")]
    [InlineData("write of one byte", "02 10 00 4B 00 01 01 00 55")]
    [InlineData("write, a byte long", "02 10 00 4B 00 01 02 00 55 00")]
    [InlineData("written by everyone", "00 10 00 4B 00 01")]
    [InlineData("written, function 15", "03 0F 00 4B 00 01")]
    public void Frame_one_defect_away_is_junk(string defect, string frame) => IsJunk(defect, Sealed(Hex.Bytes(frame)));

    [Theory]
    [InlineData("from everyone", 0, 0x00)]
    [InlineData("bus id beyond Modbus", 0, 0xF8)]
    [InlineData("from a management message", 0, 0xFF)]
    [InlineData("function 2", 1, 0x02)]
    [InlineData("an error answer", 1, 0x83)]
    [InlineData("a byte count of one register less", 2, 0x34)]
    [InlineData("an odd byte count", 2, 0x35)]
    [InlineData("a byte count of one register more", 2, 0x38)]
    public void Data_reply_one_byte_away_is_junk(string defect, int offset, byte value)
    {
        byte[] reply = Hex.Bytes(Frames.Data2);
        reply[offset] = value;
        Crc16.Seal(reply, reply.Length);

        IsJunk(defect, reply);
    }

    [Fact]
    public void Data_reply_one_byte_shorter_or_longer_is_junk()
    {
        byte[] body = Hex.Bytes(Frames.Data2)[..^2];

        IsJunk("shorter", Sealed(body[..^1]));
        IsJunk("longer", Sealed([.. body, 0]));
    }

    [Fact]
    public void Frame_with_one_turned_bit_is_never_a_message()
    {
        foreach (string frame in Frames.All)
        {
            byte[] bytes = Hex.Bytes(frame);
            for (int bit = 0; bit < bytes.Length * 8; bit++)
            {
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                IsJunk($"{frame}, bit {bit}", bytes);
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }
    }

    [Fact]
    public void Bus_ids_1_to_247_can_read_be_read_and_be_written()
    {
        for (int first = 1; first <= 247; first++)
        {
            byte id = (byte)first;
            IsOne(MessageKind.Read, Sealed([id, 3, 0x00, 0x29, 0x00, 0x1B]));
            IsOne(MessageKind.Data, Sealed([id, .. Hex.Bytes(Frames.Data2)[1..^2]]));
            IsOne(MessageKind.Write, Sealed([id, 0x10, 0x00, 0x4B, 0x00, 0x01, 0x02, 0x00, 0x55]));
            IsOne(MessageKind.Written, Sealed([id, 0x10, 0x00, 0x4B, 0x00, 0x01]));
        }
    }

    [Theory]
    [InlineData("02 04 00 29 00 1B", MessageKind.OtherRead)]
    [InlineData("02 03 00 2A 00 1B", MessageKind.OtherRead)]
    [InlineData("02 03 01 29 00 1B", MessageKind.OtherRead)]
    [InlineData("02 03 00 29 00 1A", MessageKind.OtherRead)]
    [InlineData("02 03 00 00 00 7D", MessageKind.OtherRead)]
    [InlineData("02 03 02 00 00 01", MessageKind.OtherRead)]
    [InlineData("02 03 36 00 00 01", MessageKind.OtherRead)]
    [InlineData("02 03 02 12 34", MessageKind.OtherReply)]
    [InlineData("02 04 04 12 34 56 78", MessageKind.OtherReply)]
    [InlineData("03 10 00 4B 00 02", MessageKind.OtherReply)]
    [InlineData("03 10 00 4B 00 02 04 00 01 00 02", MessageKind.OtherWrite)]
    [InlineData("02 83 02", MessageKind.Refused)]
    [InlineData("F7 84 0B", MessageKind.Refused)]
    [InlineData("01 90 01", MessageKind.Refused)]
    public void Modbus_message_that_no_public_log_has_is_told_apart(string body, MessageKind kind) =>
        IsOne(kind, Sealed(Hex.Bytes(body)));

    [Fact]
    public void Reply_of_any_length_that_Modbus_allows_is_whole()
    {
        for (int count = 1; count <= 125; count++)
        {
            byte[] registers = [(byte)(2 * count), .. Enumerable.Repeat((byte)0xA5, 2 * count)];
            IsOne(count == 27 ? MessageKind.Data : MessageKind.OtherReply, Sealed([2, 3, .. registers]));
            IsOne(MessageKind.OtherReply, Sealed([2, 4, .. registers]));
        }
    }

    private static void IsOne(MessageKind kind, byte[] frame) =>
        Assert.Equal([Splitting.Result(kind, frame)], Splitting.All(frame));

    private static void IsJunk(string defect, byte[] frame)
    {
        List<string> results = Splitting.All(frame);
        Assert.True(!Splitting.Messages(results).Any(), $"{defect}: {string.Join(", ", results)}");
        Assert.Equal(Hex.Text(frame), Splitting.Bytes(results));
    }

    private static byte[] Sealed(byte[] body)
    {
        byte[] message = [.. body, 0, 0];
        Crc16.Seal(message, message.Length);
        return message;
    }
}
