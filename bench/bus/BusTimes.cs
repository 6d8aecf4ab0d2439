using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>Runs the product against virtual batteries and holds its time on the bus against what they and the wire need.</summary>
public sealed class BusTimes
{
    private const int Cycles = 20;
    private const long SettleMs = 60_000;

    private readonly VirtualBus _bus = new(seed: 1);
    private readonly WireLog _log = new();
    private long _calledUs;

    private BusTimes(int batteries, bool inSlots)
    {
        _bus.Wire.Join(_log);
        for (int i = 0; i < batteries; i++)
        {
            VirtualBattery battery = _bus.Add($"CBB1128{i:D5}");
            battery.Slot = inSlots ? i : null;
        }
    }

    /// <summary>Everything there is to measure.</summary>
    public static IEnumerable<BusTime> MeasureAll() =>
        [Cycle(1), Cycle(2), Cycle(6), Cycle(16), Discovery(MessageFormat.SlotCount)];

    /// <summary>Poll cycles of this many batteries, 1..16, all of them live: the mean of 20.</summary>
    public static BusTime Cycle(int batteries) => new BusTimes(batteries, inSlots: false).RunCycles(batteries);

    /// <summary>
    /// The discovery at start-up of this many batteries, 1..6, each in a slot of its own: reset, a round that finds them
    /// all, and the two silent ones that end it.
    /// </summary>
    public static BusTime Discovery(int batteries) => new BusTimes(batteries, inSlots: true).RunDiscovery(batteries);

    private BusTime RunCycles(int batteries)
    {
        _bus.RunUntil(SettleMs);
        Check.That(_bus.Monitor.Batteries.CountLive() == batteries);
        BusCounters counters = _bus.Monitor.Counters;
        long takenUs = 0;
        long neededUs = 0;
        for (int i = 0; i < Cycles; i++)
        {
            int polls = counters.Polls;
            RunWhile(() => counters.Polls == polls);
            long startUs = _calledUs;
            _log.Restart();
            int revision = _bus.Monitor.Batteries.Revision;
            RunWhile(() => _bus.Monitor.Batteries.Revision == revision);
            Check.That(counters.Polls == polls + batteries);
            takenUs += _calledUs - startUs;
            neededUs += _log.NeededUs;
        }

        return new BusTime($"cycle_{batteries}", takenUs / Cycles, neededUs / Cycles);
    }

    private BusTime RunDiscovery(int batteries)
    {
        _bus.Monitor.Poll(0);
        RunWhile(() => _bus.Monitor.Counters.Polls == 0 && _bus.Clock.NowMs < SettleMs);
        Check.That(_bus.Monitor.Counters.Assigned == batteries && _bus.Monitor.Counters.Rounds == 3);
        return new BusTime($"discovery_{batteries}", _calledUs, _log.NeededUs);
    }

    // The product is called when it asks for it, on whole milliseconds.
    private void RunWhile(Func<bool> condition)
    {
        while (condition())
        {
            long nowMs = _bus.Clock.NowMs;
            _calledUs = nowMs * 1000;
            long dueMs = _bus.Monitor.Poll(nowMs);
            _bus.Clock.NowUs = Math.Max(dueMs, nowMs + 1) * 1000;
        }
    }
}
