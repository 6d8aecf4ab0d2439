using ValenceNano.Desktop;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Desktop.Probe;

public sealed class ProbeTests
{
    private const int Enough = 600_000;

    [Fact]
    public void Registers_that_there_are_are_read_and_the_others_are_one_refused_range()
    {
        var rig = new ProbeRig(new ProbeOptions(0x40, 0x7F, null, 1));

        rig.RunUntil(Enough);

        Assert.True(rig.Probe.IsDone);
        Assert.Null(rig.Probe.Trouble);
        Assert.Equal(Enumerable.Range(0x40, 0x20), rig.Registers.Select(register => register.Register));
        Assert.All(rig.Registers, register => Assert.Equal(3, register.Function));
        Assert.Equal([new RefusedRange(3, 0x60, 0x7F, 2), new RefusedRange(4, 0x40, 0x7F, 1)], rig.Ranges);
    }

    [Fact]
    public void Values_are_those_of_the_battery_high_byte_first()
    {
        var rig = new ProbeRig(new ProbeOptions(0, 2, null, 1));

        rig.RunUntil(Enough);

        Assert.Equal([0x4342, 0x4231, 0x3132], rig.Registers.Select(register => register.Value));
    }

    [Fact]
    public void Nothing_but_reads_by_functions_3_and_4_goes_out_at_most_one_extra_a_second_and_27_registers()
    {
        var rig = new ProbeRig(new ProbeOptions(0, 0x1FF, null, 2), batteries: 2);

        rig.RunUntil(Enough);

        MessageKind[] known = [MessageKind.Reset, MessageKind.Round, MessageKind.SlotPoll, MessageKind.Assign, MessageKind.Read, MessageKind.OtherRead];
        Assert.All(rig.Messages.Where(m => MessageFormat.IsFromMaster(m.Kind)), m => Assert.Contains(m.Kind, known));
        var extra = rig.Messages.Where(m => m.Kind == MessageKind.OtherRead).ToList();
        Assert.InRange(extra.Count, 50, 1000);
        Assert.All(extra, m => Assert.True(m.Bytes[1] is 3 or 4 && m.Bytes[4] == 0 && m.Bytes[5] is >= 1 and <= 27));
        Assert.All(extra.Zip(extra.Skip(1)), pair => Assert.True(pair.Second.Ms - pair.First.Ms >= 1000, $"{pair.First.Ms}, {pair.Second.Ms}"));
        Assert.DoesNotContain(rig.Messages, m => m.Kind == MessageKind.Junk);
    }

    [Fact]
    public void Polls_are_as_if_there_were_no_probe()
    {
        var rig = new ProbeRig(new ProbeOptions(0, 0x1FF, null, 2), batteries: 2);

        rig.RunUntil(120_000);

        long[] polls = [.. rig.Messages.Where(m => m.Kind == MessageKind.Read && m.Bytes[0] == 2).Select(m => m.Ms)];
        Assert.All(polls.Skip(1).Zip(polls.Skip(2)), pair => Assert.InRange(pair.Second - pair.First, 2950, 3050));
        Assert.Equal(0, rig.Monitor.Bus.Counters.Timeouts);
        Assert.Equal(0, rig.Monitor.Bus.Counters.WrongReplies);
    }

    [Fact]
    public void Second_pass_asks_only_for_what_there_is_and_changes_show()
    {
        var rig = new ProbeRig(new ProbeOptions(0x50, 0x6F, null, 2));

        rig.RunUntil(Enough);

        Assert.Equal(0x10, rig.Registers.Count(register => register.Pass == 1));
        Assert.Equal(0x10, rig.Registers.Count(register => register.Pass == 2));
    }

    [Fact]
    public void One_battery_can_be_chosen_and_several_are_asked_one_by_one()
    {
        var one = new ProbeRig(new ProbeOptions(0, 9, 2, 1), batteries: 3);
        var all = new ProbeRig(new ProbeOptions(0, 9, null, 1), batteries: 3);

        one.RunUntil(Enough);
        all.RunUntil(Enough);

        Assert.Single(one.Registers.Select(register => register.BusId).Distinct());
        Assert.Equal(10, one.Registers.Count);
        Assert.Equal(3, all.Registers.Select(register => register.BusId).Distinct().Count());
        Assert.Equal(30, all.Registers.Count);
    }

    [Fact]
    public void Battery_that_falls_silent_ends_it_at_once()
    {
        var rig = new ProbeRig(new ProbeOptions(0, 0xFFFF, null, 1));
        rig.RunUntil(60_000);
        int before = rig.Messages.Count(m => m.Kind == MessageKind.OtherRead);

        rig.Batteries[0].IsPlugged = false;
        rig.RunUntil(Enough);

        Assert.True(rig.Probe.IsDone);
        Assert.NotNull(rig.Probe.Trouble);
        Assert.InRange(rig.Messages.Count(m => m.Kind == MessageKind.OtherRead) - before, 0, 1);
    }

    [Fact]
    public void Alarm_ends_it_at_once()
    {
        var rig = new ProbeRig(new ProbeOptions(0, 0xFFFF, null, 1));
        rig.RunUntil(60_000);

        rig.Batteries[0].Model.AmbientC = 90;
        rig.RunUntil(90_000);

        Assert.True(rig.Probe.IsDone);
        Assert.StartsWith("battery 1 alarms", rig.Probe.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void Master_without_batteries_is_left_alone()
    {
        var rig = new ProbeRig(new ProbeOptions(0, 9, null, 1), batteries: 0);

        rig.RunUntil(20_000);

        Assert.False(rig.Probe.IsDone);
        Assert.DoesNotContain(rig.Messages, m => m.Kind == MessageKind.OtherRead);
    }

    [Theory]
    [InlineData("0x0000-0x00FF", 0, 255)]
    [InlineData("0-255", 0, 255)]
    [InlineData("0x29", 41, 41)]
    [InlineData("41", 41, 41)]
    [InlineData("0xFFFF-65535", 65535, 65535)]
    public void Range_is_in_hex_or_decimal(string text, int from, int to)
    {
        Assert.True(ProbeOptions.TryParseRange(text, out int first, out int last));
        Assert.Equal((from, to), (first, last));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("5-4")]
    [InlineData("0x10000")]
    [InlineData("-1")]
    [InlineData("1-2-3")]
    [InlineData("29h")]
    [InlineData("0x")]
    public void What_is_no_range_is_one_line(string text)
    {
        Run run = Run.Valence("probe", "/dev/null", $"--registers={text}", "--yes");

        Assert.Equal(2, run.ExitCode);
        Assert.Single(run.Error);
    }

    [Fact]
    public void Without_a_yes_and_without_a_terminal_nothing_is_sent()
    {
        Run run = Run.Valence("probe", "/dev/nowhere", "--registers", "0-9");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--yes", run.Error[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Map_has_eight_registers_a_row_and_marks_those_that_changed()
    {
        var battery = new Battery(0) { BusId = 2 };
        "CBB112810318"u8.CopyTo(battery.Serial);
        var map = new ProbeMap();
        var request = new ReadRequest(3, 6, 3);
        map.Read(battery, request, [0, 1, 0, 2, 0, 3], 1, 0);
        map.Read(battery, request, [0, 1, 0, 9, 0, 3], 2, 0);
        map.Refused(battery, [new RefusedRange(4, 0, 9, 1)]);
        using var text = new StringWriter { NewLine = "\n" };

        map.Write(text);

        Assert.Equal(
            """
            battery 0 CBB112810318, bus id 2, function 3: 3 registers, 2 passes, * changed from one to another
            0x0000  --    --    --    --    --    --    0001  0009*
            0x0008  0003  --    --    --    --    --    --    --
            battery 0 CBB112810318, bus id 2, function 4: 0x0000-0x0009 refused, code 1

            """.ReplaceLineEndings("\n"),
            text.ToString());
    }
}
