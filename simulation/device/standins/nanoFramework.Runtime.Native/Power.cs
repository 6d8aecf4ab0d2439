using ValenceNano.Simulation;

namespace nanoFramework.Runtime.Native;

internal class Power
{
    public static void RebootDevice(RebootOption rebootOption = RebootOption.NormalReboot)
    {
        VirtualDevice.Current.Reboot();
        throw new RebootException();
    }
}
