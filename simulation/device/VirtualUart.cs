using System;
using nanoFramework.Hardware.Esp32;
using ValenceNano.Protocol;

namespace ValenceNano.Simulation;

/// <summary>One UART of a <see cref="VirtualDevice"/>, with or without an RS-485 transceiver behind it.</summary>
public sealed class VirtualUart
{
    // 10 bits at 115200 baud.
    private const long ByteNs = 10L * 1_000_000_000 / 115_200;

    private readonly VirtualDevice _device;
    private readonly int _number;
    private readonly UartReceiver _receiver = new();
    private readonly byte[] _piece = new byte[64];
    private IBusPort _line;
    private bool _hasTransceiver;
    private object _owner;
    private long _sendEndUs;
    private int _txPin = -1;
    private int _rtsPin = -1;

    internal VirtualUart(VirtualDevice device, int number)
    {
        _device = device;
        _number = number;
    }

    /// <summary>The firmware has opened it.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>What opening it ends with; null: it can be opened.</summary>
    public Exception OpenFault { get; set; }

    /// <summary>Bytes that found no room in the driver's buffer.</summary>
    public long BytesDropped => _receiver.Dropped;

    /// <summary>Connects the UART to the bus by a transceiver: what it sends gets out only while RTS drives DE.</summary>
    public void ConnectBus(IBusPort line) => Connect(line, hasTransceiver: true);

    /// <summary>Connects the UART's own pins.</summary>
    public void ConnectPins(IBusPort line) => Connect(line, hasTransceiver: false);

    internal int BytesToRead
    {
        get
        {
            Receive();
            return _receiver.Count;
        }
    }

    internal void Claim(object owner)
    {
        if (_owner != null)
        {
            throw new ArgumentException("this port has an object already");
        }

        _owner = owner;
    }

    internal void Release()
    {
        _owner = null;
        IsOpen = false;
    }

    internal void Open(int bufferSize)
    {
        if (OpenFault != null)
        {
            throw OpenFault;
        }

        _txPin = PinOf(DeviceFunction.COM2_TX, DeviceFunction.COM3_TX);
        _rtsPin = PinOf(DeviceFunction.COM2_RTS, DeviceFunction.COM3_RTS);
        if (_txPin < 0 || PinOf(DeviceFunction.COM2_RX, DeviceFunction.COM3_RX) < 0)
        {
            throw new InvalidOperationException("TX or RX has no pin");
        }

        Receive();
        _receiver.Reset(bufferSize);
        IsOpen = true;
    }

    internal void Close() => IsOpen = false;

    internal void Send(byte[] buffer, int offset, int count, bool drivesRts)
    {
        Receive();
        long nowUs = _device.Clock.NowUs;
        _sendEndUs = Math.Max(_sendEndUs, nowUs) + (count * ByteNs / 1000);
        bool driverIsOn = drivesRts && _rtsPin >= 0;
        if (driverIsOn)
        {
            _receiver.BeginSending(_sendEndUs);
        }

        if (_line != null && (driverIsOn || !_hasTransceiver))
        {
            _line.Write(buffer, offset, count);
        }
    }

    internal void Read(byte[] buffer, int offset, int count) => _receiver.Read(buffer, offset, count);

    private void Connect(IBusPort line, bool hasTransceiver)
    {
        _line = line;
        _hasTransceiver = hasTransceiver;
    }

    // From a port that does not know when a byte came it comes when it is looked for.
    private void Receive()
    {
        if (_line is ITimedPort timed)
        {
            while (timed.BytesToRead > 0)
            {
                long endUs = timed.NextHeardUs;
                timed.Read(_piece, 0, 1);
                Hear(1, endUs);
            }
        }
        else if (_line != null)
        {
            int count = _line.Read(_piece, 0, _piece.Length);
            while (count > 0)
            {
                Hear(count, _device.Clock.NowUs);
                count = _line.Read(_piece, 0, _piece.Length);
            }
        }

        _receiver.Settle(_device.Clock.NowUs);
    }

    private void Hear(int count, long endUs)
    {
        for (int i = 0; i < count && IsOpen; i++)
        {
            _receiver.Hear(_piece[i], endUs);
        }
    }

    private int PinOf(DeviceFunction ofCom2, DeviceFunction ofCom3) =>
        _device.Pins.PinOf(_number == 2 ? ofCom2 : ofCom3);
}
