namespace ValenceNano.Simulation;

/// <summary>What the firmware has for <c>System.Threading.Thread</c> on a desktop, whose own would wait in real time.</summary>
internal static class DeviceThread
{
    public static void Sleep(int millisecondsTimeout)
    {
        VirtualDevice device = VirtualDevice.Current;
        using LibraryCall call = device.Processor.Enter(LibraryCost.None);
        device.Sleep(millisecondsTimeout);
    }
}
