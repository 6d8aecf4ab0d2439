using ValenceNano.Simulation;

namespace System.Device.Gpio;

internal sealed class GpioPin : IDisposable
{
    private readonly VirtualDevice _device;

    internal GpioPin(VirtualDevice device, int pinNumber)
    {
        _device = device;
        PinNumber = pinNumber;
        device.Pins.Tell(pinNumber, OnEdge);
    }

    public event PinValueChangedEventHandler ValueChanged;

    public int PinNumber { get; }

    public PinValue Read()
    {
        using LibraryCall call = _device.Processor.Enter(LibraryCost.PinRead);
        return new PinValue(_device.Pins.IsHigh(PinNumber));
    }

    public void Write(PinValue value)
    {
        using LibraryCall call = _device.Processor.Enter(LibraryCost.PinWrite);
        _device.Pins.Write(PinNumber, value.IsHigh);
    }

    public void Dispose() => _device.Pins.Close(PinNumber);

    private void OnEdge(bool isHigh) =>
        ValueChanged?.Invoke(this, new PinValueChangedEventArgs(isHigh ? PinEventTypes.Rising : PinEventTypes.Falling, PinNumber));
}
