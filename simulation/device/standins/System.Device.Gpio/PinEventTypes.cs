namespace System.Device.Gpio;

internal enum PinEventTypes
{
    None = 0,
    Rising = 1,
    Falling = 2,
}
