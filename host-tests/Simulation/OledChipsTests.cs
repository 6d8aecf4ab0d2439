using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

/// <summary>What each controller of a panel has of its own.</summary>
public sealed class OledChipsTests
{
    [Theory]
    [InlineData(OledChip.Ssd1306, new byte[] { 0x30, 0xAD, 0xE0, 0xEE, 0xFD })]
    [InlineData(OledChip.Sh1106, new byte[] { 0x20, 0x21, 0x22, 0x26, 0x2E, 0x8D, 0xA3, 0xFD })]
    [InlineData(OledChip.Ssd1309, new byte[] { 0x30, 0x8D, 0xAD, 0xE0, 0xEE })]
    public void Panel_refuses_the_commands_of_another(OledChip chip, byte[] commands)
    {
        var panel = new VirtualOled(chip);
        panel.Write([0x00, .. commands]);

        Assert.Equal(commands.Length, panel.BadBytes);
    }

    [Fact]
    public void SH1106_has_its_glass_in_the_middle_of_132_columns_and_counts_to_the_last()
    {
        var panel = new VirtualOled(OledChip.Sh1106);
        panel.Write([0x00, 0xA1, 0xC8, 0xAF, 0xB0, 0x02, 0x10]);
        panel.Write([0x40, .. new byte[128]]);
        panel.Write([0x80, 0x02, 0x80, 0x10, 0x40, 0x01]);
        panel.Write([0x80, 0x01, 0x80, 0x18, 0x40, 0x01, 0x55, 0x66, 0x77, 0x88]);

        Assert.True(panel.IsLit(0, 0));
        Assert.True(panel.IsLit(127, 0));
        Assert.False(panel.IsLit(1, 0));
        Assert.Equal([0x01, 0x55, 0x88], [panel.MemoryAt(0, 129), panel.MemoryAt(0, 130), panel.MemoryAt(0, 131)]);
    }

    [Theory]
    [InlineData(OledChip.Sh1106, new byte[] { 0xAF }, true)]
    [InlineData(OledChip.Sh1106, new byte[] { 0xAD, 0x8A, 0xAF }, false)]
    [InlineData(OledChip.Sh1106, new byte[] { 0xAD, 0x8B, 0xAF }, true)]
    [InlineData(OledChip.Ssd1309, new byte[] { 0xAF }, true)]
    public void Panel_that_has_its_voltage_from_elsewhere_shines_when_it_is_on(OledChip chip, byte[] commands, bool shines)
    {
        var panel = new VirtualOled(chip);
        panel.Write([0x00, .. commands]);

        Assert.Equal(shines, panel.IsVisible);
    }
}
