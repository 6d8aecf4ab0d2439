using ValenceNano.Model;
using System.Text;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>
/// The firmware with the chip's clock, and slowed down as the chip is. To be called in a <see cref="MeteredContext"/> that keeps sums:
/// elsewhere computing takes no time. So what goes in and comes out is of .NET's own types.
/// </summary>
internal static class DeviceRun
{
    private const int SettleMs = 60_000;
    private const int BytesPerSecond = 11_520;

    /// <summary>Poll cycles of a settled bus, from the first request to the end of the last answer, ms.</summary>
    /// <param name="batteries">How many there are, 1..16.</param>
    /// <param name="instructionUs">As <see cref="VirtualProcessor.InstructionUs"/>.</param>
    /// <param name="count">How many cycles.</param>
    public static long[] Cycles(int batteries, int instructionUs, int count)
    {
        FirmwareRig rig = Rig(batteries, instructionUs);
        // A page is drawn each second: some cycles are to meet it.
        rig.Settings.Set(SettingId.PollInterval, 3130);
        var cycles = new List<long>();
        int before = 0;
        long startUs = -1;
        long endUs = 0;
        // Reads behind a search look for strays, and are of no cycle.
        rig.Batteries.Heard += (kind, _, us) =>
            startUs = kind == MessageKind.Read && startUs < 0 && rig.Monitor.Bus.IsPolling ? us : startUs;
        rig.Batteries.Answered += (_, _, answer, us) => endUs = us + (answer.Length * 1_000_000L / BytesPerSecond);
        rig.Run(() =>
        {
            if (rig.Monitor.Bus.Batteries.Revision == before)
            {
                return true;
            }

            if (rig.NowMs > SettleMs)
            {
                Check.That(rig.Monitor.Bus.Batteries.CountLive() == batteries);
                cycles.Add((endUs - startUs) / 1000);
            }

            before = rig.Monitor.Bus.Batteries.Revision;
            startUs = -1;
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

    /// <summary>A minute of the settled product.</summary>
    /// <param name="batteries">How many there are, 1..16.</param>
    /// <returns>Instructions, the libraries' among them, and bytes that the libraries take from the heap.</returns>
    public static long[] LoopMinute(int batteries)
    {
        FirmwareRig rig = Rig(batteries, instructionUs: 4);
        long[] begun = [];
        long[] Now() => [rig.Device.Processor.Instructions, rig.Device.Processor.LibraryBytes];
        rig.Run(() =>
        {
            begun = rig.NowMs < SettleMs ? Now() : begun;
            return rig.NowMs < 2 * SettleMs;
        });
        return [.. Now().Zip(begun, (end, start) => end - start)];
    }

    /// <summary>Random bytes at the full speed of the bus for some time, with three batteries.</summary>
    /// <param name="instructionUs">As <see cref="VirtualProcessor.InstructionUs"/>.</param>
    /// <param name="forMs">How long, ms.</param>
    /// <param name="isTraced">The firmware's trace is on.</param>
    /// <returns>
    /// The longest time without anything sent to the panel; how long a battery was live with values from before; from the end until
    /// all were live with values from after it; ms each.
    /// </returns>
    public static long[] NeverQuiet(int instructionUs, int forMs, bool isTraced)
    {
        const int Batteries = 3;
        FirmwareRig rig = Rig(Batteries, instructionUs);
        rig.TracePin = isTraced ? 32 : -1;
        rig.Device.Com3.ConnectPins(new NoPort());
        var gap = new Gap();
        long endMs = SettleMs + forMs;
        long staleMs = 0;
        bool isBegun = false;
        rig.Run(() =>
        {
            if (rig.NowMs < SettleMs)
            {
                return true;
            }

            if (!isBegun)
            {
                isBegun = true;
                byte[] junk = new byte[(long)forMs * BytesPerSecond / 1000];
                new Random(instructionUs).NextBytes(junk);
                rig.Wire.Transmit(null, junk, SettleMs * 1000L);
            }

            gap.Look(rig.Panel.Transfers, rig.NowMs);
            staleMs = CountLive(rig, 0, SettleMs) > 0 ? rig.NowMs - SettleMs : staleMs;
            return CountLive(rig, endMs, long.MaxValue) < Batteries && rig.NowMs < endMs + SettleMs;
        });
        return [gap.WorstMs, staleMs, rig.NowMs - endMs];
    }

    // How many batteries are live with values that were taken in this time.
    private static int CountLive(FirmwareRig rig, long fromMs, long untilMs)
    {
        BatteryList batteries = rig.Monitor.Bus.Batteries;
        int live = 0;
        for (int i = 0; i < batteries.Count; i++)
        {
            Battery battery = batteries[i];
            live += battery.State == BatteryState.Live && battery.ValuesMs >= fromMs && battery.ValuesMs < untilMs ? 1 : 0;
        }

        return live;
    }

    /// <summary>A device that is as slow as its processor, with batteries that are awake.</summary>
    public static FirmwareRig Rig(int batteries, int instructionUs)
    {
        var rig = new FirmwareRig(seed: 1) { HasDeviceClock = true };
        // A panel at rest would leave out what the other pages cost.
        rig.Settings.Set(SettingId.RestPage, (int)RestPage.Round);
        rig.Device.Processor.Meter = () => Meter.Executed;
        rig.Device.Processor.InstructionUs = instructionUs;
        // Only of the wire itself it is known when a byte came.
        rig.Device.Com2.ConnectBus(rig.Cable);
        for (int i = 0; i < batteries; i++)
        {
            var battery = new VirtualBattery(Encoding.ASCII.GetBytes($"CBB1128{i:D5}"), 800, seed: i);
            battery.Model.CurrentMa = -1000;
            rig.Batteries.Add(battery);
        }

        return rig;
    }

    /// <summary>The longest time in which a count stood still.</summary>
    private sealed class Gap
    {
        private long _count = -1;
        private long _changedMs;

        public long WorstMs { get; private set; }

        public void Look(long count, long nowMs)
        {
            if (count != _count)
            {
                WorstMs = _count < 0 ? 0 : Math.Max(WorstMs, nowMs - _changedMs);
                _count = count;
                _changedMs = nowMs;
            }
        }
    }

    /// <summary>Where nobody listens.</summary>
    private sealed class NoPort : IBusPort
    {
        public void Write(byte[] buffer, int offset, int count)
        {
        }

        public int Read(byte[] buffer, int offset, int count) => 0;
    }
}
