using ValenceNano.Firmware;
using ValenceNano.Model;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Firmware;

/// <summary>What is thrown in the firmware stands on the panel for 10 s, and then the device restarts.</summary>
public sealed class MainLoopFaultTests
{
    private readonly LoopBench _bench = new(batteries: 2);

    [Fact]
    public void UART_that_cannot_be_opened_is_told_on_the_panel_and_tried_again_every_10_s()
    {
        var fault = new InvalidOperationException("no such UART");
        var told = new List<long>();
        _bench.Rig.Device.Com2.OpenFault = fault;
        _bench.EachTurn = () =>
        {
            if (_bench.Rig.Display == null)
            {
                told.Add(_bench.Rig.NowMs);
                Assert.Equal(LoopBench.FaultPicture(fault), _bench.Seen);
            }
        };

        _bench
            .At(15, () => _bench.Rig.Device.Com2.OpenFault = null)
            .At(45, () => Assert.Equal(2, _bench.LiveCount))
            .RunUntil(46);

        Assert.Equal(2, _bench.Rig.Device.Reboots);
        Assert.InRange(told[0], 10_000, 10_100);
        Assert.InRange(told[1], 20_000, 20_200);
        Assert.Equal(2, told.Count);
    }

    [Fact]
    public void Exception_in_the_loop_stands_on_the_panel_for_10_s_and_then_the_device_restarts()
    {
        var fault = new TimeoutException("the UART has not answered, for whatever reason it may have had");
        _bench
            .At(30, () => _bench.ChecksPictures = false)
            .At(30, () => _bench.Rig.Device.Com2.ConnectBus(new ThrowingPort(fault)))
            .At(30.5, () =>
            {
                Assert.InRange(_bench.Rig.NowMs, 40_000, 40_200);
                Assert.Equal(LoopBench.FaultPicture(fault), _bench.Seen);
                Assert.Equal(0, _bench.Rig.Device.Reboots);
                _bench.Rig.Device.Com2.ConnectBus(_bench.Rig.Line);
                _bench.ChecksPictures = true;
            })
            .At(40.6, () => Assert.Equal(1, _bench.Rig.Device.Reboots))
            .At(60, () => Assert.Equal(2, _bench.LiveCount))
            .RunUntil(61);

        Assert.Equal(1, _bench.Rig.Device.Reboots);
    }

    [Fact]
    public void Exception_is_told_on_a_panel_that_was_dark()
    {
        var fault = new TimeoutException("the UART has not answered");
        _bench.Rig.Settings.Set(SettingId.BlankAfter, 1);
        _bench
            .At(120, () => Assert.All(_bench.Seen, column => Assert.Equal(0, column)))
            .At(120, () => _bench.ChecksPictures = false)
            .At(120, () => _bench.Rig.Device.Com2.ConnectBus(new ThrowingPort(fault)))
            .At(121, () => Assert.Equal(LoopBench.FaultPicture(fault), _bench.Seen))
            .RunUntil(125);
    }

    [Fact]
    public void Exception_restarts_the_device_all_the_same_with_no_panel_to_tell_it_on()
    {
        _bench.Rig.Panel.IsPresent = false;
        _bench.Rig.Device.Com2.OpenFault = new InvalidOperationException("no such UART");
        _bench
            .At(9, () => _bench.Rig.Device.Com2.OpenFault = null)
            .At(30, () => Assert.Equal(2, _bench.LiveCount))
            .RunUntil(31);

        Assert.Equal(1, _bench.Rig.Device.Reboots);
    }

    [Fact]
    public void Panel_whose_driver_throws_while_it_is_told_has_its_10_s_too()
    {
        _bench
            .At(30, () => _bench.ChecksPictures = false)
            .At(30, () => _bench.Rig.Device.I2c.TransferFault = new InvalidOperationException("no such bus"))
            .At(30.5, () =>
            {
                Assert.InRange(_bench.Rig.NowMs, 40_000, 41_500);
                Assert.Equal(0, _bench.Rig.Device.Reboots);
                _bench.Rig.Device.I2c.TransferFault = null;
            })
            .RunUntil(45);

        Assert.Equal(1, _bench.Rig.Device.Reboots);
    }

    [Fact]
    public void Panel_that_cannot_even_be_opened_makes_no_device_that_only_restarts()
    {
        _bench.ChecksPictures = false;
        _bench.Rig.Device.I2c.OpenFault = new InvalidOperationException("no such bus");
        _bench
            .At(15, () => Assert.InRange(_bench.Rig.NowMs, 20_000, 20_200))
            .At(25, () => _bench.Rig.Device.I2c.OpenFault = null)
            .At(60, () => Assert.Equal(2, _bench.LiveCount))
            .RunUntil(61);

        Assert.Equal(3, _bench.Rig.Device.Reboots);
    }

    [Fact]
    public void Loop_is_left_by_nothing_but_the_restart()
    {
        var device = new VirtualDevice(new VirtualClock());
        device.Com2.OpenFault = new InvalidOperationException("no such UART");
        device.MakeCurrent();

        Assert.Throws<RebootException>(() => new MainLoop(new StoppedClock()).Run());
    }

    [Fact]
    public void Bench_can_end_a_run_while_the_firmware_is_at_a_fault()
    {
        _bench.Rig.Device.Com2.OpenFault = new InvalidOperationException("no such UART");
        _bench.RunUntil(5);

        Assert.Equal(1, _bench.Rig.Device.Reboots);
    }

    [Fact]
    public void Exception_of_the_bench_is_no_fault_of_the_firmware()
    {
        Assert.Throws<TimeoutException>(() => _bench.Rig.Run(() => throw new TimeoutException()));
        Assert.Equal(0, _bench.Rig.Device.Reboots);
    }

    /// <summary>A clock that itself fails.</summary>
    private sealed class StoppedClock : IClock
    {
        public long NowMs => 0;

        public bool WaitUntil(long ms) => throw new InvalidOperationException("it stands still");
    }
}
