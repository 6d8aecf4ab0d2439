namespace Iot.Device.Ssd13xx;

public enum DisplayOrientation
{
    Landscape = 2,
}
