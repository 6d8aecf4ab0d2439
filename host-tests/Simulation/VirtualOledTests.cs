using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

/// <summary>The virtual panel does what the data sheet says, and shows what one would see.</summary>
public sealed class VirtualOledTests
{
    private readonly VirtualOled _panel = new();

    [Fact]
    public void Panel_is_off_after_power_up_in_page_addressing_and_its_memory_is_chance()
    {
        Assert.False(_panel.IsVisible);
        Assert.Equal(0x7F, _panel.Contrast);
        Assert.Contains(Memory(), b => b != 0);
        Data([.. new byte[128], 0xAA]);

        Assert.Equal(0xAA, _panel.MemoryAt(0, 0));
    }

    [Theory]
    [InlineData(new byte[] { 0xAF }, false)]
    [InlineData(new byte[] { 0x8D, 0x14 }, false)]
    [InlineData(new byte[] { 0x8D, 0x14, 0xAF }, true)]
    [InlineData(new byte[] { 0x8D, 0x14, 0xAF, 0xAE }, false)]
    [InlineData(new byte[] { 0x8D, 0x14, 0xAF, 0x8D, 0x10 }, false)]
    public void Panel_shines_only_when_on_and_with_its_charge_pump(byte[] commands, bool shines)
    {
        Command(commands);
        Command(0xA5);

        Assert.Equal(shines, _panel.IsVisible);
        Assert.Equal(shines, _panel.IsLit(0, 0));
    }

    [Fact]
    public void Upright_panel_has_the_first_page_on_top_with_its_lowest_bit_uppermost()
    {
        Start();
        Data(0x01, 0x80);

        Assert.Equal([(0, 0), (1, 7)], LitPixels());
    }

    [Fact]
    public void Picture_is_turned_round_without_the_two_reversals()
    {
        Start();
        Command(0xA0, 0xC0);
        Data(0x01, 0x80);

        Assert.Equal([(127, 63), (126, 56)], LitPixels());
    }

    [Fact]
    public void Reversed_segments_count_for_later_data_only()
    {
        Start();
        Data(0x01);
        Command(0xA0);

        Assert.Equal([(0, 0)], LitPixels());
    }

    [Fact]
    public void Horizontal_addressing_fills_a_window_row_by_row_and_begins_anew()
    {
        Start();
        Command(0x21, 10, 12, 0x22, 2, 3);
        Data(1, 2, 3, 4, 5, 6, 7);

        Assert.Equal([7, 2, 3], [_panel.MemoryAt(2, 10), _panel.MemoryAt(2, 11), _panel.MemoryAt(2, 12)]);
        Assert.Equal([4, 5, 6], [_panel.MemoryAt(3, 10), _panel.MemoryAt(3, 11), _panel.MemoryAt(3, 12)]);
        Assert.Equal(7, Memory().Sum(b => b) - 20);
    }

    [Fact]
    public void Vertical_addressing_fills_a_window_column_by_column()
    {
        Start();
        Command(0x20, 0x01, 0x21, 10, 12, 0x22, 2, 3);
        Data(1, 2, 3, 4, 5, 6, 7);

        Assert.Equal([7, 3, 5], [_panel.MemoryAt(2, 10), _panel.MemoryAt(2, 11), _panel.MemoryAt(2, 12)]);
        Assert.Equal([2, 4, 6], [_panel.MemoryAt(3, 10), _panel.MemoryAt(3, 11), _panel.MemoryAt(3, 12)]);
    }

    [Fact]
    public void Page_addressing_stays_in_its_page()
    {
        Start();
        Command(0x20, 0x02, 0xB5, 0x0E, 0x17);
        Data(1, 2, 3);

        Assert.Equal([3, 1, 2], [_panel.MemoryAt(5, 0), _panel.MemoryAt(5, 126), _panel.MemoryAt(5, 127)]);
    }

    [Fact]
    public void Commands_arguments_may_come_in_later_transfers()
    {
        Start();
        Command(0x21);
        Command(64);
        Command(70, 0x81);
        Command(0xAE);
        Data(0x55);

        Assert.Equal(0xAE, _panel.Contrast);
        Assert.True(_panel.IsVisible);
        Assert.Equal(0x55, _panel.MemoryAt(0, 64));
    }

    [Theory]
    [InlineData(0x20, 1)]
    [InlineData(0x21, 2)]
    [InlineData(0x22, 2)]
    [InlineData(0x26, 6)]
    [InlineData(0x27, 6)]
    [InlineData(0x29, 5)]
    [InlineData(0x2A, 5)]
    [InlineData(0x2E, 0)]
    [InlineData(0x81, 1)]
    [InlineData(0x8D, 1)]
    [InlineData(0xA3, 2)]
    [InlineData(0xA8, 1)]
    [InlineData(0xD3, 1)]
    [InlineData(0xD5, 1)]
    [InlineData(0xD9, 1)]
    [InlineData(0xDA, 1)]
    [InlineData(0xDB, 1)]
    [InlineData(0xE3, 0)]
    public void Every_command_takes_its_arguments_and_no_more(byte command, int count)
    {
        Start();
        // A5 lets all shine where it is a command; as an argument it does nothing of the kind.
        Command([command, .. Enumerable.Repeat((byte)0xA5, count)]);
        Command(0xA6, 0x40);

        Assert.DoesNotContain(true, Enumerable.Range(0, 64).Select(y => _panel.IsLit(9, y)));
        Command(0xA5);
        Assert.Contains(true, Enumerable.Range(0, 64).Select(y => _panel.IsLit(9, y)));
    }

    [Fact]
    public void Control_byte_with_the_continuation_bit_is_for_one_byte()
    {
        Start();
        _panel.Write([0x80, 0x81, 0x80, 0x33, 0xC0, 0x5A, 0x40, 0x01, 0x02]);

        Assert.Equal(0x33, _panel.Contrast);
        Assert.Equal([0x5A, 0x01, 0x02], [_panel.MemoryAt(0, 0), _panel.MemoryAt(0, 1), _panel.MemoryAt(0, 2)]);
    }

    [Fact]
    public void Inverse_and_all_on_change_what_is_seen_and_not_the_memory()
    {
        Start();
        Data(0x01);
        Command(0xA7);

        Assert.True(_panel.IsInverse);
        Assert.False(_panel.IsLit(0, 0));
        Assert.True(_panel.IsLit(1, 0));

        Command(0xA5);

        Assert.True(_panel.IsLit(0, 0));
        Assert.Equal(0x01, _panel.MemoryAt(0, 0));
    }

    [Theory]
    [InlineData(new byte[] { 0x40 + 3 }, 61)]
    [InlineData(new byte[] { 0x40 + 63 }, 1)]
    [InlineData(new byte[] { 0xD3, 3 }, 61)]
    public void Start_line_and_offset_move_the_picture_up(byte[] commands, int y)
    {
        Start();
        Data(0x01);
        Command(commands);

        Assert.Equal([(0, y)], LitPixels());
    }

    [Fact]
    public void Lines_beyond_those_that_are_driven_stay_dark()
    {
        Start();
        Command(0xA7, 0xA8, 31);

        Assert.True(_panel.IsLit(5, 31));
        Assert.False(_panel.IsLit(5, 32));
    }

    [Fact]
    public void Panel_that_is_unplugged_acknowledges_nothing_and_comes_back_as_after_power_up()
    {
        Start();
        Data(0xFF);
        _panel.IsPresent = false;

        Assert.False(_panel.Write([0x00, 0xAF]));
        Assert.False(_panel.IsVisible);

        _panel.IsPresent = true;

        Assert.Equal(Memory(new VirtualOled()), Memory());
        Assert.True(_panel.Write([0x00, 0x8D, 0x14]));
        Assert.False(_panel.IsVisible);
    }

    [Fact]
    public void Panel_counts_transfers_bytes_and_what_it_does_not_know()
    {
        _panel.Write([0x00, 0xAE]);
        _panel.Write([0x40, 1, 2, 3]);
        _panel.Write([0x01, 0xFE]);

        Assert.Equal((3, 8, 2), (_panel.Transfers, _panel.BytesWritten, _panel.BadBytes));
    }

    [Fact]
    public void Panel_is_made_to_fail_by_no_sequence_of_bytes()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            for (int i = 0; i < 50; i++)
            {
                byte[] transfer = new byte[random.Next(40)];
                random.NextBytes(transfer);
                _panel.Write(transfer);
                _panel.IsLit(random.Next(128), random.Next(64));
            }
        }

        Assert.Equal(15000, _panel.Transfers);
    }

    [Fact]
    public void Usual_start_brings_the_picture_back_after_any_bytes()
    {
        var random = new Random(7);
        byte[] noise = new byte[200];
        random.NextBytes(noise);
        noise[0] = 0x00;
        _panel.Write(noise);
        // What a cut command still waits for.
        Command(0xE3, 0xE3, 0xE3, 0xE3, 0xE3, 0xE3);
        Start();
        Data(0x01);

        Assert.Equal([(0, 0)], LitPixels());
    }

    private void Command(params byte[] bytes) => Assert.True(_panel.Write([0x00, .. bytes]));

    private void Data(params byte[] bytes) => Assert.True(_panel.Write([0x40, .. bytes]));

    // Upright, horizontal addressing, cleared.
    private void Start()
    {
        Command(0xA8, 63, 0xD3, 0, 0x40, 0x8D, 0x14, 0x20, 0x00, 0xA1, 0xC8, 0xA4, 0xA6, 0xAF, 0x21, 0, 127, 0x22, 0, 7);
        Data(new byte[VirtualOled.MemoryLength]);
    }

    private byte[] Memory() => Memory(_panel);

    private static byte[] Memory(VirtualOled panel) =>
        [.. Enumerable.Range(0, VirtualOled.MemoryLength).Select(i => panel.MemoryAt(i / 128, i % 128))];

    // On the left half from left to right, on the right half from right to left.
    private List<(int X, int Y)> LitPixels() =>
    [
        .. from y in Enumerable.Range(0, 64)
           from x in Enumerable.Range(0, 128)
           where _panel.IsLit(x, y)
           orderby x < 64 ? x : -x
           select (x, y),
    ];
}
