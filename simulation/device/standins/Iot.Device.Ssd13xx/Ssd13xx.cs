using System;
using System.Device.Gpio;
using System.Device.I2c;

namespace Iot.Device.Ssd13xx;

/// <summary>The panel library: only what its constructor sends is of use, and nothing else is here.</summary>
internal abstract class Ssd13xx : IDisposable
{
    // One command message, in the order in which the library sends it.
    private readonly byte[] _start =
    {
        0x00,
        0xAE,       // off
        0xD5, 0x80, // clock
        0xA8, 0x3F, // 64 lines
        0xD3, 0x00, // no offset
        0x40,       // start line 0
        0x8D, 0x14, // charge pump on
        0x20, 0x00, // horizontal addressing
        0xA1, 0xC8, // as the modules are mounted
        0xDA, 0x12, // COM pins
        0x81, 0xCF, // contrast
        0xD9, 0xF1, // pre-charge
        0xDB, 0x40, // deselect level
        0xA4, 0xA6, // show the memory, not inverse
        0xAF,       // on
    };

    private readonly I2cDevice _i2cDevice;

    public Ssd13xx(
        I2cDevice i2cDevice,
        DisplayResolution resolution = DisplayResolution.OLED128x64,
        DisplayOrientation orientation = DisplayOrientation.Landscape,
        int resetPin = -1,
        GpioController gpio = null,
        bool shouldDispose = true)
    {
        _i2cDevice = i2cDevice;
        _i2cDevice.Write(_start);
    }

    internal enum DisplayResolution
    {
        OLED128x64 = 0,
    }

    public void Dispose() => Dispose(true);

    protected virtual void Dispose(bool disposing) => _i2cDevice.Dispose();
}
