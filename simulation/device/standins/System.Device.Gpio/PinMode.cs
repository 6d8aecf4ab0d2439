namespace System.Device.Gpio;

internal enum PinMode
{
    Input = 0,
    InputPullUp = 2,
    Output = 3,
}
