using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Batteries;

/// <summary>Each rule of a data reply broken alone, at each byte that can break it.</summary>
public sealed class ReplyRulesTests
{
    [Theory]
    [InlineData(31, 1, ReplyRules.CellMax)]
    [InlineData(32, 1, ReplyRules.CellMax)]
    [InlineData(33, 1, ReplyRules.CellMin)]
    [InlineData(34, 1, ReplyRules.CellMin)]
    [InlineData(43, 1, ReplyRules.SocAgain)]
    [InlineData(44, 1, ReplyRules.SocAgain)]
    [InlineData(39, 1, ReplyRules.VoltageAgain)]
    [InlineData(40, 1, ReplyRules.VoltageAgain)]
    [InlineData(41, 1, ReplyRules.VoltageAgain)]
    [InlineData(42, 1, ReplyRules.VoltageAgain)]
    [InlineData(15, 1, ReplyRules.CellTemperatures)]
    [InlineData(16, 1, ReplyRules.CellTemperatures)]
    [InlineData(19, 1, ReplyRules.BoardTemperatures)]
    [InlineData(20, 1, ReplyRules.BoardTemperatures)]
    [InlineData(15, 0x80, ReplyRules.CellTemperatures)]
    [InlineData(20, 0x80, ReplyRules.BoardTemperatures)]
    public void Byte_that_repeats_another_breaks_its_rule_and_no_other(int offset, byte turned, ReplyRules broken) =>
        Assert.Equal(broken, BrokenBy((offset, turned)));

    [Theory]
    [InlineData(35, 39)]
    [InlineData(36, 40)]
    [InlineData(37, 41)]
    [InlineData(38, 42)]
    public void Sum_that_is_wrong_both_times_breaks_the_sum_alone(int first, int again) =>
        Assert.Equal(ReplyRules.VoltageSum, BrokenBy((first, 1), (again, 1)));

    [Fact]
    public void Cell_between_highest_and_lowest_is_held_by_the_sum() =>
        Assert.Equal(ReplyRules.VoltageSum, BrokenBy((49, 3)));

    [Fact]
    public void Cell_beyond_the_highest_breaks_two_rules() =>
        Assert.Equal(ReplyRules.VoltageSum | ReplyRules.CellMax, BrokenBy((49, 0x40)));

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(14)]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    [InlineData(27)]
    [InlineData(45)]
    [InlineData(48)]
    public void Byte_that_nothing_repeats_breaks_no_rule(int offset) =>
        Assert.Equal(ReplyRules.None, BrokenBy((offset, 0x55)));

    private static ReplyRules BrokenBy(params (int Offset, byte Turned)[] changes)
    {
        byte[] whole = new Reply().Bytes();
        var values = new Telemetry();
        values.Decode(new Reply().With([.. changes.Select(c => (c.Offset, (byte)(whole[c.Offset] ^ c.Turned)))]));
        return values.Broken;
    }
}
