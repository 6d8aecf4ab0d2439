using System.Device.Gpio;
using System.Device.I2c;

namespace Iot.Device.Ssd13xx;

public class Ssd1306 : Ssd13xx
{
    public extern Ssd1306(
        I2cDevice i2cDevice,
        DisplayResolution res,
        DisplayOrientation orientation = DisplayOrientation.Landscape,
        int resetPin = -1,
        GpioController gpio = null,
        bool shouldDispose = true);
}
