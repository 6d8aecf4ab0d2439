using ValenceNano.Simulation;

namespace System.Device.Gpio;

internal sealed class GpioController
{
    private readonly VirtualDevice _device = VirtualDevice.Current;

    public GpioPin OpenPin(int pinNumber, PinMode mode)
    {
        _device.Pins.Open(pinNumber, mode);
        return new GpioPin(_device, pinNumber);
    }
}
