namespace System.Device.Gpio;

public sealed class GpioPin : IDisposable
{
    internal extern GpioPin();

    public extern event PinValueChangedEventHandler ValueChanged;

    public extern void Dispose();

    public extern PinValue Read();

    public extern void Write(PinValue value);
}
