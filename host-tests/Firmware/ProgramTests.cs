using ValenceNano.Firmware;
using ValenceNano.Network;
using ValenceNano.Simulation;
using DeviceProgram = ValenceNano.Firmware.Program;

namespace ValenceNano.HostTests.Firmware;

public sealed class ProgramTests
{
    private readonly VirtualDevice _device = new(new VirtualClock());

    [Fact]
    public void Radio_that_is_off_gets_nothing_of_a_network()
    {
        MainLoop loop = Started(RadioMode.Off);

        Assert.NotNull(loop.Radio);
        Assert.Null(loop.Listener);
        Assert.Null(loop.Connector);
        Assert.Null(loop.Questions);
    }

    [Fact]
    public void Station_gets_page_and_broker()
    {
        MainLoop loop = Started(RadioMode.Station);

        Assert.NotNull(loop.Listener);
        Assert.NotNull(loop.ButtonLock);
        Assert.NotNull(loop.Facts);
        Assert.NotNull(loop.Connector);
        Assert.Null(loop.Questions);
        Assert.Null(loop.Joiners);
    }

    [Fact]
    public void Access_point_gets_the_page_and_what_brings_a_phone_to_it()
    {
        MainLoop loop = Started(RadioMode.AccessPoint);

        Assert.NotNull(loop.Listener);
        Assert.NotNull(loop.ButtonLock);
        Assert.NotNull(loop.Facts);
        Assert.NotNull(loop.Questions);
        Assert.NotNull(loop.Joiners);
        Assert.Null(loop.Connector);
    }

    private MainLoop Started(RadioMode mode)
    {
        _device.MakeCurrent();
        var radio = new WifiRadio();
        radio.SaveStation("Harbour"u8.ToArray(), 7, [], 0);
        radio.SaveMode(mode);
        _device.Wifi.Restart();
        var loop = new MainLoop(new DeviceClock());
        DeviceProgram.ConnectNetwork(loop);
        return loop;
    }
}
