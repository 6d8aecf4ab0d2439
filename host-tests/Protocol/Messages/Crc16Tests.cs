using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Messages;

public sealed class Crc16Tests
{
    [Fact]
    public void Check_value_of_the_algorithm_comes_out() =>
        Assert.Equal(0x4B37, Crc16.Compute("123456789"u8.ToArray(), 0, 9));

    [Fact]
    public void Crc_of_nothing_is_the_start_value() => Assert.Equal(0xFFFF, Crc16.Compute([], 0, 0));

    [Fact]
    public void Every_entry_of_the_table_is_what_the_polynomial_gives()
    {
        byte[] one = new byte[1];
        for (int value = 0; value < 256; value++)
        {
            one[0] = (byte)value;
            Assert.Equal(BitByBit(one), Crc16.Compute(one, 0, 1));
        }
    }

    [Fact]
    public void Every_frame_of_the_log_has_a_good_crc()
    {
        foreach (string frame in Frames.All)
        {
            byte[] bytes = Hex.Bytes(frame);
            Assert.True(Crc16.IsGood(bytes, 0, bytes.Length), frame);
        }
    }

    [Fact]
    public void Only_the_stretch_that_is_named_counts()
    {
        byte[] bytes = Hex.Bytes("A5A5" + Frames.Data2 + "A5");

        Assert.True(Crc16.IsGood(bytes, 2, 59));
        Assert.False(Crc16.IsGood(bytes, 1, 59));
        Assert.False(Crc16.IsGood(bytes, 2, 60));
    }

    [Fact]
    public void Each_single_turned_bit_of_a_reply_corrupts_it()
    {
        byte[] reply = Hex.Bytes(Frames.Data3);
        for (int bit = 0; bit < reply.Length * 8; bit++)
        {
            reply[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(Crc16.IsGood(reply, 0, reply.Length), $"bit {bit}");
            reply[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void Sealing_writes_the_two_last_bytes_and_no_other()
    {
        byte[] message = Hex.Bytes("FF5006 05 A5A5 A5");

        Assert.Equal(6, Crc16.Seal(message, 6));
        Assert.Equal("FF500605F382A5", Hex.Text(message));
    }

    private static int BitByBit(byte[] bytes)
    {
        int crc = 0xFFFF;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xA001 : crc >> 1;
            }
        }

        return crc;
    }
}
