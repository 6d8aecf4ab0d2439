using ValenceNano.Simulation;

namespace System.Device.Gpio;

internal sealed class GpioController
{
    private readonly VirtualPins _pins = VirtualDevice.Current.Pins;

    public GpioPin OpenPin(int pinNumber, PinMode mode)
    {
        _pins.Open(pinNumber, mode);
        return new GpioPin(_pins, pinNumber);
    }
}
