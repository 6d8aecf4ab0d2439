using ValenceNano.HostTests.Protocol;
using ValenceNano.HostTests.Protocol.Messages;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

public sealed class VirtualWireTests
{
    private readonly VirtualClock _clock = new();
    private readonly VirtualWire _wire;
    private readonly WirePort _first;
    private readonly WirePort _second;

    public VirtualWireTests()
    {
        _wire = new VirtualWire(_clock, seed: 1);
        _first = _wire.OpenPort();
        _second = _wire.OpenPort();
    }

    [Fact]
    public void Reply_of_59_bytes_takes_5_1_ms_and_comes_byte_by_byte()
    {
        Send(_first, Frames.Data2);

        Assert.Equal(0, HeardBy(_second, atUs: 85));
        Assert.Equal(1, HeardBy(_second, atUs: 87));
        Assert.Equal(29, HeardBy(_second, atUs: 2600));
        Assert.Equal(58, HeardBy(_second, atUs: 5119));
        Assert.Equal(59, HeardBy(_second, atUs: 5122));
        Assert.Equal(Frames.Data2, ReadAll(_second));
    }

    [Fact]
    public void Nobody_hears_himself()
    {
        Send(_first, Frames.Read2);
        _clock.NowUs = 10_000;

        Assert.Equal(0, _first.BytesToRead);
        Assert.Equal(8, _second.BytesToRead);
    }

    [Fact]
    public void Messages_of_one_sender_go_out_one_behind_the_other()
    {
        Send(_first, Frames.Round);
        Send(_first, Frames.SlotPoll0);
        _clock.NowUs = 12 * 87;

        Assert.Equal(Frames.Round + Frames.SlotPoll0, ReadAll(_second));
    }

    [Fact]
    public void Bits_in_which_two_that_speak_at_once_agree_come_through_and_the_others_by_chance()
    {
        WirePort third = _wire.OpenPort();
        var heard = new HashSet<string>();
        for (int i = 0; i < 50; i++)
        {
            Send(_first, "F0F0F0");
            Send(_second, "FFFFFF");
            _clock.NowUs += 10_000;
            string bytes = ReadAll(third);
            Assert.Equal(6, bytes.Length);
            Assert.All(Hex.Bytes(bytes), value => Assert.Equal(0xF0, value & 0xF0));
            heard.Add(bytes);
        }

        Assert.True(heard.Count > 40, $"{heard.Count} different collisions of 50");
    }

    [Fact]
    public void Messages_that_overlap_in_part_are_corrupt_in_part()
    {
        WirePort third = _wire.OpenPort();
        Send(_first, "000000000000");
        _clock.NowUs = 3 * 87;
        Send(_second, "FFFFFFFFFFFF");
        _clock.NowUs = 10_000;

        string heard = ReadAll(third);

        Assert.StartsWith("000000", heard, StringComparison.Ordinal);
        Assert.EndsWith("FFFF", heard, StringComparison.Ordinal);
        Assert.InRange(heard.Length / 2, 9, 10);
    }

    [Fact]
    public void Shorted_wire_and_a_port_without_cable_hear_nothing()
    {
        _wire.IsShorted = true;
        Send(_first, Frames.Read2);
        _clock.NowUs = 10_000;
        Assert.Equal(0, _second.BytesToRead);

        _wire.IsShorted = false;
        _second.IsConnected = false;
        Send(_first, Frames.Read2);
        Send(_second, Frames.Read2);
        _clock.NowUs = 20_000;
        Assert.Equal((0, 0), (_first.BytesToRead, _second.BytesToRead));

        _second.IsConnected = true;
        Send(_first, Frames.Read3);
        _clock.NowUs = 30_000;
        Assert.Equal(Frames.Read3, ReadAll(_second));
    }

    [Theory]
    [InlineData(1e-1)]
    [InlineData(1e-2)]
    [InlineData(1e-3)]
    public void Noise_turns_as_many_bits_as_it_is_told_to(double perBit)
    {
        _wire.NoisePerBit = perBit;
        int turned = 0;
        for (int i = 0; i < 5000; i++)
        {
            Send(_first, new string('0', 118));
            _clock.NowUs += 10_000;
            turned += Hex.Bytes(ReadAll(_second)).Sum(value => int.PopCount(value));
        }

        double expected = 5000 * 59 * 8 * perBit;
        Assert.InRange(turned, 0.9 * expected, 1.1 * expected);
    }

    private int HeardBy(WirePort port, long atUs)
    {
        _clock.NowUs = atUs;
        return port.BytesToRead;
    }

    private static void Send(WirePort port, string hex) => port.Write(Hex.Bytes(hex), 0, hex.Length / 2);

    private static string ReadAll(WirePort port)
    {
        byte[] buffer = new byte[256];
        return Hex.Text(buffer.AsSpan(0, port.Read(buffer, 0, buffer.Length)));
    }
}
