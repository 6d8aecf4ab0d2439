using ValenceNano.Desktop;
using ValenceNano.Display;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>The firmware on a virtual device, with the chip's clock and slowness. In a <see cref="MeteredContext"/> that keeps sums.</summary>
internal sealed class DeviceHead : SoakHead
{
    private readonly FirmwareRig _rig;
    private readonly MeteredPort _port;
    private int _restarts;

    /// <summary>Puts the firmware at the end of a port.</summary>
    /// <param name="rig">Its wire and batteries are the soak's.</param>
    /// <param name="port">The port.</param>
    /// <param name="instructionUs">As <see cref="VirtualProcessor.InstructionUs"/>.</param>
    public DeviceHead(FirmwareRig rig, MeteredPort port, int instructionUs)
    {
        _rig = rig;
        _port = port;
        rig.HasDeviceClock = true;
        rig.Device.Processor.Meter = () => Meter.Executed;
        rig.Device.Processor.InstructionUs = instructionUs;
        rig.Device.Com2.ConnectBus(port);
    }

    public override PanelDisplay? Display => _rig.Display;

    public override long ProductMs => _rig.NowMs;

    public override long CalledMs => _rig.CalledMs;

    public override long PanelChanges => _rig.Panel.Transfers;

    public override int Reboots => _rig.Device.Reboots - _restarts;

    public override byte[] Seen() => PanelBytes.Of(_rig.Panel);

    public override void Restart(BusRole start)
    {
        _restarts++;
        _rig.StartRole = start;
        _rig.Restart();
    }

    public override void JumpClock(long ms) => _rig.Device.TimerJumpUs += 1000 * ms;

    public override void Run(Func<bool> turn, Func<long> wakeMs)
    {
        BeginCount(_port.Allocated);
        _rig.Run(() =>
        {
            EndCount(_port.Allocated);
            bool goesOn = turn();
            BeginCount(_port.Allocated);
            return goesOn;
        });
    }
}
