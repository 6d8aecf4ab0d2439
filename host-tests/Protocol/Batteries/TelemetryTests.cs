using FsCheck;
using FsCheck.Fluent;
using ValenceNano.HostTests.Protocol.Messages;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Batteries;

public sealed class TelemetryTests
{
    [Fact]
    public void Worked_example_is_read_to_its_last_field()
    {
        Telemetry values = Decoded(Hex.Bytes(Frames.Example2));

        Assert.Equal(933, values.SocPermille);
        Assert.Equal(13352, values.VoltageMv);
        Assert.Equal(132, values.CurrentMa);
        Assert.Equal(132, values.Current2Ma);
        Assert.Equal([3338, 3337, 3338, 3339], values.AllCellMv());
        Assert.Equal(3339, values.CellMaxMv);
        Assert.Equal(3337, values.CellMinMv);
        Assert.Equal([23, 21, 21, 21], values.AllCellC());
        Assert.Equal(23, values.CellMaxC);
        Assert.Equal(21, values.CellMinC);
        Assert.Equal([21, 24], values.AllBoardC());
        Assert.Equal(24, values.BoardMaxC);
        Assert.Equal(ReplyRules.None, values.Broken);
    }

    [Fact]
    public void Two_currents_of_the_log_are_told_apart()
    {
        Telemetry values = Decoded(Hex.Bytes(Frames.Data2));

        Assert.Equal(228, values.CurrentMa);
        Assert.Equal(132, values.Current2Ma);
        Assert.Equal(996, values.SocPermille);
    }

    [Theory]
    [InlineData(Frames.Data2, Frames.Data3, true)]
    [InlineData(Frames.Data3, Frames.Data2, true)]
    [InlineData(Frames.Data2, Frames.Example2, false)]
    [InlineData(Frames.Example2, Frames.Example2, false)]
    public void Reply_of_another_battery_is_told_by_its_unknown_bytes(string first, string second, bool isOfAnother) =>
        Assert.Equal(isOfAnother, Decoded(Hex.Bytes(first)).AreOfAnother(Hex.Bytes(second)));

    [Theory]
    [InlineData(new[] { 8, 9, 10 }, true)]
    [InlineData(new[] { 8, 11, 12 }, true)]
    [InlineData(new[] { 8, 12 }, false)]
    [InlineData(new[] { 7, 12, 13, 14 }, false)]
    public void Reply_is_of_another_battery_if_three_of_its_bytes_at_8_to_12_are_others(int[] offsets, bool isOfAnother)
    {
        byte[] reply = Hex.Bytes(Frames.Example2);
        Array.ForEach(offsets, offset => reply[offset] ^= 0x80);

        Assert.Equal(isOfAnother, Decoded(Hex.Bytes(Frames.Example2)).AreOfAnother(reply));
    }

    [Fact]
    public void Bytes_behind_a_reply_are_not_read()
    {
        var values = new Telemetry();

        values.Decode([.. Hex.Bytes(Frames.Example2), 0xA5]);

        Assert.Equal(13352, values.VoltageMv);
        Assert.Equal(ReplyRules.None, values.Broken);
    }

    [Theory]
    [InlineData(2 * 13352, true, ReplyRules.None)]
    [InlineData((2 * 13352) + 1668, true, ReplyRules.None)]
    [InlineData((2 * 13352) - 1668, true, ReplyRules.None)]
    [InlineData((2 * 13352) + 1669, false, ReplyRules.VoltageSum)]
    [InlineData((2 * 13352) - 1669, false, ReplyRules.VoltageSum)]
    [InlineData(13352, false, ReplyRules.None)]
    [InlineData(13353, false, ReplyRules.VoltageSum)]
    public void Voltage_of_twice_the_groups_is_that_of_a_battery_of_which_half_is_seen(int voltageMv, bool seesHalf, ReplyRules broken)
    {
        byte[] reply = new Reply().Bytes();
        BitConverter.TryWriteBytes(reply.AsSpan(35), voltageMv);
        BitConverter.TryWriteBytes(reply.AsSpan(39), voltageMv);

        Telemetry values = Decoded(reply);

        Assert.Equal((seesHalf, broken), (values.SeesHalfTheGroups, values.Broken));
    }

    [Fact]
    public void Reply_of_nothing_but_zeros_is_no_battery_of_24_V() => Assert.False(Decoded(new byte[59]).SeesHalfTheGroups);

    [Fact]
    public void Temperatures_below_zero_are_signed()
    {
        Telemetry values = Decoded(new Reply { CellC = [-1, -20, 0, 5], BoardC = [-128, -127] }.Bytes());

        Assert.Equal([-1, -20, 0, 5], values.AllCellC());
        Assert.Equal(5, values.CellMaxC);
        Assert.Equal(-20, values.CellMinC);
        Assert.Equal([-128, -127], values.AllBoardC());
        Assert.Equal(-127, values.BoardMaxC);
        Assert.Equal(ReplyRules.None, values.Broken);
    }

    [Theory]
    [InlineData("00000000", 0)]
    [InlineData("01000000", 1)]
    [InlineData("84000000", 132)]
    [InlineData("FF7F0000", 32767)]
    [InlineData("00800000", -32768)]
    [InlineData("7CFF0000", -132)]
    [InlineData("FFFF0000", -1)]
    [InlineData("00000100", 65536)]
    [InlineData("FFFF0100", 131071)]
    [InlineData("7CFFFFFF", -132)]
    [InlineData("FF7FFFFF", -32769)]
    [InlineData("FFFFFFFF", -1)]
    [InlineData("0080FFFF", -32768)]
    [InlineData("FFFFFF7F", int.MaxValue)]
    [InlineData("00000080", int.MinValue)]
    public void Current_is_32_bits_unless_only_a_negative_lower_half_is_there(string hex, int currentMa)
    {
        byte[] b = Hex.Bytes(hex);

        Telemetry values = Decoded(new Reply().With((23, b[0]), (24, b[1]), (25, b[2]), (26, b[3])));
        Telemetry second = Decoded(new Reply().With((27, b[0]), (28, b[1]), (29, b[2]), (30, b[3])));

        Assert.Equal((currentMa, 132), (values.CurrentMa, values.Current2Ma));
        Assert.Equal((132, currentMa), (second.CurrentMa, second.Current2Ma));
    }

    [Fact]
    public void State_of_charge_is_rounded_to_the_nearest_permille_for_all_256_values()
    {
        for (int soc = 0; soc < 256; soc++)
        {
            decimal exact = Math.Round(soc * 1000m / 255m, MidpointRounding.AwayFromZero);
            Assert.Equal((int)exact, Decoded(new Reply { Soc = (byte)soc }.Bytes()).SocPermille);
        }
    }

    [Fact]
    public void Second_reply_overwrites_all_of_the_first()
    {
        var values = new Telemetry();
        values.Decode(new Reply { CellC = [-9, 99, 7, 8], BoardC = [-9, 99], Soc = 1 }.With((44, 2), (39, 1)));

        values.Decode(Hex.Bytes(Frames.Example2));

        Assert.Equivalent(Decoded(Hex.Bytes(Frames.Example2)), values, strict: true);
    }

    [Fact]
    public void Values_read_are_those_that_the_battery_has() =>
        Property.Holds(
            from cellMv in Gen.Choose(0, 0xFFFF).Select(mv => (ushort)mv).ArrayOf(4)
            from cellC in Gen.Choose(-128, 127).Select(c => (sbyte)c).ArrayOf(4)
            from boardC in Gen.Choose(-128, 127).Select(c => (sbyte)c).ArrayOf(2)
            from currentMa in Gen.Choose(-32768, 32767)
            from current2Ma in Gen.Choose(int.MinValue, int.MaxValue)
            from soc in Cases.AnyByte
            select new Reply
            {
                CellMv = cellMv, CellC = cellC, BoardC = boardC, CurrentMa = currentMa, Current2Ma = current2Ma, Soc = soc,
            },
            reply =>
            {
                Telemetry values = Decoded(reply.Bytes());

                Assert.Equal(ReplyRules.None, values.Broken);
                Assert.Equal(reply.CellMv.Select(mv => (int)mv), values.AllCellMv());
                Assert.Equal(reply.CellMv.Sum(mv => mv), values.VoltageMv);
                Assert.Equal(reply.CellC.Select(c => (int)c), values.AllCellC());
                Assert.Equal(reply.BoardC.Select(c => (int)c), values.AllBoardC());
                Assert.Equal(reply.CurrentMa, values.CurrentMa);
            });

    private static Telemetry Decoded(byte[] reply)
    {
        var values = new Telemetry();
        values.Decode(reply);
        return values;
    }
}
