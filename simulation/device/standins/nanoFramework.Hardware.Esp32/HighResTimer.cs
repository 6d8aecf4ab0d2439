using ValenceNano.Simulation;

namespace nanoFramework.Hardware.Esp32;

internal class HighResTimer
{
    public static ulong GetCurrent()
    {
        VirtualDevice device = VirtualDevice.Current;
        using LibraryCall call = device.Processor.Enter(LibraryCost.None);
        return (ulong)(device.Clock.NowUs + device.TimerJumpUs);
    }
}
