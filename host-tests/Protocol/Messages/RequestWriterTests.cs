using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Messages;

public sealed class RequestWriterTests
{
    private const int RoomBehind = 8;

    [Fact]
    public void Power_up_message_is_that_of_the_log() => IsWritten(Frames.Reset, RequestWriter.Reset);

    [Fact]
    public void Round_is_opened_as_in_the_log() => IsWritten(Frames.Round, RequestWriter.Round);

    [Theory]
    [InlineData(0, Frames.SlotPoll0)]
    [InlineData(1, "FF500601F241")]
    [InlineData(2, "FF500602B240")]
    [InlineData(3, "FF5006037380")]
    [InlineData(4, "FF5006043242")]
    [InlineData(5, Frames.SlotPoll5)]
    public void Each_slot_is_polled_as_in_the_log(int slot, string frame) =>
        IsWritten(frame, message => RequestWriter.SlotPoll(message, slot));

    [Fact]
    public void Bus_id_is_assigned_as_in_the_log()
    {
        IsWritten(Frames.AssignA, message => RequestWriter.Assign(message, Frames.SerialABytes, 2));
        IsWritten(Frames.AssignB, message => RequestWriter.Assign(message, Frames.SerialBBytes, 3));
    }

    [Fact]
    public void Battery_is_asked_as_in_the_log()
    {
        IsWritten(Frames.Read2, message => RequestWriter.Read(message, 2));
        IsWritten(Frames.Read3, message => RequestWriter.Read(message, 3));
    }

    [Fact]
    public void Longest_request_fits_the_buffer_that_is_asked_for() =>
        Assert.Equal(MessageFormat.MaxRequestLength, RequestWriter.Assign(new byte[18], Frames.SerialABytes, 2));

    private static void IsWritten(string frame, Func<byte[], int> write)
    {
        byte[] message = new byte[MessageFormat.MaxRequestLength + RoomBehind];
        Array.Fill(message, (byte)0xA5);

        int length = write(message);

        Assert.Equal(frame, Hex.Text(message.AsSpan(0, length)));
        Assert.All(message[length..], behind => Assert.Equal(0xA5, behind));
    }
}
