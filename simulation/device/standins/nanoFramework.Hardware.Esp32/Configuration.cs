using ValenceNano.Simulation;

namespace nanoFramework.Hardware.Esp32;

internal class Configuration
{
    public static void SetPinFunction(int pin, DeviceFunction value) => VirtualDevice.Current.Pins.SetFunction(pin, value);
}
