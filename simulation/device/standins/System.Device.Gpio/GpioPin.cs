using ValenceNano.Simulation;

namespace System.Device.Gpio;

internal sealed class GpioPin : IDisposable
{
    private readonly VirtualPins _pins;

    internal GpioPin(VirtualPins pins, int pinNumber)
    {
        _pins = pins;
        PinNumber = pinNumber;
    }

    public int PinNumber { get; }

    public PinValue Read() => _pins.IsHigh(PinNumber);

    public void Write(PinValue value) => _pins.Write(PinNumber, (bool)value);

    public void Dispose() => _pins.Close(PinNumber);
}
