using FsCheck;
using FsCheck.Fluent;
using ValenceNano.Bench;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Messages;

public sealed class MessageSplitterProperties
{
    [Fact]
    public void Messages_that_are_written_are_read_again() =>
        Property.Holds(Cases.Messages, message =>
        {
            (MessageKind kind, int length) = ReferenceSplitter.MessageAt(message, 0);

            Assert.Equal(message.Length, length);
            Assert.Equal([Splitting.Result(kind, message)], Splitting.All(message));
        });

    [Fact]
    public void Portions_of_the_bytes_make_no_difference() =>
        Property.Holds(
            Cases.Parts.Zip(Cases.ReadSizes, (parts, sizes) => (Stream: Join(parts), Sizes: sizes)),
            @case => Assert.Equal(Splitting.Reference(@case.Stream), Splitting.InPieces(@case.Stream, @case.Sizes)),
            count: 1000);

    [Fact]
    public void Every_byte_comes_out_once_and_in_order() =>
        Property.Holds(
            Cases.Parts.Zip(Cases.ReadSizes, (parts, sizes) => (Stream: Join(parts), Sizes: sizes)),
            @case => Assert.Equal(Hex.Text(@case.Stream), Splitting.Bytes(Splitting.InPieces(@case.Stream, @case.Sizes))));

    [Fact]
    public void Junk_between_whole_messages_loses_none() =>
        Property.Holds(
            JunkyStream.Any,
            stream => Assert.Equal(stream.Messages, Splitting.Messages(Splitting.InPieces(stream.Bytes, stream.ReadSizes))),
            count: 1000);

    [Fact]
    public void Frame_is_accepted_for_exactly_the_right_ids_functions_and_lengths() =>
        Property.Holds(
            SealedFrames,
            frame => Assert.Equal(Splitting.Reference(frame), Splitting.All(frame)),
            count: 5000);

    // First byte, second byte, third byte and length from where it matters, all combinations, and always with a good CRC.
    private static readonly Gen<byte[]> SealedFrames =
        from first in Gen.Elements<byte>(0, 1, 2, 3, 246, 247, 248, 249, 254, 255)
        from second in Gen.Elements<byte>(0x02, 0x03, 0x04, 0x0F, 0x10, 0x11, 0x41, 0x42, 0x43, 0x44, 0x50, 0x70, 0x83, 0x84, 0x86, 0x90)
        from third in Gen.Elements<byte>(0, 1, 5, 6, 7, 0x10, 0x11, 0x12, 0x13, 0x34, 0x35, 0x36, 0x37)
        from rest in Gen.Elements(
            "", "06", "02", "1234", "12345678", "FC0000", "29001A", "29001B", "29001C", "4B0001", "4B0002", "4B0001020055", "4B0001030055", "4B00020400550055", "4B00010200550000",
            "434242313132383130333138", "43424231313238313033313802", "4342423131323831303331", new string('0', 108), new string('0', 106))
        select Cases.Sealed([first, second, third, .. Hex.Bytes(rest)]);

    private static byte[] Join(byte[][] parts) => [.. parts.SelectMany(part => part)];
}
