using System;

namespace Iot.Device.Ssd13xx;

public abstract class Ssd13xx : IDisposable
{
    internal extern Ssd13xx();

    public enum DisplayResolution
    {
        OLED128x64 = 0,
    }

    public extern void Dispose();
}
