using ValenceNano.Model;
using ValenceNano.Desktop;
using ValenceNano.Display;
using ValenceNano.Protocol;

namespace ValenceNano.Bench;

/// <summary>
/// The whole product, as master and as listener, on a bus of chance and half-right bytes, with a clock that jumps and a
/// hand on the button: it never fails, never turns in circles, sends nothing but what it may, shows nothing old as live.
/// </summary>
public sealed class MonitorFuzzer : IFuzzer
{
    private const int PollsPerCase = 2000;
    private const int MinPollIntervalMs = BusMaster.MinPollIntervalMs;
    private const long ClockJumpMs = 1L << 32;

    private BusMonitor? _bus;
    private int _bytes;

    /// <summary>The static initialisers run first, as on the device.</summary>
    public MonitorFuzzer()
    {
        Initialisers.Run();
    }

    /// <inheritdoc/>
    public string Name => "monitor";

    /// <inheritdoc/>
    public Tally Reached { get; } = new();

    /// <inheritdoc/>
    public int Run(Random random)
    {
        int seed = random.Next();
        long allocated = Allocation.Least(() => RunBus(new Random(seed)));
        Require.That(allocated == 0, $"{allocated} bytes allocated");
        Count(_bus!);
        return _bytes;
    }

    private long RunBus(Random random)
    {
        var port = new FuzzPort(random);
        var settings = new Settings();
        settings.Set(SettingId.PollInterval, random.Next(3) == 0 ? random.Next(MinPollIntervalMs, BusMaster.MaxPollIntervalMs + 1) : 3000);
        var start = (BusRole)random.Next(3);
        settings.Set(SettingId.Wiring, random.Next(Enum.GetValues<BankWiring>().Length));
        settings.Set(SettingId.BlankAfter, random.Next(3));
        settings.Set(SettingId.RestPage, (int)RestPage.Round);
        var display = new PanelDisplay(new Monitor(port, settings, start), new MemoryPanel());
        var batteries = new FuzzBatteries(port, random);
        var rules = new MonitorRules(display, port, start);
        long allocated = 0;
        long nowMs = random.Next(3) == 0 ? 0 : random.NextInt64(ClockJumpMs);
        for (int i = 0; i < PollsPerCase; i++)
        {
            Press(display, nowMs, random);
            port.BeginPoll(batteries.Speak());
            long before = GC.GetAllocatedBytesForCurrentThread();
            long dueMs = display.Poll(nowMs);
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            rules.Check(nowMs, dueMs);
            batteries.Hear();
            nowMs = Next(nowMs, dueMs, random);
        }

        _bus = display.Monitor.Bus;
        _bytes = batteries.Bytes;
        return allocated;
    }

    private static void Press(PanelDisplay display, long nowMs, Random random)
    {
        if (random.Next(60) == 0)
        {
            display.Turner.Press((ButtonEvent)random.Next(Enum.GetValues<ButtonEvent>().Length), nowMs);
        }
    }

    // Mostly when it wants to be called, sometimes earlier, sometimes much later.
    private static long Next(long nowMs, long dueMs, Random random) => random.Next(200) switch
    {
        < 30 => random.NextInt64(nowMs, dueMs) + 1,
        < 80 => dueMs + random.Next(60),
        < 84 => dueMs + random.Next(20_000),
        84 => dueMs + ClockJumpMs,
        _ => dueMs,
    };

    private void Count(BusMonitor bus)
    {
        Reached.Add($"as {bus.Role}");
        Reached.Add("replies", bus.Counters.Replies);
        Reached.Add("assigned", bus.Counters.Assigned);
        Reached.Add("cycles", bus.Batteries.Revision);
        Reached.Add("live at the end", bus.Batteries.CountLive());
        Reached.Add("full lists", bus.Batteries.Count == BatteryList.Capacity ? 1 : 0);
    }
}
