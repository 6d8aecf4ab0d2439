using System;
using System.Device.I2c;

namespace ValenceNano.Simulation;

/// <summary>I2C bus 1 at 400 kHz, with one panel on it or none.</summary>
public sealed class VirtualI2cBus(VirtualClock clock)
{
    /// <summary>Time a byte takes, ns: 9 bits, and what the driver adds; 1,064 bytes were seen to take 24 ms.</summary>
    private const int ByteNs = 22500;

    private const int BusId = 1;

    private byte[] _bytes = new byte[1100];

    /// <summary>The panel; null if there never is one. One that may be unplugged has <see cref="VirtualSsd1306.IsPresent"/>.</summary>
    public VirtualSsd1306 Panel { get; set; }

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

        bool isThere = settings.BusId == BusId && settings.DeviceAddress == PanelAddress && Panel != null
            && Panel.Write(_bytes.AsSpan(0, count));
        // Nothing of the program runs meanwhile. Behind an address that nobody acknowledges the transfer ends.
        clock.NowUs += (isThere ? count + 1 : 1) * ByteNs / 1000;
        return isThere
            ? new I2cTransferResult(I2cTransferStatus.FullTransfer, (uint)count)
            : new I2cTransferResult(I2cTransferStatus.SlaveAddressNotAcknowledged, 0);
    }
}
