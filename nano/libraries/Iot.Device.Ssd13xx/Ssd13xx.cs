using System;
using System.Device.Gpio;
using System.Device.I2c;

namespace Iot.Device.Ssd13xx;

public abstract class Ssd13xx : IDisposable
{
    public extern Ssd13xx(
        I2cDevice i2cDevice,
        DisplayResolution resolution = DisplayResolution.OLED128x64,
        DisplayOrientation orientation = DisplayOrientation.Landscape,
        int resetPin = -1,
        GpioController gpio = null,
        bool shouldDispose = true);

    public enum DisplayResolution
    {
        OLED128x64 = 0,
    }

    public extern void Dispose();
}
