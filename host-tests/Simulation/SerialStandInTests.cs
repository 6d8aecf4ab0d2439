extern alias device;

using device::nanoFramework.Hardware.Esp32;
using device::System.IO.Ports;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Simulation;

/// <summary>The serial port's stand-in has the traps of the ESP32's driver.</summary>
public sealed class SerialStandInTests
{
    private readonly DeviceBench _bench = new();
    private readonly byte[] _buffer = new byte[600];

    [Fact]
    public void Bytes_show_up_in_one_piece_when_the_line_has_fallen_silent()
    {
        SerialPort port = OpenPort();
        long endUs = _bench.PeerSends(DeviceBench.Bytes(59));
        _bench.Clock.NowUs = endUs + 860;

        Assert.Equal(0, port.BytesToRead);

        _bench.Clock.NowUs = endUs + 875;

        Assert.Equal(59, port.BytesToRead);
        Assert.Equal(59, port.Read(_buffer, 2, 59));
        Assert.Equal(DeviceBench.Bytes(59), _buffer[2..61]);
        Assert.Equal(0, port.BytesToRead);
    }

    [Fact]
    public void Bytes_on_a_line_without_silence_show_up_120_at_a_time()
    {
        SerialPort port = OpenPort();
        _bench.PeerSends(DeviceBench.Bytes(200));
        _bench.Clock.NowUs = (long)(119.5 * DeviceBench.ByteUs);

        Assert.Equal(0, port.BytesToRead);

        _bench.Clock.NowUs = (long)(199 * DeviceBench.ByteUs);

        Assert.Equal(120, port.BytesToRead);
    }

    [Fact]
    public void Pieces_that_are_looked_at_late_are_those_that_the_hardware_made()
    {
        SerialPort port = OpenPort();
        _bench.PeerSends(DeviceBench.Bytes(5));
        _bench.Clock.NowUs = 20000;
        long endUs = _bench.PeerSends(DeviceBench.Bytes(3));
        _bench.Clock.NowUs = endUs + 100;

        Assert.Equal(5, port.BytesToRead);
    }

    [Fact]
    public void Port_that_is_asked_for_more_than_is_there_waits_and_throws_and_keeps_what_came()
    {
        SerialPort port = OpenPort();
        port.ReadTimeout = 50;
        _bench.PeerSends(1, 2, 3);

        Assert.Throws<TimeoutException>(() => port.Read(_buffer, 0, 4));
        Assert.Equal(50000, _bench.Clock.NowUs);
        Assert.Equal(3, port.BytesToRead);
    }

    [Fact]
    public void Bytes_that_come_in_time_end_the_waiting()
    {
        SerialPort port = OpenPort();
        port.ReadTimeout = 50;
        _bench.PeerSends(1, 2, 3);

        Assert.Equal(3, port.Read(_buffer, 0, 3));
        Assert.InRange(_bench.Clock.NowUs, 1128, 1300);
    }

    [Fact]
    public void Read_without_a_timeout_would_wait_for_ever()
    {
        SerialPort port = OpenPort();

        Assert.Throws<InvalidOperationException>(() => port.Read(_buffer, 0, 1));
    }

    [Fact]
    public void Bytes_that_do_not_fit_into_the_buffer_are_dropped_without_a_word()
    {
        SerialPort port = OpenPort(bufferSize: 100);
        long endUs = _bench.PeerSends(DeviceBench.Bytes(130));
        _bench.Clock.NowUs = endUs + 1000;

        Assert.Equal(100, port.BytesToRead);
        port.Read(_buffer, 0, 100);
        Assert.Equal(DeviceBench.Bytes(100), _buffer[..100]);
        Assert.Equal(30, _bench.Device.Com2.BytesDropped);
    }

    [Fact]
    public void Buffer_has_256_bytes_and_keeps_its_size_while_open()
    {
        SerialPort port = OpenPort();

        Assert.Equal(256, port.ReadBufferSize);
        Assert.Throws<InvalidOperationException>(() => port.ReadBufferSize = 512);
    }

    [Theory]
    [InlineData(true, true, true, true)]
    [InlineData(true, false, true, false)]
    [InlineData(false, true, true, true)]
    [InlineData(false, false, true, false)]
    [InlineData(true, true, false, false)]
    public void Port_sends_only_if_the_mode_was_set_behind_Open_and_RTS_has_a_pin(bool before, bool behind, bool hasRts, bool sends)
    {
        MapPins(hasRts);
        var port = new SerialPort("COM2", 115200);
        if (before)
        {
            port.Mode = SerialMode.RS485;
        }

        port.Open();
        if (behind)
        {
            port.Mode = SerialMode.RS485;
        }

        port.Write([7, 8, 9], 1, 2);
        _bench.Clock.NowUs = 1000;

        Assert.Equal(sends ? [8, 9] : [], _bench.PeerHeard());
    }

    [Fact]
    public void Write_returns_before_the_bytes_are_out()
    {
        SerialPort port = OpenPort();
        port.Write(DeviceBench.Bytes(8), 0, 8);

        Assert.Equal(0, _bench.Clock.NowUs);
        _bench.Clock.NowUs = 600;
        Assert.Equal(6, _bench.PeerHeard().Length);
    }

    [Fact]
    public void Port_hears_nothing_while_it_sends()
    {
        SerialPort port = OpenPort();
        port.Write(DeviceBench.Bytes(8), 0, 8);
        _bench.PeerSends(DeviceBench.Bytes(10));
        _bench.Clock.NowUs = 5000;

        Assert.Equal(2, port.BytesToRead);
    }

    [Fact]
    public void Bytes_in_the_FIFO_when_the_last_one_is_out_are_lost()
    {
        SerialPort port = OpenPort();
        long endUs = _bench.PeerSends(1, 2, 3);
        _bench.Clock.NowUs = endUs + 400;
        port.Write([9], 0, 1);
        _bench.Clock.NowUs = 5000;

        Assert.Equal(0, port.BytesToRead);
    }

    [Fact]
    public void Bytes_that_the_silence_has_released_are_not_lost()
    {
        SerialPort port = OpenPort();
        long endUs = _bench.PeerSends(1, 2, 3);
        _bench.Clock.NowUs = endUs + 400;
        port.Write(DeviceBench.Bytes(8), 0, 8);
        _bench.Clock.NowUs = 5000;

        Assert.Equal(3, port.BytesToRead);
    }

    [Fact]
    public void Bytes_at_another_speed_pass_neither_way()
    {
        MapPins(hasRts: true);
        var port = new SerialPort("COM2", 9600);
        port.Open();
        port.Mode = SerialMode.RS485;
        port.Write([1], 0, 1);
        _bench.PeerSends(1, 2, 3);
        _bench.Clock.NowUs = 5000;

        Assert.Equal(0, port.BytesToRead);
        Assert.Empty(_bench.PeerHeard());
    }

    [Fact]
    public void Second_object_for_a_port_is_refused_until_the_first_is_disposed()
    {
        var first = new SerialPort("COM2", 115200);

        Assert.Throws<ArgumentException>(() => new SerialPort("COM2", 115200));

        first.Dispose();
        Assert.False(new SerialPort("COM2", 115200).IsOpen);
    }

    [Fact]
    public void Port_opens_once_with_pins_and_only_if_it_is_not_the_debuggers()
    {
        var port = new SerialPort("COM2", 115200);

        Assert.Throws<InvalidOperationException>(port.Open);
        MapPins(hasRts: false);
        port.Open();
        Assert.Throws<InvalidOperationException>(port.Open);
        Assert.Throws<ArgumentException>(new SerialPort("COM1", 115200).Open);
    }

    [Fact]
    public void Port_can_be_kept_from_opening()
    {
        MapPins(hasRts: true);
        var port = new SerialPort("COM2", 115200);
        _bench.Device.Com2.OpenFault = new IOException();

        Assert.Throws<IOException>(port.Open);

        _bench.Device.Com2.OpenFault = null;
        port.Open();
        Assert.True(port.IsOpen);
    }

    [Fact]
    public void Another_port_as_the_line_works_too_with_the_time_of_looking()
    {
        var line = new QueuePort();
        _bench.Device.Com3.ConnectPins(line);
        Configuration.SetPinFunction(1, DeviceFunction.COM3_TX);
        Configuration.SetPinFunction(2, DeviceFunction.COM3_RX);
        var port = new SerialPort("COM3", 115200);
        port.Open();
        line.ToRead.AddRange([1, 2, 3]);

        Assert.Equal(0, port.BytesToRead);
        _bench.Clock.NowUs = 900;
        Assert.Equal(3, port.BytesToRead);
        port.Write([5, 6], 0, 2);
        Assert.Equal([5, 6], line.Written);
    }

    [Fact]
    public void Bytes_from_before_Open_are_gone()
    {
        MapPins(hasRts: true);
        var port = new SerialPort("COM2", 115200);
        _bench.PeerSends(1, 2, 3);
        _bench.Clock.NowUs = 5000;
        port.Open();

        Assert.Equal(0, port.BytesToRead);
    }

    private static SerialPort OpenPort(int bufferSize = 256)
    {
        MapPins(hasRts: true);
        var port = new SerialPort("COM2", 115200) { ReadBufferSize = bufferSize };
        port.Open();
        port.Mode = SerialMode.RS485;
        return port;
    }

    private static void MapPins(bool hasRts)
    {
        Configuration.SetPinFunction(17, DeviceFunction.COM2_TX);
        Configuration.SetPinFunction(16, DeviceFunction.COM2_RX);
        if (hasRts)
        {
            Configuration.SetPinFunction(4, DeviceFunction.COM2_RTS);
        }
    }
}
