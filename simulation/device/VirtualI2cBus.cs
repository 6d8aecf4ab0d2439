using System;
using System.Device.I2c;
using nanoFramework.Hardware.Esp32;

namespace ValenceNano.Simulation;

/// <summary>I2C bus 1 at 400 kHz, with one panel on it or none.</summary>
public sealed class VirtualI2cBus
{
    /// <summary>Time a byte takes, ns: 9 bits, and what the driver adds; 1,064 bytes were seen to take 24 ms.</summary>
    private const int ByteNs = 22500;

    private const int BusId = 1;

    // Where the chip has the bus while the program says nothing.
    private const int DefaultDataPin = 18;
    private const int DefaultClockPin = 19;

    private readonly VirtualClock _clock;
    private readonly VirtualPins _pins;
    private byte[] _bytes = new byte[1100];

    internal VirtualI2cBus(VirtualClock clock, VirtualPins pins)
    {
        _clock = clock;
        _pins = pins;
    }

    /// <summary>The panel; null if there never is one. One that may be unplugged has <see cref="VirtualOled.IsPresent"/>.</summary>
    public VirtualOled Panel { get; set; }

    /// <summary>GPIO that the panel's SDA is wired to.</summary>
    public int DataPin { get; set; } = DefaultDataPin;

    /// <summary>GPIO that the panel's SCL is wired to.</summary>
    public int ClockPin { get; set; } = DefaultClockPin;

    /// <summary>The panel's address.</summary>
    public int PanelAddress { get; set; } = 0x3C;

    /// <summary>What the driver throws when a device is opened; null: nothing.</summary>
    public Exception OpenFault { get; set; }

    /// <summary>What the driver throws at a transfer; null: nothing.</summary>
    public Exception TransferFault { get; set; }

    internal I2cTransferResult Write(I2cConnectionSettings settings, SpanByte data)
    {
        if (TransferFault != null)
        {
            throw TransferFault;
        }

        int count = data.Length;
        if (count > _bytes.Length)
        {
            _bytes = new byte[count];
        }

        for (int i = 0; i < count; i++)
        {
            _bytes[i] = data[i];
        }

        bool isThere = settings.BusId == BusId && settings.DeviceAddress == PanelAddress && IsWired() && Panel != null
            && Panel.Write(_bytes.AsSpan(0, count));
        // Nothing of the program runs meanwhile. Behind an address that nobody acknowledges the transfer ends.
        _clock.NowUs += (isThere ? count + 1 : 1) * ByteNs / 1000;
        return isThere
            ? new I2cTransferResult(I2cTransferStatus.FullTransfer, (uint)count)
            : new I2cTransferResult(I2cTransferStatus.SlaveAddressNotAcknowledged, 0);
    }
    private bool IsWired() =>
        PinOr(DeviceFunction.I2C1_DATA, DefaultDataPin) == DataPin && PinOr(DeviceFunction.I2C1_CLOCK, DefaultClockPin) == ClockPin;

    private int PinOr(DeviceFunction function, int otherwise)
    {
        int pin = _pins.PinOf(function);
        return pin >= 0 ? pin : otherwise;
    }
}
