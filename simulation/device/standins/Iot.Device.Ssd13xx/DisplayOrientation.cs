namespace Iot.Device.Ssd13xx;

internal enum DisplayOrientation
{
    Landscape = 2,
}
