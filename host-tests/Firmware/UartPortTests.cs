using ValenceNano.Bench;
using ValenceNano.Firmware;
using ValenceNano.HostTests.Simulation;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Firmware;

/// <summary>The bus over the device's UART.</summary>
public sealed class UartPortTests
{
    private readonly DeviceBench _bench = new();
    private readonly byte[] _buffer = new byte[600];

    [Fact]
    public void Bytes_that_are_sent_get_out_onto_the_bus()
    {
        UartPort port = Open();
        port.Write([1, 2, 3, 4], 1, 2);
        _bench.Clock.NowUs = 1000;

        Assert.Equal([2, 3], _bench.PeerHeard());
    }

    [Fact]
    public void Reading_never_waits_and_takes_what_has_come()
    {
        UartPort port = Open();
        Assert.Equal(0, port.Read(_buffer, 0, 100));
        _bench.PeerSends(DeviceBench.Bytes(59));
        _bench.Clock.NowUs = 3000;
        Assert.Equal(0, port.Read(_buffer, 0, 100));
        _bench.Clock.NowUs = 7000;

        Assert.Equal(40, port.Read(_buffer, 3, 40));
        Assert.Equal(19, port.Read(_buffer, 43, 100));
        Assert.Equal(0, port.Read(_buffer, 0, 100));
        Assert.Equal(DeviceBench.Bytes(59), _buffer[3..62]);
        Assert.Equal(7000, _bench.Clock.NowUs);
    }

    [Fact]
    public void Exception_of_the_driver_is_thrown_on()
    {
        _bench.Device.Com2.OpenFault = new IOException();

        Assert.Throws<IOException>(() => new UartPort(2, 17, 16, 4));
    }

    [Fact]
    public void Bus_that_is_never_quiet_loses_nothing_while_the_screen_is_sent()
    {
        UartPort port = Open();
        _bench.PeerSends(DeviceBench.Bytes(500));
        _bench.Clock.NowUs = 45000;

        Assert.Equal(500, port.Read(_buffer, 0, 600));
        Assert.Equal(0, _bench.Device.Com2.BytesDropped);
    }

    [Theory]
    [InlineData(2, "COM2")]
    [InlineData(3, "COM3")]
    public void Its_pins_are_given_to_its_uart(int uart, string name)
    {
        _ = new UartPort(uart, 17, 16, 4);

        Assert.Equal(17, _bench.Device.Pins.PinOf(name + "_TX"));
        Assert.Equal(16, _bench.Device.Pins.PinOf(name + "_RX"));
        Assert.Equal(4, _bench.Device.Pins.PinOf(name + "_RTS"));
    }

    [Fact]
    public void Debuggers_uart_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new UartPort(1, 17, 16, 4));
    }

    [Fact]
    public void Bus_master_finds_batteries_through_it_and_nothing_is_allocated() =>
        Assert.Equal(0, Allocation.Least(() =>
        {
            var bench = new DeviceBench();
            var batteries = new VirtualBatteries(bench.Wire);
            for (int i = 1; i <= 6; i++)
            {
                var battery = new VirtualBattery("CBB11281031"u8.ToArray().Append((byte)('0' + i)).ToArray(), 500, seed: i);
                battery.Model.CurrentMa = 1000;
                batteries.Add(battery);
            }

            // Nobody reads what the peer hears.
            bench.Peer.IsConnected = false;
            var monitor = new BusMonitor(Open(), 3000, BusRole.Master);
            Run(monitor, bench.Clock, 60000);

            long allocated = Allocation.Once(() => Run(monitor, bench.Clock, 120000));

            Assert.Equal(6, monitor.Batteries.CountLive());
            Assert.Equal(0, monitor.Counters.Timeouts + monitor.Counters.CrcErrors);
            return allocated;
        }));

    [Fact]
    public void Trace_has_a_uart_of_its_own_and_a_line_end()
    {
        WirePort listener = _bench.Wire.OpenPort();
        _bench.Device.Com3.ConnectPins(_bench.Wire.OpenPort());
        var trace = new UartTrace(new VirtualWire(new VirtualClock(), seed: 1).OpenPort(), 3, 25, 34) { NowMs = 12 };
        trace.Write([0xFF, 0x43, 0x06, 0x06, 0x42, 0x46], 0, 6);
        _bench.Clock.NowUs = 5000;

        int count = listener.Read(_buffer, 0, 100);
        Assert.Equal("12 -> FF4306064246\r\n", System.Text.Encoding.ASCII.GetString(_buffer, 0, count));
    }

    private static void Run(BusMonitor monitor, VirtualClock clock, long untilMs)
    {
        while (clock.NowMs < untilMs)
        {
            long dueMs = monitor.Poll(clock.NowMs);
            clock.NowUs = Math.Min(untilMs, Math.Max(dueMs, clock.NowMs + 1)) * 1000;
        }
    }

    private static UartPort Open() => new(2, 17, 16, 4);
}
