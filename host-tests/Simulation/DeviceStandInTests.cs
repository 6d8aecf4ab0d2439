extern alias device;

using device::nanoFramework.Hardware.Esp32;
using device::nanoFramework.Runtime.Native;
using device::System.Device.Gpio;
using device::System.Device.I2c;
using ValenceNano.Bench;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

/// <summary>I2C, pins and restart of the virtual device.</summary>
public sealed class DeviceStandInTests
{
    private readonly DeviceBench _bench = new();

    [Theory]
    [InlineData(1064, 24)]
    [InlineData(129, 2.9)]
    public void Transfer_stops_the_world(int bytes, double ms)
    {
        I2cDevice panel = OpenPanel();

        I2cTransferResult result = panel.Write(new SpanByte(new byte[bytes]));

        Assert.Equal(I2cTransferStatus.FullTransfer, result.Status);
        Assert.Equal((uint)bytes, result.BytesTransferred);
        Assert.InRange(_bench.Clock.NowUs, 1000 * (ms - 0.1), 1000 * (ms + 0.1));
    }

    [Fact]
    public void Only_the_spans_part_is_sent()
    {
        OpenPanel().Write(new SpanByte([9, 9, 0x40, 0x5A, 9], 2, 2));

        Assert.Equal(2, _bench.Panel.BytesWritten);
        Assert.Equal(0x5A, _bench.Panel.MemoryAt(0, 0));
    }

    [Theory]
    [InlineData(1, 0x3D, true)]
    [InlineData(2, 0x3C, true)]
    [InlineData(1, 0x3C, false)]
    public void Nobody_at_the_address_is_a_status_and_no_exception(int bus, int address, bool isPresent)
    {
        _bench.Panel.IsPresent = isPresent;
        I2cDevice panel = I2cDevice.Create(new I2cConnectionSettings(bus, address));

        I2cTransferResult result = panel.Write(new byte[] { 0x00, 0xAF });

        Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, result.Status);
        Assert.Equal(0u, result.BytesTransferred);
        Assert.InRange(_bench.Clock.NowUs, 1, 100);
    }

    [Fact]
    public void Bus_with_no_panel_acknowledges_nothing()
    {
        _bench.Device.I2c.Panel = null;

        Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, OpenPanel().Write(new byte[] { 0x00 }).Status);
    }

    [Fact]
    public void Panel_is_reached_on_the_pins_that_it_is_wired_to()
    {
        _bench.Device.I2c.DataPin = 21;
        _bench.Device.I2c.ClockPin = 22;
        I2cDevice panel = OpenPanel();
        Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, panel.Write(new byte[] { 0x00 }).Status);

        Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);
        Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, panel.Write(new byte[] { 0x00 }).Status);

        Configuration.SetPinFunction(22, DeviceFunction.I2C1_CLOCK);
        Assert.Equal(I2cTransferStatus.FullTransfer, panel.Write(new byte[] { 0x00 }).Status);
    }

    [Fact]
    public void Transfer_allocates_nothing()
    {
        I2cDevice panel = OpenPanel();
        byte[] page = new byte[129];
        page[0] = 0x40;
        panel.Write(new SpanByte(page));

        Assert.Equal(0, Allocation.By(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                panel.Write(new SpanByte(page, 0, 129));
            }
        }));
    }

    [Fact]
    public void Input_is_as_it_is_driven_or_else_as_it_is_pulled()
    {
        var gpio = new GpioController();
        GpioPin pulled = gpio.OpenPin(0, PinMode.InputPullUp);
        GpioPin floating = gpio.OpenPin(5, PinMode.Input);

        Assert.True(pulled.Read() == PinValue.High);
        Assert.True(floating.Read() == PinValue.Low);
        _bench.Device.Pins.Drive(0, false);
        Assert.False((bool)pulled.Read());
        _bench.Device.Pins.Drive(0, null);
        Assert.True((bool)pulled.Read());
    }

    [Fact]
    public void Edge_of_an_input_is_told_and_a_level_that_stays_is_not()
    {
        GpioPin pin = new GpioController().OpenPin(0, PinMode.InputPullUp);
        List<(PinEventTypes, int)> edges = [];
        pin.ValueChanged += (_, e) => edges.Add((e.ChangeType, e.PinNumber));
        _bench.Device.Pins.Drive(0, true);
        _bench.Device.Pins.Drive(0, false);
        _bench.Device.Pins.Drive(0, false);
        _bench.Device.Pins.Drive(0, null);

        Assert.Equal([(PinEventTypes.Falling, 0), (PinEventTypes.Rising, 0)], edges);
    }

    [Theory]
    [InlineData(0, 13_400, 13_500)]
    [InlineData(1, 13_400, 20_000)]
    [InlineData(9, 10_000, 20_000)]
    [InlineData(10, 13_400, 20_000)]
    [InlineData(11, 13_400, 30_000)]
    [InlineData(24, 19_999, 40_000)]
    public void Wait_ends_with_a_tick_of_10_ms(int ms, long fromUs, long toUs)
    {
        _bench.Clock.NowUs = fromUs;
        DeviceThread.Sleep(ms);

        Assert.Equal((toUs, (ulong)toUs), (_bench.Clock.NowUs, HighResTimer.GetCurrent()));
    }

    [Fact]
    public void Instruction_takes_its_time_and_a_library_call_that_of_its_own()
    {
        long executed = 1000;
        _bench.Device.Processor.Meter = () => executed;
        _bench.Device.Processor.InstructionUs = 4;
        _bench.Device.Processor.Start();
        GpioPin pin = new GpioController().OpenPin(0, PinMode.InputPullUp);
        executed += 50;
        bool isHigh = pin.Read() == PinValue.High;

        Assert.True(isHigh);
        Assert.Equal((50 + 22, 96L), (_bench.Device.Processor.Instructions, _bench.Device.Processor.LibraryBytes));
        Assert.Equal((50 + 22) * 4, _bench.Clock.NowUs);
    }

    [Fact]
    public void Instructions_of_the_world_meanwhile_are_none_of_the_programs()
    {
        long executed = 0;
        _bench.Device.Processor.Meter = () => executed;
        GpioPin pin = new GpioController().OpenPin(0, PinMode.InputPullUp);
        using (_bench.Device.Processor.Enter(LibraryCost.None))
        {
            executed += 1000;
            pin.Read();
        }

        executed += 7;
        pin.Read();

        Assert.Equal(3 + 7 + 3, _bench.Device.Processor.Instructions);
    }

    [Fact]
    public void Output_begins_low_and_drives_its_pin()
    {
        GpioPin pin = new GpioController().OpenPin(25, PinMode.Output);

        Assert.True(_bench.Device.Pins.IsOutput(25));
        Assert.False(_bench.Device.Pins.IsHigh(25));
        pin.Write(PinValue.High);
        Assert.True(_bench.Device.Pins.IsHigh(25));
        pin.Write(false);
        Assert.False(_bench.Device.Pins.IsHigh(25));
    }

    [Fact]
    public void Pin_can_be_opened_once()
    {
        var gpio = new GpioController();
        GpioPin pin = gpio.OpenPin(25, PinMode.Output);

        Assert.Throws<InvalidOperationException>(() => gpio.OpenPin(25, PinMode.Input));
        pin.Dispose();
        gpio.OpenPin(25, PinMode.Input);
    }

    [Fact]
    public void Restart_leaves_the_firmware_and_frees_what_it_had()
    {
        new GpioController().OpenPin(25, PinMode.Output).Write(PinValue.High);
        Configuration.SetPinFunction(17, DeviceFunction.COM2_TX);

        Assert.Throws<RebootException>(() => Power.RebootDevice());
        Assert.Equal(1, _bench.Device.Reboots);
        Assert.False(_bench.Device.Pins.IsHigh(25));
        Assert.Equal(-1, _bench.Device.Pins.PinOf("COM2_TX"));
    }

    [Fact]
    public void Pin_of_a_function_is_told_by_the_librarys_name()
    {
        Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);

        Assert.Equal(21, _bench.Device.Pins.PinOf("I2C1_DATA"));
        Assert.Equal(-1, _bench.Device.Pins.PinOf("I2C1_CLOCK"));
    }

    [Fact]
    public void Another_thread_has_no_device_until_it_is_given_one()
    {
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(() => new GpioController()));
        thread.Start();
        thread.Join();

        Assert.IsType<InvalidOperationException>(thrown);
    }

    private static I2cDevice OpenPanel() => I2cDevice.Create(new I2cConnectionSettings(1, 0x3C));
}
