using System.Threading;
using ValenceNano.Simulation;

namespace System.IO.Ports;

/// <summary>A serial port as the ESP32's driver has it, with its traps.</summary>
internal sealed class SerialPort : IDisposable
{
    private const int BusBaudRate = 115200;
    private const int StepUs = 100;
    private const int ForEverUs = 60_000_000;

    private readonly VirtualProcessor _processor;
    private readonly VirtualClock _clock;
    private readonly VirtualUart _uart;
    private readonly bool _hasBusFormat;
    private SerialMode _mode;
    private bool _drivesRts;
    private int _bufferSize = 256;

    public SerialPort(
        string portName,
        int baudRate = 9600,
        Parity parity = Parity.None,
        int dataBits = 8,
        StopBits stopBits = StopBits.One)
    {
        VirtualDevice device = VirtualDevice.Current;
        _processor = device.Processor;
        _clock = device.Clock;
        _uart = device.FindUart(portName);
        _uart?.Claim(this);
        _hasBusFormat = baudRate == BusBaudRate && parity == Parity.None && dataBits == 8 && stopBits == StopBits.One;
    }

    public bool IsOpen => _uart != null && _uart.IsOpen;

    public int BytesToRead
    {
        get
        {
            using LibraryCall call = _processor.Enter(LibraryCost.SerialLook);
            return Available;
        }
    }

    public SerialMode Mode
    {
        get => _mode;
        set
        {
            _mode = value;
            _drivesRts = IsOpen && value == SerialMode.RS485;
        }
    }

    public int ReadBufferSize
    {
        get => _bufferSize;
        set
        {
            if (IsOpen)
            {
                throw new InvalidOperationException("the buffer's size cannot be changed while the port is open");
            }

            _bufferSize = value;
        }
    }

    private int Available => IsOpen && _hasBusFormat ? _uart.BytesToRead : 0;

    public int ReadTimeout { get; set; } = Timeout.Infinite;

    public void Open()
    {
        using LibraryCall call = _processor.Enter(LibraryCost.None);
        if (IsOpen)
        {
            throw new InvalidOperationException("the port is open already");
        }

        if (_uart == null)
        {
            throw new ArgumentException("the firmware cannot have this port");
        }

        _uart.Open(_bufferSize);
        // The hardware's half of the mode is lost here.
        _drivesRts = false;
    }

    public void Close() => _uart?.Close();

    public void Dispose() => _uart?.Release();

    // What came stays in the driver's buffer if it is too little.
    public int Read(byte[] buffer, int offset, int count)
    {
        RequireOpen();
        using LibraryCall call = _processor.Enter(LibraryCost.SerialTransfer);
        bool hasTimeout = ReadTimeout != Timeout.Infinite;
        long endUs = _clock.NowUs + (hasTimeout ? ReadTimeout * 1000L : ForEverUs);
        while (Available < count)
        {
            if (_clock.NowUs >= endUs)
            {
                throw hasTimeout
                    ? new TimeoutException("fewer bytes came than were asked for")
                    : new InvalidOperationException("the device would wait here for ever");
            }

            _clock.NowUs = Math.Min(endUs, _clock.NowUs + StepUs);
        }

        _uart.Read(buffer, offset, count);
        return count;
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        RequireOpen();
        using LibraryCall call = _processor.Enter(LibraryCost.SerialTransfer);
        if (_hasBusFormat)
        {
            _uart.Send(buffer, offset, count, _drivesRts);
        }
    }

    private void RequireOpen()
    {
        if (!IsOpen)
        {
            throw new InvalidOperationException("the port is not open");
        }
    }
}
