using System.Text;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>
/// The firmware with the chip's clock, and slowed down as the chip is. To be called in a <see cref="MeteredContext"/> that keeps sums:
/// elsewhere computing takes no time.
/// </summary>
public static class DeviceRun
{
    private const int SettleMs = 60_000;

    /// <summary>Poll cycles, from the first request until the last value has been taken, ms.</summary>
    /// <param name="batteries">How many there are, 1..16.</param>
    /// <param name="instructionUs">As <see cref="VirtualProcessor.InstructionUs"/>.</param>
    /// <param name="count">How many cycles.</param>
    public static long[] Cycles(int batteries, int instructionUs, int count)
    {
        FirmwareRig rig = Rig(batteries, instructionUs);
        var cycles = new List<long>();
        int before = -1;
        long startMs = -1;
        rig.Batteries.Heard += (kind, _, us) => startMs = kind == MessageKind.Read && startMs < 0 ? us / 1000 : startMs;
        rig.Run(() =>
        {
            BusCounters counters = rig.Monitor.Bus.Counters;
            if (counters.Cycles != before)
            {
                if (rig.NowMs > SettleMs)
                {
                    Check.That(rig.Monitor.Bus.Batteries.CountLive() == batteries);
                    cycles.Add(rig.NowMs - startMs);
                }

                before = counters.Cycles;
                startMs = -1;
            }

            return cycles.Count < count;
        });
        return [.. cycles];
    }

    /// <summary>The discovery at start-up of batteries each in a slot of its own, from the first message to the first poll, ms.</summary>
    /// <param name="batteries">How many there are, 1..6.</param>
    /// <param name="instructionUs">As <see cref="VirtualProcessor.InstructionUs"/>.</param>
    public static long Discovery(int batteries, int instructionUs)
    {
        FirmwareRig rig = Rig(batteries, instructionUs);
        for (int i = 0; i < batteries; i++)
        {
            rig.Batteries.All[i].Slot = i;
        }

        long startMs = -1;
        rig.Batteries.Heard += (_, _, us) => startMs = startMs < 0 ? us / 1000 : startMs;
        rig.Run(() => rig.Monitor.Bus.Counters.Polls == 0 && rig.NowMs < SettleMs);
        Check.That(rig.Monitor.Bus.Counters.Assigned == batteries);
        return rig.NowMs - startMs;
    }

    /// <summary>A minute of the steady product.</summary>
    /// <param name="batteries">How many there are, 1..16.</param>
    /// <returns>Instructions, libraries' among them; bytes that the libraries take from the heap; messages to the panel.</returns>
    public static long[] LoopMinute(int batteries)
    {
        FirmwareRig rig = Rig(batteries, instructionUs: 0);
        long[] Now() => [rig.Device.Processor.Instructions, rig.Device.Processor.LibraryBytes, rig.Panel.Transfers];
        long[]? begun = null;
        rig.Run(() =>
        {
            begun ??= rig.NowMs >= SettleMs ? Now() : null;
            return rig.NowMs < 2 * SettleMs;
        });
        return [.. Now().Zip(begun!, (end, start) => end - start)];
    }

    private static FirmwareRig Rig(int batteries, int instructionUs)
    {
        var rig = new FirmwareRig(seed: 1) { HasDeviceClock = true };
        rig.Device.Processor.Meter = () => Meter.Executed;
        rig.Device.Processor.InstructionUs = instructionUs;
        for (int i = 0; i < batteries; i++)
        {
            var battery = new VirtualBattery(Encoding.ASCII.GetBytes($"CBB1128{i:D5}"), 800, seed: i);
            battery.Model.CurrentMa = -1000;
            rig.Batteries.Add(battery);
        }

        return rig;
    }
}
