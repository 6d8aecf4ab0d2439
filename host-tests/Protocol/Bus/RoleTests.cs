using ValenceNano.Model;
using ValenceNano.HostTests.Protocol.Messages;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Protocol.Bus;

/// <summary>Who is the master of the bus: the product listens first, and takes over only from a master that is gone.</summary>
public sealed class RoleTests
{
    private readonly ScriptedBus _bus = new(BusRole.Starting);

    [Fact]
    public void Product_is_the_master_after_4_s_on_a_silent_bus_and_not_before()
    {
        _bus.RunUntil(5000);

        Assert.Equal(["4000 reset", "4001 reset", "4002 round"], _bus.Sent.Take(3));
        Assert.Equal(BusRole.Master, _bus.Monitor.Role);
    }

    [Fact]
    public void Listening_begins_with_the_first_call_whatever_the_clock_says()
    {
        _bus.Jump(1_000_000);

        _bus.RunUntil(1_005_000);

        Assert.Equal("1004000 reset", _bus.Sent.First());
    }

    [Theory]
    [InlineData("noise", "FFA70213F9")]
    [InlineData("a battery that nobody asked", Frames.Data2)]
    public void Bytes_that_no_master_sends_do_not_keep_it_from_becoming_one(string what, string hex)
    {
        for (int ms = 0; ms < 4000; ms += 100)
        {
            _bus.At(ms, hex);
        }

        _bus.RunUntil(5000);

        Assert.True(_bus.Monitor.Role == BusRole.Master, what);
    }

    [Theory]
    [InlineData(Frames.Reset)]
    [InlineData(Frames.Round)]
    [InlineData(Frames.SlotPoll0)]
    [InlineData(Frames.AssignA)]
    [InlineData(Frames.Read2)]
    [InlineData(Frames.Write2)]
    public void Single_message_of_another_master_keeps_it_a_listener_for_60_s_more(string frame)
    {
        _bus.At(3900, frame);

        _bus.RunUntil(63_900);
        Assert.Equal(BusRole.Listener, _bus.Monitor.Role);
        Assert.Empty(_bus.Sent);
        _bus.RunUntil(70_000);

        Assert.Equal(BusRole.Master, _bus.Monitor.Role);
        Assert.Equal("63900 reset", _bus.Sent.First());
    }

    [Fact]
    public void Message_that_was_cut_off_does_not_hide_another_master()
    {
        _bus.At(1000, Frames.Data2[..12]);
        _bus.At(2000, Frames.Read2);

        _bus.RunUntil(2100);

        Assert.Equal(BusRole.Listener, _bus.Monitor.Role);
    }

    [Fact]
    public void Product_sends_nothing_as_long_as_the_other_master_talks()
    {
        for (int ms = 0; ms < 600_000; ms += 3000)
        {
            _bus.At(ms, Frames.Read2);
        }

        _bus.RunUntil(600_000);

        Assert.Empty(_bus.Sent);
        Assert.Equal(BusRole.Listener, _bus.Monitor.Role);
    }

    [Fact]
    public void Noise_does_not_keep_it_from_taking_over()
    {
        _bus.At(1000, Frames.Read2);
        for (int ms = 2000; ms < 70_000; ms += 500)
        {
            _bus.At(ms, "FF");
        }

        _bus.RunUntil(62_000);

        Assert.Equal(BusRole.Master, _bus.Monitor.Role);
    }

    [Fact]
    public void Batteries_that_the_other_master_knew_by_serial_are_kept_and_the_rest_forgotten()
    {
        string sleeping = Hex.Text(new Reply { BusId = 2, CurrentMa = 132 }.Bytes());
        _bus.At(1000, Frames.AssignA);
        _bus.At(2000, Frames.Read2);
        _bus.At(2007, sleeping);
        _bus.At(2100, Frames.Read3);
        _bus.At(2107, Hex.Text(new Reply { BusId = 3 }.Bytes()));
        _bus.RunUntil(3000);
        Assert.Equal(2, _bus.Monitor.Batteries.Count);

        _bus.RunUntil(66_000);

        Assert.Equal(1, _bus.Monitor.Batteries.Count);
        Assert.Equal(Frames.SerialABytes, _bus.Monitor.Batteries[0].Serial);
        Assert.Equal(BatteryState.Asleep, _bus.Monitor.Batteries[0].State);
    }

    [Fact]
    public void Battery_that_the_other_master_left_without_a_bus_id_is_given_one_before_it_is_asked()
    {
        _bus.At(1000, Frames.AssignA);
        _bus.At(2000, Frames.Read2);
        _bus.At(2007, Hex.Text(new Reply().Bytes()));
        _bus.At(3000, Frames.Reset);
        _bus.RunUntil(3500);
        Assert.Equal(0, _bus.Monitor.Batteries[0].BusId);

        _bus.RunUntil(70_000);

        Assert.NotEmpty(_bus.TimesOf("read 2"));
        Assert.Equal(2, _bus.Monitor.Batteries[0].BusId);
    }

    [Fact]
    public void Master_by_order_speaks_at_once() =>
        Assert.Equal("0 reset", new ScriptedBus(BusRole.Master).RunUntil(10).Sent.First());
}
