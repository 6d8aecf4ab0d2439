namespace System.Device.Gpio;

public sealed class GpioController : IDisposable
{
    public extern GpioController();

    public extern void Dispose();

    public extern GpioPin OpenPin(int pinNumber, PinMode mode);
}
