extern alias device;

using device::System.Device.Gpio;
using ValenceNano.Firmware;
using ValenceNano.HostTests.Simulation;

namespace ValenceNano.HostTests.Firmware;

/// <summary>The button's pin is looked at when there is something to see.</summary>
public sealed class ButtonPinTests
{
    private const int Pin = 0;
    private const int LookBytes = 48;

    private readonly DeviceBench _bench = new();
    private readonly ButtonPin _button;

    public ButtonPinTests()
    {
        _button = new ButtonPin(new GpioController().OpenPin(Pin, PinMode.InputPullUp));
    }

    [Fact]
    public void Contact_is_seen_closed_and_open_at_the_next_look_behind_its_edge()
    {
        Assert.False(_button.IsDown(0));
        _bench.Device.Pins.Drive(Pin, false);
        Assert.True(_button.IsDown(10));
        Assert.True(_button.IsDown(20));
        _bench.Device.Pins.Drive(Pin, null);
        Assert.False(_button.IsDown(30));
    }

    [Fact]
    public void Contact_that_bounces_is_seen_as_it_comes_to_rest()
    {
        _button.IsDown(0);
        for (int i = 0; i < 5; i++)
        {
            _bench.Device.Pins.Drive(Pin, i % 2 == 0 ? false : null);
        }

        Assert.True(_button.IsDown(10));
    }

    [Fact]
    public void Contact_without_an_edge_is_looked_at_once_a_second()
    {
        for (int ms = 0; ms < 10_000; ms += 10)
        {
            _button.IsDown(ms);
        }

        Assert.Equal(10 * LookBytes, _bench.Device.Processor.LibraryBytes);
    }

    [Fact]
    public void Edge_that_was_lost_is_made_up_for_within_a_second()
    {
        Assert.False(_button.IsDown(0));
        // Nobody is told of it.
        _bench.Device.Pins.Tell(Pin, null);
        _bench.Device.Pins.Drive(Pin, false);

        Assert.False(_button.IsDown(999));
        Assert.True(_button.IsDown(1000));
    }
}
